import { type ReactNode, useRef } from 'react';
import form from '../../components/RowForm.module.css';
import { SiteLink } from '../../components/SiteLink';
import { PARTNERS_PAGE } from '../../finder/Partners';
import { PlaceField } from '../../finder/PlaceField';
import { useSite } from '../../queries/site';
import { Band } from '../../sections/Band';
import { PageHead } from '../PageHead';
import styles from './NotFoundPage.module.css';

/** What someone sees who followed a link that leads nowhere: most want a workshop near them, or the page that tells of it. */
export function NotFoundPage() {
  const place = useRef<HTMLInputElement>(null);
  const { homePage, navigation } = useSite().site;
  const others = navigation.filter(({ page }) => page && page.slug !== homePage?.slug);
  return (
    <>
      <PageHead title="We can’t find that page">
        <p className={styles.lead}>
          It may have moved, or the address may have a small mistake in it. Here is where most people go:
        </p>
      </PageHead>
      <Band placement={{ id: undefined, tone: 'plain', level: 2, ordinal: 1 }}>
        <div className={styles.search}>
          <h2>Find a workshop near you</h2>
          <form method="get" action="/workshops" autoComplete="off" className={form.form}>
            <PlaceField label="Your ZIP code or city" near={undefined} inputRef={place} />
            <button type="submit" className={form.submit}>
              Find workshops
            </button>
          </form>
        </div>
        <ul className={styles.ways}>
          <Way href="/" title={homePage?.title ?? 'Home page'}>
            What it is, for whom, and what it costs
          </Way>
          <Way href={PARTNERS_PAGE} title="Your Regional Partner">
            Who hosts workshops where you are, and how to reach them
          </Way>
          {others
            .filter(({ page }) => `/${page?.slug}` !== PARTNERS_PAGE)
            .map(({ id, label, page }) => (
              <Way key={id} href={`/${page?.slug}`} title={label} />
            ))}
        </ul>
      </Band>
    </>
  );
}

function Way({ href, title, children }: { href: string; title: string; children?: ReactNode }) {
  return (
    <li className={styles.way}>
      <SiteLink href={href}>{title}</SiteLink>
      {children && <p>{children}</p>}
    </li>
  );
}
