import {
  type CmsClient,
  formatWorkshopSearch,
  type WorkshopDetail,
  type WorkshopResult,
  type WorkshopSearch,
} from '@deep-dive/shared-types';
import { useQuery } from '@tanstack/react-query';
import { LinkButton } from '../components/LinkButton';
import { useCms } from '../queries/cms';
import { workshopsQuery } from '../queries/workshops';
import { nearOf } from './labels';
import styles from './OtherWorkshops.module.css';
import { WorkshopItem } from './WorkshopItem';

const SHOWN = 3;
/** As far as one would call it nearby, in miles. */
const NEARBY = 100;

/** Where one looks further: about the workshop's place, or for a virtual one among all that are virtual. */
function furtherSearch(workshop: WorkshopDetail): WorkshopSearch {
  const near = nearOf(workshop);
  return near ? { near } : { format: 'virtual' };
}

/** Upcoming workshops, the nearest to this one first, however far; for a virtual one, the other virtual ones. */
export function otherWorkshopsQuery(cms: CmsClient, workshop: WorkshopDetail) {
  const nearestFirst: WorkshopSearch = workshop.place ? { radius: 'any', sort: 'distance' } : {};
  return workshopsQuery(cms, { ...furtherSearch(workshop), ...nearestFirst });
}

interface OtherWorkshopsProps {
  workshop: WorkshopDetail;
  /** Nobody can come to this one any more. */
  isOff: boolean;
}

/** Where to go when this workshop does not suit. While the CMS can't say, the way to the search is left. */
export function OtherWorkshops({ workshop, isOff }: OtherWorkshopsProps) {
  const { data: list } = useQuery(otherWorkshopsQuery(useCms(), workshop));
  const others = [...(list?.workshops ?? []), ...(list?.virtual?.workshops ?? [])]
    .filter(({ id }) => id !== workshop.id)
    .slice(0, SHOWN);
  return (
    <section id="others" className={styles.others}>
      <h2>{headingOf(workshop, others, isOff)}</h2>
      {list && others.length === 0 && <p>No others are listed right now.</p>}
      {others.length > 0 && (
        <ul className={styles.list}>
          {others.map((other) => (
            <li key={other.id}>
              <WorkshopItem workshop={other} level={3} />
            </li>
          ))}
        </ul>
      )}
      <LinkButton href={`/workshops${formatWorkshopSearch(furtherSearch(workshop))}`} look="link">
        {workshop.place ? `Find more near ${workshop.place.city}` : 'See all virtual workshops'}
      </LinkButton>
    </section>
  );
}

function headingOf({ place }: WorkshopDetail, others: WorkshopResult[], isOff: boolean): string {
  if (!place) return isOff ? 'Virtual workshops coming up' : 'Other virtual workshops';
  if (others.some(({ distanceMiles }) => (distanceMiles ?? 0) > NEARBY))
    return 'Other workshops, the nearest first';
  return isOff ? `Workshops coming up near ${place.city}` : 'Other workshops nearby';
}
