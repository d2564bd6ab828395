import {
  type CmsClient,
  type FieldProblem,
  MovedError,
  NotFoundError,
  readInquiryForm,
} from '@deep-dive/shared-types';
import type { HttpBindings } from '@hono/node-server';
import type { Hono } from 'hono';
import { CONTACT_PATH, INQUIRIES_PATH } from '../../src/hrefs';
import { prefilled, type TypedInquiry, typedIn, zipOf } from '../../src/inquiry/typed';
import type { ContactHindrance, ContactPageProps } from '../../src/pages/ContactPage/ContactPage';
import { isSlug } from '../../src/routing/slug';
import { addressOf } from '../address';
import type { Door, IntakeContext } from './door';
import type { InquiriesCms } from './inquiries-cms';
import { RefusedError } from './intake-cms';
import { submissionKey } from './stamp';

interface ContactAnswer {
  typed: TypedInquiry;
  problems?: FieldProblem[];
  hindrance?: ContactHindrance;
  /** Of the form that came, so that what is sent again is known to be the same. */
  stamp?: string;
}

/** The form that reaches a Regional Partner. */
export function contactRoutes(
  door: Door,
  inquiries: InquiriesCms | null,
  cms: () => CmsClient,
): Hono<{ Bindings: HttpBindings }> {
  const app = door.routes();

  /** The form, with what is known about what it names. Whatever can't be had just now is left out. */
  const contactPage = async (
    c: IntakeContext,
    status: 200 | 422 | 429 | 503,
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
    const to = await inquiries?.addressee({
      ...(near && { near }),
      ...(shown.workshop && { workshop: shown.workshop }),
      ...(shown.partner && { partner: shown.partner }),
    });
    const props: ContactPageProps = {
      typed: shown,
      problems: atFields,
      hindrance: hindrance ?? (problems.length > 0 && atFields.length === 0 ? { why: 'gone' } : null),
      stamp: door.stamps && (stamp ?? door.stamps.make()),
      workshop: about,
      isWorkshopGone,
      to: to ?? (partnerAsked && { kind: 'partner', name: partnerAsked.name }),
      partner: partnerAsked,
    };
    return door.page(c, status, (pages, options) => pages.contact(options, props));
  };

  app.get(CONTACT_PATH, (c) => {
    const query = new URLSearchParams(addressOf(c.env.incoming).query);
    // Whatever is asked for, one page is found by search engines.
    if (query.size > 0) c.header('x-robots-tag', 'noindex');
    return contactPage(c, 200, { typed: prefilled(query) });
  });

  app.post(CONTACT_PATH, async (c) => {
    const { form, stamp, isByPerson } = await door.readForm(c, CONTACT_PATH);
    const typed = typedIn(form);
    if (!inquiries) {
      const { status, hindrance } = door.unavailable(c);
      return contactPage(c, status, { typed, hindrance });
    }
    const { inquiry, problems } = readInquiryForm(form);
    if (!inquiry) return contactPage(c, 422, { typed, problems, stamp });
    if (!stamp || !isByPerson) return contactPage(c, 422, { typed, hindrance: { why: 'again' }, stamp });
    let giveBack = async (): Promise<void> => {};
    try {
      giveBack = await door.limits.take(
        ['network', door.network(c)],
        ['networkDaily', door.network(c)],
        ['email', inquiry.email.toLowerCase()],
        ['all', ''],
      );
      const { token } = await inquiries.send({ inquiry, key: submissionKey(stamp, inquiry) });
      return c.redirect(`${INQUIRIES_PATH}/${token}?sent`, 303);
    } catch (error) {
      await giveBack();
      if (error instanceof RefusedError)
        return contactPage(c, 422, { typed, problems: error.problems, stamp });
      const { status, hindrance } = door.hindered(c, error, 'An inquiry');
      return contactPage(c, status, { typed, hindrance, stamp });
    }
  });

  return app;
}

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
