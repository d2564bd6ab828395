import type { AnchorHTMLAttributes } from 'react';
import { isExternal } from './links';

type SiteLinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & {
  /** An address that `safeHref` let through, or one we made ourselves. */
  href: string;
};

/** A link, in this window. Search engines are told when it leads to another site. */
export function SiteLink({ href, ...attributes }: SiteLinkProps) {
  return <a rel={isExternal(href) ? 'external noopener' : undefined} {...attributes} href={href} />;
}
