import {
  type CmsClient,
  CmsUnavailableError,
  createCmsClient,
  formatPreviewName,
  PREVIEW_API_PATH,
  PREVIEW_HEADER,
  type PreviewName,
} from '@deep-dive/shared-types';
import { readBody } from '../body';
import { reasonOf } from '../upstream/endpoint';
import type { Upstream } from '../upstream/upstream';

/** Milliseconds the CMS has for an answer: reading every draft takes longer than what is kept in memory. */
const TIMEOUT = 20_000;
/** Bounds an answer, in bytes. */
const MAX_BYTES = 20_000_000;

/** A preview that has ended, or is none, or may not be seen by whoever opened it any more. */
export class PreviewEndedError extends Error {
  override name = 'PreviewEndedError';
}

/** The CMS as a preview sees it: asked anew each time, with the preview's credential, past everything that is kept. */
export class PreviewCms {
  readonly #upstream: Upstream;

  constructor(upstream: Upstream) {
    this.#upstream = upstream;
  }

  /**
   * What the CMS answers a preview.
   * @param path what is asked of the site's API, without its "/api": "/pages/deep-dive"
   * Rejects with `PreviewEndedError` or `CmsUnavailableError`.
   */
  async ask(name: PreviewName, path: string): Promise<Response> {
    const headers = { accept: 'application/json', [PREVIEW_HEADER]: formatPreviewName(name) };
    const question = { timeoutMs: TIMEOUT, isRefresh: false, headers };
    return this.#upstream.ask(PREVIEW_API_PATH + path, question, async (response) => {
      const { status } = response;
      if (status === 401 || status === 403) {
        await response.body?.cancel();
        throw new PreviewEndedError(`The CMS answered ${status} to a preview`);
      }
      if (status !== 200 && status !== 400 && status !== 404) {
        await response.body?.cancel();
        throw new CmsUnavailableError(`The CMS answered ${status} to a preview of ${path}`);
      }
      const body = await readBody(response, MAX_BYTES).catch((error: unknown) => {
        throw new CmsUnavailableError(`The CMS broke off its answer to a preview: ${reasonOf(error)}`, {
          cause: error,
        });
      });
      const contentType = response.headers.get('content-type') ?? '';
      return new Response(new Uint8Array(body), { status, headers: { 'content-type': contentType } });
    });
  }

  /** `ask` for an answer that is there, as JSON. Rejects as `ask`, also with `PreviewEndedError` for what is not found. */
  async get<Answer>(name: PreviewName, path: string): Promise<Answer> {
    const response = await this.ask(name, path);
    if (!response.ok)
      throw new PreviewEndedError(`The CMS answered ${response.status} to a preview of ${path}`);
    return (await response.json()) as Answer;
  }

  /** A typed client for one page of a preview, and why the preview has ended, should it have. */
  client(name: PreviewName): { cms: CmsClient; ended: () => PreviewEndedError | undefined } {
    let ended: PreviewEndedError | undefined;
    const fetchPreview: typeof fetch = async (input) => {
      try {
        return await this.ask(name, String(input).slice('/api'.length));
      } catch (error) {
        if (error instanceof PreviewEndedError) ended = error;
        throw error;
      }
    };
    const cms = createCmsClient({ baseUrl: '', fetch: fetchPreview, timeoutMs: TIMEOUT + 1_000 });
    return { cms, ended: () => ended };
  }
}
