import { LinkButton } from '../../components/LinkButton';
import { PageBody } from '../PageBody';
import { PageHead } from '../PageHead';
import styles from './NotFoundPage.module.css';

/** What someone sees who followed a link that leads nowhere. */
export function NotFoundPage() {
  return (
    <>
      <PageHead title="We can’t find that page" />
      <PageBody>
        <p>It may have moved, or the address may have a small mistake in it. These may help:</p>
        <p className={styles.ways}>
          <LinkButton href="/" look="primary">
            Go to the home page
          </LinkButton>
          <LinkButton href="/workshops" look="secondary">
            Find a workshop
          </LinkButton>
        </p>
      </PageBody>
    </>
  );
}
