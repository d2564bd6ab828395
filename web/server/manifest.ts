import type { Manifest } from 'vite';

/** The fonts of what a visitor sees first, by the names Fontsource gives them. */
const FIRST_FONTS = [
  /figtree-latin-wght-normal[^/]*\.woff2$/,
  /barlow-semi-condensed-latin-\d00-normal[^/]*\.woff2$/,
];

const filesOf = (manifest: string): Manifest[string][] => Object.values(JSON.parse(manifest) as Manifest);

/** `index.html` with links that fetch the first fonts early, found in Vite's manifest (JSON). */
export function addFontPreloads(html: string, manifest: string): string {
  const chunks = filesOf(manifest);
  const files = new Set(chunks.flatMap(({ file, assets = [] }) => [file, ...assets]));
  const links = FIRST_FONTS.flatMap((name) => [...files].filter((file) => name.test(file)).slice(0, 1)).map(
    (file) => `<link rel="preload" href="/${file}" as="font" type="font/woff2" crossorigin>`,
  );
  return html.replace('<!--head-->', `${links.join('\n    ')}\n    <!--head-->`);
}

/** The entry's style sheets, as addresses. */
export function stylesOf(manifest: string): string[] {
  const entry = filesOf(manifest).find(({ isEntry }) => isEntry);
  return (entry?.css ?? []).map((file) => `/${file}`);
}
