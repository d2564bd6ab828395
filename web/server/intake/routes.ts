import {
  type CmsClient,
  CmsUnavailableError,
  type FieldProblem,
  type InquiryStatus,
  isToken,
  MovedError,
  NotFoundError,
  readInquiryForm,
  readInquiryLine,
} from '@deep-dive/shared-types';
import { networkOf } from '@deep-dive/shared-types/environment';
import type { HttpBindings } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { SiteConfig } from '../../src/config';
import { CONTACT_PATH, INQUIRIES_PATH } from '../../src/hrefs';
import { STAMP_FIELD, TRAP_FIELD } from '../../src/inquiry/InquiryForm';
import { prefilled, type TypedInquiry, typedIn, zipOf } from '../../src/inquiry/typed';
import { waitWords } from '../../src/inquiry/words';
import type { ContactPageProps, Hindrance } from '../../src/pages/ContactPage/ContactPage';
import type { InquiryPageProps } from '../../src/pages/InquiryPage/InquiryPage';
import { isSlug } from '../../src/routing/slug';
import { addressOf } from '../address';
import { BodyTooLargeError, readBody } from '../body';
import type { ServerConfig } from '../config';
import { errorDocument } from '../document';
import { failureOf, messageOf } from '../messages';
import type { Renderer } from '../renderer';
import type { Upstream } from '../upstream/upstream';
import { visitorOf } from '../visitor';
import { isFromHere } from './from-here';
import { InquiriesCms, RefusedError } from './inquiries-cms';
import { type IntakeLimits, TooManyError } from './limits';
import { Stamps, submissionKey } from './stamp';

/** Bounds what is sent, in bytes: the longest message in the longest encoding, and all the rest. */
const MAX_BYTES = 65_536;
/** Milliseconds within which no person fills in a form, not even one whose browser knows all the answers. */
const TOO_QUICK = 3_000;
/** Seconds after which a form that the CMS could not take may be sent again. */
const RETRY_AFTER = 60;
const FORM_TYPE = /^application\/x-www-form-urlencoded\s*(?:;|$)/i;

export interface IntakeOptions {
  config: Pick<ServerConfig, 'publicUrl' | 'invalidationSecret' | 'trustedProxies'>;
  siteConfig: SiteConfig;
  upstream: Upstream;
  limits: IntakeLimits;
  /** The CMS's public API, through the cache. */
  cms: () => CmsClient;
  renderer: () => Promise<Renderer>;
}

type IntakeContext = Context<{ Bindings: HttpBindings }>;

/** Whether this is where visitors send something, or see what became of it. */
export const isIntakePath = (path: string): boolean =>
  path === CONTACT_PATH || path.startsWith(`${INQUIRIES_PATH}/`);

/** What is said to people in place of the page they asked for. */
class PlainAnswer extends Error {
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

/**
 * The one door for what visitors send: the contact form, and the private page that says what became of it. No cache is
 * met in here, no answer may be kept, and no log says what was typed or the link to an inquiry.
 */
export function intakeRoutes({ config, siteConfig, upstream, limits, cms, renderer }: IntakeOptions) {
  const { publicUrl, invalidationSecret: secret } = config;
  const door = secret ? { stamps: new Stamps(secret), inquiries: new InquiriesCms(upstream, secret) } : null;
  const app = new Hono<{ Bindings: HttpBindings }>();

  const network = (c: IntakeContext): string => networkOf(visitorOf(c.env.incoming, config));

  const onPartLeftOut = (error: unknown): void =>
    console.error('A part of a page of the intake was left out:', messageOf(error));
  const whole = () => ({ cms: cms(), config: siteConfig, onError: onPartLeftOut });

  app.onError(async (error, c) => {
    const { styles } = await renderer();
    if (error instanceof PlainAnswer) {
      if (error.retryAfter) c.header('retry-after', String(error.retryAfter));
      // Nobody reads what is left of a body that may be long.
      if (error.status < 429) c.header('connection', 'close');
      return c.html(errorDocument({ title: error.title, message: error.message, styles }), error.status);
    }
    const failure = failureOf(error);
    console.error('An inquiry failed:', failure.status === 500 ? error : messageOf(error));
    if (failure.retryAfter) c.header('retry-after', String(failure.retryAfter));
    return c.html(errorDocument({ ...failure, styles }), failure.status);
  });

  /** A form as it came, once it is known to be one of this site's and no flood. Rejects with `PlainAnswer`. */
  const readForm = async (c: IntakeContext, mayHide = false): Promise<URLSearchParams> => {
    await limits.take(['forms', network(c)]).catch((error: unknown) => {
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
        `Nothing was sent. Please write to us from the page itself: ${publicUrl}${CONTACT_PATH}`,
      );
    if (!FORM_TYPE.test(c.req.header('content-type') ?? ''))
      throw new PlainAnswer(
        415,
        'This can’t be read',
        `Nothing was sent. Only the form at ${publicUrl}${CONTACT_PATH} can be sent here.`,
      );
    try {
      return new URLSearchParams((await readBody(c.req.raw, MAX_BYTES)).toString('utf8'));
    } catch (error) {
      if (!(error instanceof BodyTooLargeError)) throw error;
      throw new PlainAnswer(
        413,
        'That is too long',
        'Nothing was sent. With “Back”, what you typed is still there: please shorten it.',
      );
    }
  };

  interface ContactAnswer {
    typed: TypedInquiry;
    problems?: FieldProblem[];
    hindrance?: Hindrance;
    /** Of the form that came, so that what is sent again is known to be the same. */
    stamp?: string;
  }

  /** The form, with what is known about what it names. Whatever can't be had just now is left out. */
  const contactPage = async (
    c: IntakeContext,
    status: ContentfulStatusCode,
    { typed, problems = [], hindrance, stamp }: ContactAnswer,
  ): Promise<Response> => {
    const isWrong = (name: string): boolean => problems.some(({ field }) => field === name);
    const [workshop, partner] = await Promise.all([
      typed.workshop ? found(typed.workshop, (slug) => cms().workshop(slug)) : 'unknown',
      !typed.workshop && typed.partner ? found(typed.partner, (slug) => cms().partner(slug)) : 'unknown',
    ]);
    const about = typeof workshop === 'string' || isWrong('workshop') ? null : workshop;
    const isWorkshopGone = workshop === 'none' || isWrong('workshop');
    const isPartnerGone = partner === 'none' || isWrong('partner');
    const asked = typeof partner === 'string' || isPartnerGone ? null : partner;
    const shown: TypedInquiry = {
      ...typed,
      workshop: isWorkshopGone ? '' : (about?.slug ?? typed.workshop),
      partner: isPartnerGone ? '' : (asked?.slug ?? typed.partner),
      purpose: isWorkshopGone && typed.purpose === 'place' ? '' : typed.purpose,
    };
    const atFields = problems.filter(({ field }) => field !== 'workshop' && field !== 'partner');
    const near = zipOf(shown.zip);
    const partnerAsked = about?.contact ?? asked;
    const to = await door?.inquiries.addressee({
      ...(near && { near }),
      ...(shown.workshop && { workshop: shown.workshop }),
      ...(shown.partner && { partner: shown.partner }),
    });
    const props: ContactPageProps = {
      typed: shown,
      problems: atFields,
      hindrance: hindrance ?? (problems.length > 0 && atFields.length === 0 ? { why: 'gone' } : null),
      stamp: door ? (stamp ?? door.stamps.make()) : null,
      workshop: about,
      isWorkshopGone,
      to: to ?? (partnerAsked && { kind: 'partner', name: partnerAsked.name }),
      partner: partnerAsked,
    };
    const { renderContact, plainTemplate } = await renderer();
    return c.html(plainTemplate(await renderContact(whole(), props)), status);
  };

  app.get(CONTACT_PATH, (c) => {
    const query = new URLSearchParams(addressOf(c.env.incoming).query);
    // Whatever is asked for, one page is found by search engines.
    if (query.size > 0) c.header('x-robots-tag', 'noindex');
    return contactPage(c, 200, { typed: prefilled(query) });
  });

  app.post(CONTACT_PATH, async (c) => {
    const form = await readForm(c);
    const typed = typedIn(form);
    const unavailable = (stamp?: string): Promise<Response> => {
      c.header('retry-after', String(RETRY_AFTER));
      return contactPage(c, 503, { typed, hindrance: { why: 'unavailable' }, stamp });
    };
    if (!door) return unavailable();
    const given = form.get(STAMP_FIELD) ?? '';
    const age = door.stamps.age(given);
    const stamp = age === null ? undefined : given;
    const { inquiry, problems } = readInquiryForm(form);
    if (!inquiry) return contactPage(c, 422, { typed, problems, stamp });
    // Whoever fills in what nobody sees may be a helpful extension of a person's browser: nothing is ever dropped unsaid.
    if (stamp === undefined || age === null || age < TOO_QUICK || form.get(TRAP_FIELD))
      return contactPage(c, 422, { typed, hindrance: { why: 'again' }, stamp });
    let giveBack = async (): Promise<void> => {};
    try {
      giveBack = await limits.take(
        ['network', network(c)],
        ['networkDaily', network(c)],
        ['email', inquiry.email.toLowerCase()],
        ['all', ''],
      );
      const { token } = await door.inquiries.send({ inquiry, key: submissionKey(stamp, inquiry) });
      return c.redirect(`${INQUIRIES_PATH}/${token}?sent`, 303);
    } catch (error) {
      await giveBack();
      if (error instanceof RefusedError)
        return contactPage(c, 422, { typed, problems: error.problems, stamp });
      if (error instanceof TooManyError) {
        c.header('retry-after', String(error.seconds));
        return contactPage(c, 429, { typed, hindrance: { why: 'busy', seconds: error.seconds }, stamp });
      }
      console.error(
        'An inquiry was not taken:',
        error instanceof CmsUnavailableError ? error.message : error,
      );
      return unavailable(stamp);
    }
  });

  const inquiryPage = async (
    c: IntakeContext,
    status: ContentfulStatusCode,
    props: InquiryPageProps,
  ): Promise<Response> => {
    const { renderInquiry, plainTemplate } = await renderer();
    return c.html(plainTemplate(await renderInquiry(whole(), props)), status);
  };

  app.use(`${INQUIRIES_PATH}/*`, async (c, next) => {
    await next();
    c.header('x-robots-tag', 'noindex, nofollow');
    c.header('referrer-policy', 'no-referrer');
  });

  /** How an inquiry fares; undefined when it is none, of which nobody may try many. */
  const statusOf = async (c: IntakeContext, token: string): Promise<InquiryStatus | undefined> => {
    try {
      if (door && isToken(token)) {
        await limits.check(['misses', network(c)]);
        return await door.inquiries.status(token);
      }
    } catch (error) {
      if (error instanceof TooManyError) throw tooManyLinks(error);
      if (!(error instanceof NotFoundError)) throw error;
    }
    await limits.take(['misses', network(c)]).catch((error: unknown) => {
      throw error instanceof TooManyError ? tooManyLinks(error) : error;
    });
    return undefined;
  };

  app.get(`${INQUIRIES_PATH}/:token`, async (c) => {
    const token = c.req.param('token');
    const query = new URLSearchParams(addressOf(c.env.incoming).query);
    const done = query.has('sent') ? 'sent' : query.has('added') ? 'added' : null;
    const status = await statusOf(c, token).catch((error: unknown) => {
      // What was taken is not to be sent again because the next page can't be had.
      throw done && error instanceof CmsUnavailableError ? TAKEN : error;
    });
    if (!status) return inquiryPage(c, 404, { found: false });
    return inquiryPage(c, 200, { found: true, token, status, done, typed: '', hindrance: null });
  });

  app.post(`${INQUIRIES_PATH}/:token`, async (c) => {
    const form = await readForm(c, true);
    const token = c.req.param('token');
    const status = await statusOf(c, token);
    if (!status || !door) return inquiryPage(c, 404, { found: false });
    const typed = form.get('text') ?? '';
    const page = { found: true, token, status, done: null, typed } as const;
    const isWithdrawal = form.get('action') === 'withdraw';
    const { line, problem } = readInquiryLine({ text: typed.replaceAll('\r\n', '\n').trim() });
    if (!isWithdrawal && !line)
      return inquiryPage(c, 422, { ...page, hindrance: { why: 'problem', message: problem } });
    try {
      if (isWithdrawal || !line) await door.inquiries.withdraw(token);
      else {
        await limits.take(['lines', token]);
        await door.inquiries.addLine(token, line);
      }
      return c.redirect(`${INQUIRIES_PATH}/${token}${isWithdrawal ? '' : '?added'}`, 303);
    } catch (error) {
      if (error instanceof NotFoundError) return inquiryPage(c, 404, { found: false });
      if (error instanceof RefusedError) {
        const message = error.problems[0]?.message ?? '';
        return inquiryPage(c, 422, { ...page, hindrance: { why: 'problem', message } });
      }
      if (error instanceof TooManyError) {
        c.header('retry-after', String(error.seconds));
        return inquiryPage(c, 429, { ...page, hindrance: { why: 'busy', seconds: error.seconds } });
      }
      console.error(
        'What was to become of an inquiry was not taken:',
        error instanceof CmsUnavailableError ? error.message : error,
      );
      c.header('retry-after', String(RETRY_AFTER));
      return inquiryPage(c, 503, { ...page, hindrance: { why: 'unavailable' } });
    }
  });

  return app;
}

const TAKEN = new PlainAnswer(
  503,
  'Thank you! Your message is on its way',
  'How it stands can’t be shown just now. Keep the address of this page, and try it again in a minute.',
  10,
);

const tooManyLinks = ({ seconds }: TooManyError): PlainAnswer =>
  new PlainAnswer(
    429,
    'Too many links that lead nowhere',
    `They came from your network. Please try yours again in ${waitWords(seconds)}.`,
    seconds,
  );

/**
 * What the CMS has at a slug, or where that has moved: "none" when there is nothing, "unknown" when nobody can say just now.
 */
async function found<Thing>(
  slug: string,
  ask: (slug: string) => Promise<Thing>,
): Promise<Thing | 'none' | 'unknown'> {
  if (!isSlug(slug)) return 'none';
  try {
    return await ask(slug).catch((error: unknown) => {
      if (error instanceof MovedError) return ask(error.slug);
      throw error;
    });
  } catch (error) {
    return error instanceof NotFoundError ? 'none' : 'unknown';
  }
}
