import { Writable } from 'node:stream';
import {
  type CmsClient,
  CmsUnavailableError,
  NotFoundError,
  type PreviewCard,
} from '@deep-dive/shared-types';
import { dehydrate, QueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { renderToPipeableStream } from 'react-dom/server';
import { App } from './App';
import type { SiteConfig } from './config';
import { escapeHtml, escapeJson } from './escape';
import { renderHead } from './head/head';
import { ALERTS_PATH, CONTACT_PATH, INQUIRIES_PATH } from './hrefs';
import { type PageState, STATE_ELEMENT } from './navigation/page-state';
import type { AlertFormPageProps } from './pages/AlertFormPage/AlertFormPage';
import { alertFormView } from './pages/AlertFormPage/view';
import type { AlertsPageProps } from './pages/AlertsPage/AlertsPage';
import { alertsView } from './pages/AlertsPage/view';
import type { ContactPageProps } from './pages/ContactPage/ContactPage';
import { contactView } from './pages/ContactPage/view';
import type { InquiryPageProps } from './pages/InquiryPage/InquiryPage';
import { inquiryView } from './pages/InquiryPage/view';
import { notFoundView } from './pages/NotFoundPage/view';
import type { UnsubscribePageProps } from './pages/UnsubscribePage/UnsubscribePage';
import { unsubscribeView } from './pages/UnsubscribePage/view';
import { Preview } from './preview/Preview';
import { CARD_STATE_ELEMENT, PREVIEW_STATE_ELEMENT, type PreviewState } from './preview/state';
import { createQueryReader, type QueryReader } from './queries/query-reader';
import { loadSite } from './queries/site';
import { matchRoute } from './routes';
import type { RouteRequest, View } from './routing/route';

export interface RenderOptions {
  cms: CmsClient;
  config: SiteConfig;
  /** Percent-encoded. */
  path: string;
  /** With its "?", or empty. */
  search: string;
  /** Told of every part of the page that was left out. */
  onError: (error: unknown) => void;
  /** Resolves when the visitor is to wait no longer for what only adds to the page. */
  patience?: Promise<void>;
}

/** A page as the three pieces the document's template takes. */
export interface RenderedPage {
  status: View['status'];
  head: string;
  html: string;
  state: string;
  /** Kinds of its sections, as the view names them. */
  sections: string[];
  /** False when the CMS could not answer for a part of the page. */
  complete: boolean;
}

/** Renders the page at an address. Rejects with `NotFoundError`, or with what the CMS's client rejects with. */
export function renderPage(options: RenderOptions): Promise<RenderedPage> {
  return render(options, true, async (queries) => {
    const match = matchRoute(options.path);
    if (!match) throw new NotFoundError(`No page has the address ${options.path}`);
    const request = { ...options, queries, slug: match.slug };
    await match.route.load(request);
    return match.route.view(request);
  });
}

/** Renders the page that says there is none. */
export function renderNotFound(options: RenderOptions): Promise<RenderedPage> {
  return render(options, false, async (queries) => {
    await loadSite(options.cms, queries);
    return notFoundView({ cms: options.cms, queries });
  });
}

/** What a page is rendered with that no route leads to. */
export type RenderWholeOptions = Pick<RenderOptions, 'cms' | 'config' | 'onError'>;

/**
 * The pages of what visitors send. They work as they are: no script takes them over, and none of their state is sent. Those
 * below a private link are not told its path, which nobody else is to know.
 */
export const intakePages = {
  /** The form that reaches a Regional Partner. */
  contact: (options: RenderWholeOptions, props: ContactPageProps) =>
    renderWhole(options, CONTACT_PATH, (request) => contactView(request, props)),
  /** How an inquiry fares. */
  inquiry: (options: RenderWholeOptions, props: InquiryPageProps) =>
    renderWhole(options, INQUIRIES_PATH, (request) => inquiryView(request, props)),
  /** The form of who wants to be told of workshops. */
  alertForm: (options: RenderWholeOptions, props: AlertFormPageProps) =>
    renderWhole(options, ALERTS_PATH, (request) => alertFormView(request, props)),
  /** What someone asked to be told. */
  alerts: (options: RenderWholeOptions, props: AlertsPageProps) =>
    renderWhole(options, ALERTS_PATH, (request) => alertsView(request, props)),
  /** What stops the mails about one of them. */
  unsubscribe: (options: RenderWholeOptions, props: UnsubscribePageProps) =>
    renderWhole(options, ALERTS_PATH, (request) => unsubscribeView(request, props)),
};

async function renderWhole(
  options: RenderWholeOptions,
  path: string,
  view: (request: Pick<RouteRequest, 'cms' | 'queries' | 'config'>) => View,
): Promise<RenderedPage> {
  const page = await render({ ...options, path, search: '' }, true, async (queries) => {
    await loadSite(options.cms, queries);
    return view({ ...options, queries });
  });
  return { ...page, state: '' };
}

/** Renders a preview as a whole: the bar, and the frames in which its page will be. */
export async function renderPreview(state: PreviewState): Promise<RenderedPage> {
  const html = await renderToHtml(<Preview state={state} />, (error) => {
    throw error;
  });
  return {
    status: 200,
    head: `<title>Preview: ${escapeHtml(state.about.title)}</title>`,
    html,
    state: stateScript(PREVIEW_STATE_ELEMENT, state),
    sections: [],
    complete: true,
  };
}

/** The frame of a workshop's card: empty until the CMS's admin, around it, says what it shows. */
export const renderCardFrame = (card: PreviewCard): RenderedPage => ({
  status: 200,
  head: '<title>A workshop as visitors will see it</title>',
  html: '',
  state: stateScript(CARD_STATE_ELEMENT, card),
  sections: [],
  complete: true,
});

const stateScript = (id: string, state: PageState | PreviewState | PreviewCard): string =>
  `<script type="application/json" id="${id}">${escapeJson(JSON.stringify(state))}</script>`;

async function render(
  { cms, config, path, search, onError, patience }: RenderOptions,
  isFound: boolean,
  viewFrom: (queries: QueryReader) => Promise<View>,
): Promise<RenderedPage> {
  let complete = true;
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 'static' } } });
  const queries = createQueryReader({
    queryClient,
    staleTime: Number.POSITIVE_INFINITY,
    onError: (error) => {
      if (error instanceof CmsUnavailableError) complete = false;
      onError(error);
    },
    patience,
  });
  try {
    const view = await viewFrom(queries);
    const html = await renderToHtml(
      <App
        cms={cms}
        queryClient={queryClient}
        config={config}
        page={{ path, search, view }}
        navigate={async () => {}}
      />,
      onError,
    );
    const state: PageState = { config, isFound, queries: dehydrate(queryClient) };
    return {
      status: view.status,
      head: renderHead(view.head),
      html,
      state: stateScript(STATE_ELEMENT, state),
      sections: view.sections ?? [],
      complete: complete && view.status !== 503,
    };
  } finally {
    queryClient.clear();
  }
}

/**
 * Renders everything before the first byte leaves. Without chunks React writes no inline script, which the Content
 * Security Policy would refuse. What throws inside a `Suspense` is left out and reported; elsewhere it rejects.
 */
function renderToHtml(element: ReactElement, onError: (error: unknown) => void): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const collector = new Writable({
      write(chunk: Buffer, _encoding, done) {
        chunks.push(chunk);
        done();
      },
      final(done) {
        // React 18 pads with NUL where a letter of several bytes doesn't fit its 2 KB: https://github.com/facebook/react/pull/26228
        resolve(Buffer.concat(chunks).toString('utf8').replaceAll('\0', ''));
        done();
      },
    });
    const stream = renderToPipeableStream(element, {
      progressiveChunkSize: Number.POSITIVE_INFINITY,
      onAllReady: () => stream.pipe(collector),
      onShellError: reject,
      onError,
    });
  });
}
