import type { WorkshopSummary } from '@deep-dive/shared-types';
import { LinkButton } from '../components/LinkButton';
import { contactHref, safeHref } from '../hrefs';

/** The way to a place at a workshop: to register, or else to whoever can be asked. */
export function PlaceButton({ workshop }: { workshop: WorkshopSummary }) {
  const { slug, title, status, registrationUrl } = workshop;
  const registration = status === 'scheduled' ? safeHref(registrationUrl) : null;
  return (
    <LinkButton
      href={registration ?? contactHref({ purpose: 'place', workshop: slug })}
      look={registration ? 'primary' : 'secondary'}
      counted={`register /workshops/${slug}`}
    >
      {registration ? 'Register' : 'Ask for a place'}
      <span className="visually-hidden">: {title}</span>
    </LinkButton>
  );
}
