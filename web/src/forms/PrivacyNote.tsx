import { SiteLink } from '../components/SiteLink';
import { actionHref } from '../hrefs';
import { useSite } from '../queries/site';

/** The page that says what is kept about visitors, as the CMS is first filled. */
const PRIVACY_PAGE = '/privacy';

/** Leads to what is kept of a form, where the site's foot leads there too: only then is there such a page. */
export function PrivacyNote() {
  const { footerLinks } = useSite().site;
  if (!footerLinks.some((action) => actionHref(action) === PRIVACY_PAGE)) return null;
  return (
    <p className="intake-hint">
      What we keep of this, for how long, and how to have it erased:{' '}
      <SiteLink href={PRIVACY_PAGE}>your privacy</SiteLink>
    </p>
  );
}
