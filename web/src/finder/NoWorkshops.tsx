import { Heading, type HeadingLevel } from '../components/Heading';
import styles from './NoWorkshops.module.css';

/** The page that lists the Regional Partners, as the CMS is first filled. */
const PARTNERS_PAGE = '/regional-partners';

/** What to do when the list is empty. */
export function NoWorkshops({ level }: { level: HeadingLevel }) {
  return (
    <div className={styles.none}>
      <Heading level={level}>No workshops are listed right now</Heading>
      <p>
        New workshops are added throughout the year, so please check back. Your{' '}
        <a href={PARTNERS_PAGE}>Regional Partner</a> may know of a private workshop near you that you can
        join, or can set one up if there is enough demand.
      </p>
    </div>
  );
}
