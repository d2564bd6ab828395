import {
  CmsUnavailableError,
  filtersOf,
  NotFoundError,
  PREVIEW_PATH,
  type PreviewAbout,
  type PreviewCard,
  type PreviewName,
  type PreviewRevision,
  parsePreviewName,
  parseWorkshopSearch,
} from '@deep-dive/shared-types';
import type { HttpBindings } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import type { SiteConfig } from '../../src/config';
import { pageAddress, previewAddress } from '../../src/preview/addresses';
import { addressOf } from '../address';
import { errorDocument } from '../document';
import { failureOf, messageOf, PREVIEW_ENDED } from '../messages';
import type { Renderer } from '../renderer';
import { framedBy } from '../security-headers';
import { CACHE_CONTROL } from '../send';
import type { Upstream } from '../upstream/upstream';
import { PreviewCms, PreviewEndedError } from './preview-cms';

export interface PreviewOptions {
  upstream: Upstream;
  renderer: () => Promise<Renderer>;
  config: SiteConfig;
  /** The headers of every answer, by lower-case name. */
  headers: Record<string, string>;
}

interface Env {
  Bindings: HttpBindings;
  Variables: {
    /** Those of the answer, by lower-case name. */
    headers: Record<string, string>;
  };
}

type PreviewContext = Context<Env>;

/** Answers in the preview that is named in the address. `rest` is what follows its name there, with its query string. */
type Answer = (c: PreviewContext, name: PreviewName, rest: string) => Promise<Response>;

const LOCATOR = /^\/workshops\/([^/]+)\.svg$/;

/**
 * Answers below `/preview/`: pages made of what the CMS tells the holder of a credential, made anew each time. Nothing in here
 * knows the caches, and nothing that is answered may be kept, found by search engines, or told to other sites.
 */
export function previewRoutes({ upstream, renderer, config, headers }: PreviewOptions) {
  const previews = new PreviewCms(upstream);
  const app = new Hono<Env>();

  app.use(async (c, next) => {
    c.set('headers', headers);
    await next();
    for (const [header, value] of Object.entries(c.get('headers'))) c.res.headers.set(header, value);
    c.res.headers.set('cache-control', CACHE_CONTROL.none);
    c.res.headers.set('referrer-policy', 'no-referrer');
    c.res.headers.set('x-robots-tag', 'noindex, nofollow');
  });

  // Not with the address: the credential is part of it.
  app.onError(async (error, c) => {
    const { styles } = await renderer();
    if (error instanceof PreviewEndedError) return c.html(errorDocument({ ...PREVIEW_ENDED, styles }), 403);
    const failure = failureOf(error);
    console.error('A preview failed:', failure.status === 500 ? error : messageOf(error));
    return c.html(errorDocument({ ...failure, styles }), failure.status);
  });

  const answer = (path: string, of: Answer): void => {
    app.get(path, (c) => {
      const { path: asked, query } = addressOf(c.env.incoming);
      const [text = '', ...rest] = asked.slice(PREVIEW_PATH.length + 1).split('/');
      const name = parsePreviewName(text);
      if (!name) throw new PreviewEndedError('Not a preview');
      return of(c, name, `/${rest.slice(1).join('/')}${query && `?${query}`}`);
    });
  };

  answer('/:name', async (c, name) => {
    const [about, { revision }, { renderPreview, previewTemplate }] = await Promise.all([
      previews.get<PreviewAbout>(name, '/about'),
      previews.get<PreviewRevision>(name, '/revision'),
      renderer(),
    ]);
    return c.html(previewTemplate(await renderPreview({ name, about, revision })));
  });

  answer('/:name/api/*', async (c, name, rest) => {
    try {
      return await previews.ask(name, rest);
    } catch (error) {
      if (!(error instanceof PreviewEndedError || error instanceof CmsUnavailableError)) throw error;
      const hasEnded = error instanceof PreviewEndedError;
      const status = hasEnded ? 401 : 503;
      const { message } = hasEnded ? PREVIEW_ENDED : failureOf(error);
      return c.json({ error: { status, message } }, status);
    }
  });

  const page: Answer = async (c, name, rest) => {
    const { cms, ended } = previews.client(name);
    const { matchRoute, isPagePath, renderPage, renderNotFound, previewTemplate } = await renderer();
    const [path = '/', query = ''] = rest.split('?');
    const search = matchRoute(path)?.route.search(query) ?? '';
    const onError = (error: unknown): void =>
      console.error('A part of a preview was left out:', messageOf(error));
    const options = { cms, config, path, search, onError };
    const rendered = await renderPage(options)
      .catch((error: unknown) => {
        if (!(error instanceof NotFoundError)) throw error;
        return renderNotFound(options);
      })
      .catch((error: unknown) => {
        throw ended() ?? error;
      });
    const hasEnded = ended();
    if (hasEnded) throw hasEnded;
    return c.html(within(name, previewTemplate(rendered), isPagePath), rendered.status);
  };
  answer('/:name/page', page);
  answer('/:name/page/*', page);

  answer('/:name/card', async (c, name) => {
    const card = await previews.get<PreviewCard>(name, '/card');
    const { renderCardFrame, previewTemplate } = await renderer();
    c.set('headers', framedBy(headers, card.admin));
    return c.html(previewTemplate(renderCardFrame(card)));
  });

  answer('/:name/workshops.svg', async (c, name) => {
    const { query } = addressOf(c.env.incoming);
    const { cms } = previews.client(name);
    const places = await cms.workshopPlaces(filtersOf(parseWorkshopSearch(query).search));
    return picture(c, (await renderer()).renderWorkshopsSvg(places));
  });
  answer('/:name/workshops/:file', async (c, name, rest) => {
    const [, slug] = LOCATOR.exec(`/workshops${rest.split('?')[0]}`) ?? [];
    const { cms } = previews.client(name);
    const place = slug ? (await cms.workshop(slug)).place : null;
    if (place?.latitude == null || place.longitude == null) return c.text('Not found', 404);
    const { latitude, longitude, city, state } = place;
    return picture(
      c,
      (await renderer()).renderLocatorSvg({ latitude, longitude, label: `${city}, ${state}` }),
    );
  });
  app.get('*', () => {
    throw new PreviewEndedError('Nothing is there');
  });
  return app;
}

const picture = (c: PreviewContext, svg: string): Response =>
  c.body(svg, 200, { 'content-type': 'image/svg+xml' });

const PICTURE = /^\/workshops(?:\/[^/?#]+)?\.svg(?:$|\?)/;

/**
 * A page whose links, searches and pictures of workshops stay within the preview, before any script has begun. What is left
 * leads where it always does: files, feeds, other sites.
 */
function within(name: PreviewName, html: string, isPage: (path: string) => boolean): string {
  return html.replace(/ (href|action|src)="(\/[^"]*)"/g, (whole, attribute: string, to: string) => {
    if (PICTURE.test(to)) return ` ${attribute}="${previewAddress(name)}${to}"`;
    const [path = ''] = to.split(/[?#]/);
    return isPage(path) ? ` ${attribute}="${pageAddress(name, to)}"` : whole;
  });
}
