import { type AnchorHTMLAttributes, createContext, useContext } from 'react';
import { isExternal } from '../hrefs';

/** Whether the page stands in a frame on someone else's site. */
export const EmbeddedContext = createContext(false);

/** The pages made for a frame. */
const EMBED_PATH = '/embed/';

type SiteLinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & {
  'data-count'?: string;
  /** An address that `safeHref` let through, or one we made ourselves. */
  href: string;
};

/**
 * A link, in this window. Search engines are told when it leads to another site. In a frame, what leads beyond the
 * frame's own pages opens a new tab.
 */
export function SiteLink({ href, children, ...attributes }: SiteLinkProps) {
  const isEmbedded = useContext(EmbeddedContext);
  if (isEmbedded && !href.startsWith(EMBED_PATH))
    return (
      <a {...attributes} href={href} target="_blank" rel="noopener">
        {children}
        <span className="visually-hidden"> (opens in a new tab)</span>
      </a>
    );
  return (
    <a rel={isExternal(href) ? 'external noopener' : undefined} {...attributes} href={href}>
      {children}
    </a>
  );
}
