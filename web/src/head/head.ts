import type { Thing, WithContext } from 'schema-dts';
import { escapeHtml, escapeJson } from '../escape';

/** What a page says about itself to browsers, search engines and those who share it. */
export interface Head {
  title: string;
  description: string | null;
  /** Absolute; null for a page that has no address of its own. */
  canonical: string | null;
  siteName: string;
  /** Shown when the page is shared; `url` is absolute. */
  image: { url: string; alt: string } | null;
  /** The page's facts for other programs: feeds and calendar files. */
  alternates: { type: string; href: string; title: string }[];
  /** Facts for search engines, in schema.org's words. The server alone says them, so that browsers need no code for it. */
  jsonLd: WithContext<Thing>[];
  /** What search engines may do, when it is not everything. */
  robots: 'noindex' | null;
}

/** The tags for the document's head, as HTML. */
export function renderHead(head: Head): string {
  const { title, description, canonical, siteName, image, alternates, jsonLd, robots } = head;
  const tags = [`<title>${escapeHtml(title)}</title>`];
  const meta = (attribute: 'name' | 'property', name: string, content: string | null): void => {
    if (content) tags.push(`<meta ${attribute}="${name}" content="${escapeHtml(content)}">`);
  };
  meta('name', 'description', description);
  if (canonical) tags.push(`<link rel="canonical" href="${escapeHtml(canonical)}">`);
  for (const { type, href, title } of alternates)
    tags.push(
      `<link rel="alternate" type="${escapeHtml(type)}" href="${escapeHtml(href)}" title="${escapeHtml(title)}">`,
    );
  meta('name', 'robots', robots);
  meta('property', 'og:type', 'website');
  meta('property', 'og:site_name', siteName);
  meta('property', 'og:title', title);
  meta('property', 'og:description', description);
  meta('property', 'og:url', canonical);
  meta('property', 'og:image', image?.url ?? null);
  meta('property', 'og:image:alt', image?.alt ?? null);
  meta('name', 'twitter:card', image ? 'summary_large_image' : 'summary');
  for (const thing of jsonLd)
    tags.push(`<script type="application/ld+json">${escapeJson(JSON.stringify(thing))}</script>`);
  return tags.join('\n    ');
}

/** Brings the document's head up to date after a client-side navigation: what browsers and bookmarks look at. */
export function applyHead({ title, description, canonical }: Head): void {
  document.title = title;
  setTag('meta[name="description"]', 'meta', { name: 'description' }, 'content', description);
  setTag('link[rel="canonical"]', 'link', { rel: 'canonical' }, 'href', canonical);
}

function setTag(
  selector: string,
  tagName: 'meta' | 'link',
  identity: Record<string, string>,
  attribute: string,
  value: string | null,
): void {
  let tag = document.head.querySelector(selector);
  if (value === null) {
    tag?.remove();
    return;
  }
  if (!tag) {
    tag = document.createElement(tagName);
    for (const [name, content] of Object.entries(identity)) tag.setAttribute(name, content);
    document.head.append(tag);
  }
  tag.setAttribute(attribute, value);
}
