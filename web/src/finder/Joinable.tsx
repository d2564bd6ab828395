import type { JoinableWorkshop, WorkshopList } from '@deep-dive/shared-types';
import { LinkButton } from '../components/LinkButton';
import { contactHref } from '../hrefs';
import { inWords } from '../partners/territory';
import { kindLabels } from '../workshops/labels';
import styles from './Joinable.module.css';

/** That the partner has private workshops near the place, and can be asked: set apart where nothing else was found. */
export function Joinable({ list: { joinable, near, partners, total } }: { list: WorkshopList }) {
  if (joinable.length === 0 || near?.status !== 'found') return null;
  return (
    <div className={total > 0 ? styles.note : styles.panel}>
      <p>Your Regional Partner has {inWords(joinable.map(words))}.</p>
      <LinkButton
        href={contactHref({
          purpose: 'private',
          near: near.place.zip ?? undefined,
          partner: partners[0]?.slug,
        })}
        look="link"
      >
        Ask to join
      </LinkButton>
    </div>
  );
}

/** "a private Deep Dive in October 2027 within 50 miles" */
function words({ kind, month, withinMiles }: JoinableWorkshop): string {
  const when = new Date(month).toLocaleDateString('en-US', {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return `a private ${kindLabels[kind]} in ${when} within ${withinMiles} miles`;
}
