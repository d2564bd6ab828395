import type { JoinableWorkshop, WorkshopList } from '@deep-dive/shared-types';
import { LinkButton } from '../components/LinkButton';
import { contactHref } from '../hrefs';
import { kindLabels } from '../workshops/labels';
import styles from './Joinable.module.css';

/** That there are private workshops near the place, whose partner can be asked: above all where nothing else was found. */
export function Joinable({ list: { joinable, near, partners, total } }: { list: WorkshopList }) {
  const [partner] = partners;
  if (joinable.length === 0 || near?.status !== 'found') return null;
  const href = contactHref({ purpose: 'private', near: near.place.zip ?? undefined, partner: partner?.slug });
  return (
    <div className={total > 0 ? styles.quiet : styles.joinable}>
      <p>
        Your Regional Partner has a private {joinable.map(inWords).join(', and another ')}. It isn’t listed, but you
        can{' '}
        <LinkButton href={href} look="link">
          ask to join
        </LinkButton>
        .
      </p>
    </div>
  );
}
