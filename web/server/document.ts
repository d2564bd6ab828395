import type { RenderedPage } from '../src/entry-server';
import { escapeHtml } from '../src/escape';

const MARKS = /<!--(head|app|state)-->/;

/** The document around every page, cut at its marks. */
export type Template = (
  page: Pick<RenderedPage, 'head' | 'html' | 'state'> & Partial<Pick<RenderedPage, 'sections'>>,
) => string;

/**
 * Reads `index.html`, which must hold the marks `<!--head-->`, `<!--app-->` and `<!--state-->`, once each and in this order.
 * @param linksOf what a page's head says after all else, by the kinds of its sections
 */
export function parseTemplate(html: string, linksOf: (sections: string[]) => string = () => ''): Template {
  const parts = html.split(MARKS);
  if (parts.length !== 7 || parts[1] !== 'head' || parts[3] !== 'app' || parts[5] !== 'state')
    throw new Error(
      'index.html must hold <!--head-->, <!--app--> and <!--state-->, once each and in this order',
    );
  const [start, , afterHead = '', , afterApp, , end] = parts;
  const headEnd = afterHead.indexOf('</head>');
  const [restOfHead, body] = [afterHead.slice(0, headEnd), afterHead.slice(headEnd)];
  return ({ head, html: app, state, sections = [] }) =>
    `${start}${head}${restOfHead}${linksOf(sections)}${body}${app}${afterApp}${state}${end}`;
}

/** `index.html` without the scripts that take pages over: styles and fonts stay. */
export function withoutScripts(html: string): string {
  return html.replace(/\s*<script\b[^>]*><\/script>|\s*<link rel="modulepreload"[^>]*>/g, '');
}

/** What a page needs when it cannot be rendered. */
export interface ErrorDocument {
  title: string;
  message: string;
  /** The site's style sheets, as addresses. */
  styles: string[];
}

/** A whole page without script: there is nothing to hydrate. */
export function errorDocument({ title, message, styles }: ErrorDocument): string {
  const links = styles.map((href) => `<link rel="stylesheet" href="${escapeHtml(href)}">`).join('');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
${links}
</head>
<body>
<main class="error-document">
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(message)}</p>
<p><a href="/" target="_top">Go to the home page</a></p>
</main>
</body>
</html>
`;
}
