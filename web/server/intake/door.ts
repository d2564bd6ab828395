import { type CmsClient, CmsUnavailableError, isToken, NotFoundError } from '@deep-dive/shared-types';
import { networkOf } from '@deep-dive/shared-types/environment';
import type { HttpBindings } from '@hono/node-server';
import { type Context, Hono, type Next } from 'hono';
import type { SiteConfig } from '../../src/config';
import type { RenderWholeOptions } from '../../src/entry-server';
import { STAMP_FIELD, TRAP_FIELD } from '../../src/forms/FormGuards';
import type { Hindrance } from '../../src/forms/Hindered';
import { waitWords } from '../../src/forms/words';
import { BodyTooLargeError, readBody } from '../body';
import type { ServerConfig } from '../config';
import { errorDocument } from '../document';
import { failureOf, messageOf } from '../messages';
import type { Renderer } from '../renderer';
import { visitorOf } from '../visitor';
import { isFromHere } from './from-here';
import { type Allowances, type IntakeLimits, TooManyError } from './limits';
import { Stamps } from './stamp';

/** Bounds what is sent, in bytes: the longest message in the longest encoding, and all the rest. */
const MAX_BYTES = 65_536;
/** Milliseconds within which no person fills in a form, not even one whose browser knows all the answers. */
const TOO_QUICK = 3_000;
/** Seconds after which what the CMS could not take may be sent again. */
const RETRY_AFTER = 60;
const FORM_TYPE = /^application\/x-www-form-urlencoded\s*(?:;|$)/i;

export type IntakeContext = Context<{ Bindings: HttpBindings }>;

/** What is said to people in place of the page they asked for. */
export class PlainAnswer extends Error {
  override name = 'PlainAnswer';
  constructor(
    readonly status: 403 | 413 | 415 | 429 | 503,
    readonly title: string,
    message: string,
    readonly retryAfter?: number,
  ) {
    super(message);
  }
}

/** What a form came as. */
export interface Sent {
  form: URLSearchParams;
  /** Of the form it was typed into, where that was one of ours. */
  stamp: string | undefined;
  /** It can have come from a person's browser. */
  isByPerson: boolean;
}

export interface DoorOptions {
  config: Pick<ServerConfig, 'publicUrl' | 'invalidationSecret' | 'trustedProxies'>;
  siteConfig: SiteConfig;
  limits: IntakeLimits;
  /** The CMS's public API, through the cache. */
  cms: () => CmsClient;
  renderer: () => Promise<Renderer>;
}

/** The rules for everything that visitors send, whatever it is. */
export class Door {
  readonly limits: IntakeLimits;
  /** Null where nothing can be sent, since the site and the CMS share no secret. */
  readonly stamps: Stamps | null;
  readonly #options: DoorOptions;

  constructor(options: DoorOptions) {
    const { invalidationSecret } = options.config;
    this.#options = options;
    this.limits = options.limits;
    this.stamps = invalidationSecret ? new Stamps(invalidationSecret) : null;
  }

  /** Routes for one kind of it. Whatever they throw becomes a page that says nothing of what was sent. */
  routes(): Hono<{ Bindings: HttpBindings }> {
    const app = new Hono<{ Bindings: HttpBindings }>();
    app.onError((error, c) => this.#fail(error, c));
    return app;
  }

  /** Whose allowance it is: the network a visitor is in. */
  network(c: IntakeContext): string {
    return networkOf(visitorOf(c.env.incoming, this.#options.config));
  }

  /** A page without script. */
  async page(
    c: IntakeContext,
    status: 200 | 404 | 422 | 429 | 503,
    render: (
      pages: Renderer['intakePages'],
      options: RenderWholeOptions,
    ) => ReturnType<Renderer['renderNotFound']>,
  ): Promise<Response> {
    const { siteConfig: config, renderer, cms } = this.#options;
    const { intakePages, plainTemplate } = await renderer();
    const onError = (error: unknown): void =>
      console.error('A part of a page of the intake was left out:', messageOf(error));
    const page = await render(intakePages, { cms: cms(), config, onError });
    return c.html(plainTemplate(page), status);
  }

  /**
   * A form as it came, once it is known to be one of this site's and no flood. Rejects with `PlainAnswer`.
   * @param from the page with the form
   * @param mayHide see `isFromHere`
   */
  async readForm(c: IntakeContext, from: string, mayHide = false): Promise<Sent> {
    const { publicUrl } = this.#options.config;
    const network = this.network(c);
    await this.limits.take(['forms', network]).catch((error: unknown) => {
      if (!(error instanceof TooManyError)) throw error;
      const message = `Please try again in ${waitWords(error.seconds)}. With “Back”, what you typed is still there.`;
      throw new PlainAnswer(429, 'A great deal was sent from your network', message, error.seconds);
    });
    const sender = {
      site: c.req.header('sec-fetch-site'),
      origin: c.req.header('origin'),
      host: c.req.header('host'),
    };
    if (!isFromHere(sender, publicUrl, mayHide))
      throw new PlainAnswer(
        403,
        'This did not come from our own page',
        `Nothing was sent. Please send it from the page itself: ${publicUrl}${from}`,
      );
    if (!FORM_TYPE.test(c.req.header('content-type') ?? ''))
      throw new PlainAnswer(
        415,
        'This can’t be read',
        `Nothing was sent. Only the form at ${publicUrl}${from} can be sent here.`,
      );
    const form = new URLSearchParams((await this.readBody(c)).toString('utf8'));
    const given = form.get(STAMP_FIELD) ?? '';
    const age = this.stamps?.age(given) ?? null;
    // Whoever fills in what nobody sees may be a helpful extension of a person's browser: nothing is ever dropped unsaid.
    const isByPerson = age !== null && age >= TOO_QUICK && !form.get(TRAP_FIELD);
    return { form, stamp: age === null ? undefined : given, isByPerson };
  }

  /** What was sent, as long as it may be. Rejects with `PlainAnswer`. */
  async readBody(c: IntakeContext): Promise<Buffer> {
    try {
      return await readBody(c.req.raw, MAX_BYTES);
    } catch (error) {
      if (!(error instanceof BodyTooLargeError)) throw error;
      throw new PlainAnswer(
        413,
        'That is too long',
        'Nothing was sent. With “Back”, what you typed is still there: please shorten it.',
      );
    }
  }

  /**
   * What is kept below a private link; undefined when there is nothing, of which nobody may try many. Rejects with
   * `PlainAnswer`, and with what `ask` rejects with.
   */
  async kept<Kept>(
    c: IntakeContext,
    token: string,
    ask: (token: string) => Promise<Kept>,
    misses: keyof Allowances = 'misses',
  ): Promise<Kept | undefined> {
    const counted = [misses, this.network(c)] as const;
    const refuse = (error: unknown): never => {
      throw error instanceof TooManyError ? tooManyLinks(error) : error;
    };
    if (this.stamps && isToken(token)) {
      await this.limits.check([...counted]).catch(refuse);
      try {
        return await ask(token);
      } catch (error) {
        if (!(error instanceof NotFoundError)) throw error;
      }
    }
    await this.limits.take([...counted]).catch(refuse);
    return undefined;
  }

  /**
   * Why something was not done, for the page that says so, and the status to say it with.
   * @param what it was, for the log
   */
  hindered(c: IntakeContext, error: unknown, what: string): { status: 429 | 503; hindrance: Hindrance } {
    if (error instanceof TooManyError) {
      c.header('retry-after', String(error.seconds));
      return { status: 429, hindrance: { why: 'busy', seconds: error.seconds } };
    }
    console.error(`${what} was not taken:`, error instanceof CmsUnavailableError ? error.message : error);
    return this.unavailable(c);
  }

  /** The same for a CMS that can't take anything. */
  unavailable(c: IntakeContext): { status: 503; hindrance: Hindrance } {
    c.header('retry-after', String(RETRY_AFTER));
    return { status: 503, hindrance: { why: 'unavailable' } };
  }

  async #fail(error: Error, c: IntakeContext): Promise<Response> {
    const { styles } = await this.#options.renderer();
    if (error instanceof PlainAnswer) {
      if (error.retryAfter) c.header('retry-after', String(error.retryAfter));
      // Nobody reads what is left of a body that may be long.
      if (error.status < 429) c.header('connection', 'close');
      return c.html(errorDocument({ title: error.title, message: error.message, styles }), error.status);
    }
    const failure = failureOf(error);
    console.error('The intake failed:', failure.status === 500 ? error : messageOf(error));
    if (failure.retryAfter) c.header('retry-after', String(failure.retryAfter));
    return c.html(errorDocument({ ...failure, styles }), failure.status);
  }
}

const tooManyLinks = ({ seconds }: TooManyError): PlainAnswer =>
  new PlainAnswer(
    429,
    'Too many links that lead nowhere',
    `They came from your network. Please try yours again in ${waitWords(seconds)}.`,
    seconds,
  );

/** A page that whoever has its address may see, and nobody is to find or be told of. */
export const privately = async (c: Context, next: Next): Promise<void> => {
  await next();
  c.header('x-robots-tag', 'noindex, nofollow');
  c.header('referrer-policy', 'no-referrer');
};
