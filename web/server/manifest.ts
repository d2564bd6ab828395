import type { Manifest } from 'vite';
import { folderOf } from '../src/sections/section';

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

/**
 * Links to the files of sections that are not in the entry's, so that a page is styled before it is painted and, unless they are
 * `stylesOnly`, taken over without a second round of asking.
 */
export function sectionLinks(manifest: string, stylesOnly = false): (sections: string[]) => string {
  const chunks = JSON.parse(manifest) as Manifest;
  const chunksOf = (name: string, seen: Set<string>): Manifest[string][] => {
    const chunk = chunks[name];
    if (!chunk || chunk.isEntry || seen.has(name)) return [];
    seen.add(name);
    return [chunk, ...(chunk.imports ?? []).flatMap((imported) => chunksOf(imported, seen))];
  };
  return (sections) => {
    const seen = new Set<string>();
    const needed = sections.flatMap((section) => {
      const folder = folderOf(section);
      return chunksOf(`src/sections/${folder}/${folder}.tsx`, seen);
    });
    const styles = needed.flatMap(({ css = [] }) => css);
    const scripts = stylesOnly ? [] : needed.map(({ file }) => file);
    return [
      ...styles.map((file) => `<link rel="stylesheet" crossorigin href="/${file}">`),
      ...scripts.map((file) => `<link rel="modulepreload" crossorigin href="/${file}">`),
    ].join('');
  };
}
