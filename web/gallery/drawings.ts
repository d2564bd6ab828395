import type { Section } from '@deep-dive/shared-types';

/** What an example calls a picture that is to be missing. */
const MISSING = '/uploads/missing.jpg';

/** A section with a drawing of the right size for each picture: the examples' own are nowhere but in their text. */
export function withDrawings<S extends Section>(section: S): S {
  if (!('image' in section) || !section.image || section.image.url === MISSING) return section;
  const { width, height } = section.image;
  return { ...section, image: { ...section.image, url: drawingOf(width ?? 1200, height ?? 800) } };
}

function drawingOf(width: number, height: number): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"><path fill="#bfe0e2" d="M0 0h${width}v${height}H0z"/><path fill="#00707b" d="M0 ${height} ${width / 3} ${height / 2} ${width / 2} ${height * 0.7} ${width * 0.7} ${height / 3} ${width} ${height}z"/></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
