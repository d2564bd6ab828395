import { renderNotFound, renderPage } from '../../src/entry-server';
import { renderLocatorSvg } from '../../src/map/picture/locator';
import { renderWorkshopsSvg } from '../../src/map/picture/svg';
import { renderTerritorySvg } from '../../src/map/picture/territory';
import { matchRoute } from '../../src/routes';
import { Stamps } from '../intake/stamp';
import { ask, type Question, type Reply } from './ask';
import { SECRET } from './start-site';

/** What a site that takes forms needs of the site's code. */
export const code = {
  renderPage,
  renderNotFound,
  matchRoute,
  renderWorkshopsSvg,
  renderLocatorSvg,
  renderTerritorySvg,
};
export const HERE = 'https://example.org';
export const FORM = 'application/x-www-form-urlencoded';

export type Typed = Record<string, string>;

/** A stamp of a form that was opened so many milliseconds ago. */
export const stampOf = (age: number, secret = SECRET): string =>
  new Stamps(secret, () => Date.now() - age).make();

const plain = (html: string): string =>
  html
    .replaceAll('&#x27;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

/** What stands in a control of the page. */
export function valueIn(text: string, name: string): string | undefined {
  const area = new RegExp(`<textarea[^>]* name="${name}"[^>]*>([^<]*)</textarea>`).exec(text)?.[1];
  if (area !== undefined) return plain(area).replace(/^\n/, '');
  const chosen = new RegExp(`<select[^>]* name="${name}".*?</select>`, 's').exec(text)?.[0];
  if (chosen)
    return (
      /<option value="([^"]*)" selected/.exec(chosen)?.[1] ??
      /<option selected="" value="([^"]*)"/.exec(chosen)?.[1]
    );
  const input = new RegExp(`<input[^>]* name="${name}"[^>]*>`).exec(text)?.[0];
  return input && plain(/ value="([^"]*)"/.exec(input)?.[1] ?? '');
}

/** Visitors of a site behind a proxy, one after the other, each with a network address of their own. */
export class Visitors {
  /** Which one it is. */
  number = 0;
  readonly #siteUrl: () => string;

  constructor(siteUrl: () => string) {
    this.#siteUrl = siteUrl;
  }

  /** From here on it is somebody else. */
  next(): void {
    this.number++;
  }

  get address(): string {
    return `198.51.100.${this.number}`;
  }

  get(path: string): Promise<Reply> {
    return this.#ask(path, { headers: { 'x-forwarded-for': this.address } });
  }

  /** Posts as a browser of today does; a header that is set to nothing is left out. */
  post(path: string, body: string, changes: Typed = {}): Promise<Reply> {
    const headers: Typed = {
      'content-type': FORM,
      origin: HERE,
      'sec-fetch-site': 'same-origin',
      'x-forwarded-for': this.address,
      'content-length': String(Buffer.byteLength(body)),
      ...changes,
    };
    const sent = Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== ''));
    return this.#ask(path, { method: 'POST', body, headers: sent });
  }

  /** An answer without React's marks between pieces of text. */
  async #ask(path: string, question: Question): Promise<Reply> {
    const reply = await ask(this.#siteUrl(), path, question);
    return { ...reply, text: reply.text.replaceAll('<!-- -->', '') };
  }
}
