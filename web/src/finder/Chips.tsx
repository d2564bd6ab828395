import type { WorkshopList } from '@deep-dive/shared-types';
import { SiteLink } from '../components/SiteLink';
import styles from './Chips.module.css';
import type { FinderState } from './state';

/** What narrows the results and has no control in the form, each with a way to be rid of it. */
export function Chips({ finder, list }: { finder: FinderState; list: WorkshopList | undefined }) {
  const { search, fixed, hrefOf } = finder;
  const { bbox } = search;
  const partner = fixed.partner ? undefined : search.partner;
  if (!bbox && !partner) return null;
  const partnerName = list?.workshops.find((workshop) => workshop.partner.slug === partner)?.partner.name;
  return (
    <ul className={styles.chips} aria-label="Narrowed to">
      {bbox && (
        <li>
          <Chip href={hrefOf({ ...search, bbox: undefined, page: undefined })}>Map area</Chip>
        </li>
      )}
      {partner && (
        <li>
          <Chip href={hrefOf({ ...search, partner: undefined, page: undefined })}>
            {partnerName ?? 'One Regional Partner'}
          </Chip>
        </li>
      )}
    </ul>
  );
}

function Chip({ href, children }: { href: string; children: string }) {
  return (
    <SiteLink href={href}>
      {children}
      <span className="visually-hidden">: remove</span>
      <span aria-hidden="true"> ✕</span>
    </SiteLink>
  );
}
