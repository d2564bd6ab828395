import type { WorkshopList, WorkshopResult } from '@deep-dive/shared-types';
import { Heading } from '../components/Heading';
import { LinkButton } from '../components/LinkButton';
import { NationalContact } from '../partners/NationalContact';
import { countLabel } from '../workshops/labels';
import styles from './Asides.module.css';
import { Partners } from './Partners';
import type { FinderState } from './state';
import { Items } from './WorkshopList';

interface AsidesProps {
  finder: FinderState;
  list: WorkshopList;
}

/** What helps besides the list: farther workshops, virtual ones, and whom to ask, who comes first when nothing was found. */
export function Asides({ finder, list }: AsidesProps) {
  const { near, beyond, virtual, total, partners } = list;
  const { search, hrefOf } = finder;
  const help = near && (
    <div className={styles.aside}>
      {near.status === 'found' ? (
        <Partners place={near.place} partners={partners} level={finder.level} />
      ) : (
        <NationalContact />
      )}
    </div>
  );
  return (
    <>
      {total === 0 && help}
      {beyond.length > 0 && (
        <Aside
          finder={finder}
          title="The nearest workshops are farther away"
          workshops={beyond}
          more="See more, the nearest first"
          href={hrefOf({ ...search, radius: 'any', sort: 'distance', bbox: undefined, page: undefined })}
        />
      )}
      {virtual && virtual.workshops.length > 0 && (
        <Aside
          finder={finder}
          isLeftOutOnPaper={finder.growth === 'show-more'}
          title="Virtual workshops, open to everyone"
          workshops={virtual.workshops}
          more={
            virtual.total > virtual.workshops.length
              ? `See all ${countLabel(virtual.total, 'virtual')}`
              : null
          }
          href={hrefOf({ ...search, format: 'virtual', page: undefined })}
        />
      )}
      {total > 0 && help}
    </>
  );
}

interface AsideProps {
  finder: FinderState;
  title: string;
  workshops: WorkshopResult[];
  /** What the link to more says; null when there are no more. */
  more: string | null;
  href: string;
  /** On the paper of a page that tells of more than workshops. */
  isLeftOutOnPaper?: boolean;
}

function Aside({ finder: { level }, title, workshops, more, href, isLeftOutOnPaper }: AsideProps) {
  return (
    <section className={isLeftOutOnPaper ? `${styles.aside} ${styles.onScreen}` : styles.aside}>
      <Heading level={level} className={styles.title}>
        {title}
      </Heading>
      <ul className={styles.list}>
        <Items workshops={workshops} level={level} />
      </ul>
      {more && (
        <LinkButton href={href} look="link">
          {more}
        </LinkButton>
      )}
    </section>
  );
}
