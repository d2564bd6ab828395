import type { Media, Section } from '@deep-dive/shared-types';

/** What an example calls a picture that is to be missing. */
const MISSING = '/uploads/missing.jpg';

/** A section with a drawing of the right size for each picture: the examples' own are nowhere but in their text. */
export function withDrawings<S extends Section>(section: S): S {
  return drawn(section) as S;
}

function drawn(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(drawn);
  if (typeof value !== 'object' || value === null) return value;
  if (isPicture(value)) return { ...value, url: drawingOf(value.width ?? 1200, value.height ?? 800) };
  // What is offered to be saved is not shown.
  return Object.fromEntries(
    Object.entries(value).map(([name, held]) => [name, name === 'file' ? held : drawn(held)]),
  );
}

const isPicture = (value: object): value is Media =>
  'mime' in value && String(value.mime).startsWith('image/') && 'url' in value && value.url !== MISSING;

function drawingOf(width: number, height: number): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"><path fill="#bfe0e2" d="M0 0h${width}v${height}H0z"/><path fill="#00707b" d="M0 ${height} ${width / 3} ${height / 2} ${width / 2} ${height * 0.7} ${width * 0.7} ${height / 3} ${width} ${height}z"/></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
