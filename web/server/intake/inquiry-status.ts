import { CmsUnavailableError, NotFoundError, readInquiryLine } from '@deep-dive/shared-types';
import type { HttpBindings } from '@hono/node-server';
import type { Hono } from 'hono';
import { CONTACT_PATH, INQUIRIES_PATH } from '../../src/hrefs';
import type { InquiryPageProps } from '../../src/pages/InquiryPage/InquiryPage';
import { addressOf } from '../address';
import { type Door, type IntakeContext, PlainAnswer, privately } from './door';
import type { InquiriesCms } from './inquiries-cms';
import { RefusedError } from './intake-cms';

/** The private page that says what became of an inquiry. */
export function inquiryRoutes(door: Door, inquiries: InquiriesCms | null): Hono<{ Bindings: HttpBindings }> {
  const app = door.routes();

  const inquiryPage = (
    c: IntakeContext,
    status: 200 | 404 | 422 | 429 | 503,
    props: InquiryPageProps,
  ): Promise<Response> => door.page(c, status, (pages, options) => pages.inquiry(options, props));

  app.use(`${INQUIRIES_PATH}/*`, privately);

  const statusOf = (c: IntakeContext, token: string) =>
    door.kept(c, token, async (known) => inquiries?.status(known));

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
    const { form } = await door.readForm(c, CONTACT_PATH, true);
    const token = c.req.param('token');
    const status = await statusOf(c, token);
    if (!status || !inquiries) return inquiryPage(c, 404, { found: false });
    const typed = form.get('text') ?? '';
    const page = { found: true, token, status, done: null, typed } as const;
    const isWithdrawal = form.get('action') === 'withdraw';
    const { line, problem } = readInquiryLine({ text: typed.replaceAll('\r\n', '\n').trim() });
    if (!isWithdrawal && !line)
      return inquiryPage(c, 422, { ...page, hindrance: { why: 'problem', message: problem } });
    try {
      if (isWithdrawal || !line) await inquiries.withdraw(token);
      else {
        await door.limits.take(['lines', token]);
        await inquiries.addLine(token, line);
      }
      return c.redirect(`${INQUIRIES_PATH}/${token}${isWithdrawal ? '' : '?added'}`, 303);
    } catch (error) {
      if (error instanceof NotFoundError) return inquiryPage(c, 404, { found: false });
      if (error instanceof RefusedError) {
        const message = error.problems[0]?.message ?? '';
        return inquiryPage(c, 422, { ...page, hindrance: { why: 'problem', message } });
      }
      const { status, hindrance } = door.hindered(c, error, 'What was to become of an inquiry');
      return inquiryPage(c, status, { ...page, hindrance });
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
