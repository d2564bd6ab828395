import { formatWorkshopSearch, lostPlaceAdvice, lostPlaceWords, type Near } from '@deep-dive/shared-types';
import { useQuery } from '@tanstack/react-query';
import { Heading, type HeadingLevel } from '../../components/Heading';
import { LinkButton } from '../../components/LinkButton';
import { PARTNER_ANSWER } from '../../finder/PartnerSearch';
import { Partners } from '../../finder/Partners';
import { PlaceLinks } from '../../finder/PlaceLinks';
import { abroadWords } from '../../finder/words';
import { NationalContact } from '../../partners/NationalContact';
import { useCms } from '../../queries/cms';
import { workshopsQuery } from '../../queries/workshops';
import styles from './PartnerDirectory.module.css';

interface PartnerAnswerProps {
  /** The path of the page. */
  path: string;
  /** What the visitor typed. */
  near: string;
  level: HeadingLevel;
}

/** Who serves the place a visitor typed; of a place that is none, what is wrong with it; and always someone to ask. */
export function PartnerAnswer({ path, near, level }: PartnerAnswerProps) {
  // The page asks before it is shown: what is not there could not be had.
  const { data: list } = useQuery({ ...workshopsQuery(useCms(), { near }), enabled: false });
  return (
    <div id={PARTNER_ANSWER} className={styles.answer}>
      {list?.near?.status === 'found' ? (
        <>
          <Partners place={list.near.place} partners={list.partners} level={level} />
          <LinkButton href={`/workshops${formatWorkshopSearch({ near })}`} look="link">
            See the workshops near {list.near.place.label}
          </LinkButton>
        </>
      ) : (
        <>
          <Heading level={level}>
            {list?.near ? lostPlaceWords(list.near) : 'We couldn’t look that up just now'}
          </Heading>
          <p>
            {list?.near ? lostPlaceAdvice(list.near) : 'Every Regional Partner is listed below, by state.'}
          </p>
          <NationalContact />
        </>
      )}
      {list?.near && <Others near={list.near} path={path} />}
    </div>
  );
}

/** Other places the visitor may mean. */
function Others({ near, path }: { near: Near; path: string }) {
  const places = near.status === 'found' ? near.others : 'didYouMean' in near ? near.didYouMean : [];
  const hrefOf = (place: string): string =>
    `${path}${formatWorkshopSearch({ near: place })}#${PARTNER_ANSWER}`;
  return (
    <div>
      <PlaceLinks lead="Did you mean" places={places} hrefOf={hrefOf} />
      {near.status === 'found' && near.alsoAbroad && <p>{abroadWords}</p>}
    </div>
  );
}
