import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { alertDataOf, eraseAlertsOf } from '../alerts';
import { mailTransport } from '../email';
import { fatesAbout, forgetAbout, idsAbout } from '../jobs';
import type { Entry } from '../schema/model';
import { type Desk, isNational } from './desk';
import { aboutInquiry, inquiriesWhere, linesOf, remove, type StoredInquiry } from './store';

/** How many are read or erased at a time. */
const BATCH = 200;

/** Everything that is kept about somebody who wrote, or asked to be told of workshops. */
export interface PersonalData {
  email: string;
  inquiries: Entry[];
  alerts: Entry[];
}

/** Whose data is asked for. @throws ForbiddenError for all but who reads every inquiry; ValidationError */
function emailFor(desk: Desk, email: unknown): string {
  if (!isNational(desk))
    throw new errors.ForbiddenError('Only the national desk exports and erases what is kept about someone.');
  if (typeof email !== 'string' || !email.includes('@'))
    throw new errors.ValidationError('Give the e-mail address of the person it is about.');
  return email.trim().toLowerCase();
}

/** All that is kept about who wrote from an address, or is mailed at it, to be handed to them. @throws ForbiddenError ValidationError */
export async function personalDataOf(
  strapi: Core.Strapi,
  desk: Desk,
  address: unknown,
): Promise<PersonalData> {
  const email = emailFor(desk, address);
  const inquiries: Entry[] = [];
  for await (const inquiry of everyOne(strapi, { email })) {
    const { token: _token, ...told } = inquiry;
    const lines = await linesOf(strapi, inquiry.id);
    inquiries.push({
      ...told,
      lines: lines.map(({ at, kind, author, text }) => ({ at, kind, author, text })),
      mails: await fatesAbout(strapi, aboutInquiry(inquiry.id)),
    });
  }
  return { email, inquiries, alerts: await alertDataOf(strapi, email) };
}

async function* everyOne(strapi: Core.Strapi, where: Entry): AsyncGenerator<StoredInquiry> {
  let last = 0;
  for (;;) {
    const found = await inquiriesWhere(
      strapi,
      { $and: [where, { id: { $gt: last } }] },
      { limit: BATCH, first: 'oldest' },
    );
    yield* found;
    last = found.at(-1)?.id ?? last;
    if (found.length < BATCH) return;
  }
}

/** Erases all that is kept about who wrote from an address, or is mailed at it. @throws ForbiddenError ValidationError */
export async function erasePerson(
  strapi: Core.Strapi,
  desk: Desk,
  address: unknown,
): Promise<{ erased: number; alerts: number }> {
  const email = emailFor(desk, address);
  return { erased: await erase(strapi, { email }), alerts: await eraseAlertsOf(strapi, email) };
}

/** Erases inquiries whose time has come, says how many, and resolves with that. */
export async function eraseOverdue(strapi: Core.Strapi, now: number): Promise<number> {
  const erased = await erase(strapi, { eraseAt: { $lte: now } });
  strapi.log.info(`Erased ${erased} inquiries whose retention time had passed.`);
  return erased;
}

/** Erases inquiries with all that was written and mailed about them, what waits to be mailed and what was kept as a file. */
async function erase(strapi: Core.Strapi, where: Entry): Promise<number> {
  let erased = 0;
  for await (const { id } of everyOne(strapi, where)) {
    const about = aboutInquiry(id);
    await mailTransport(strapi).forget(await idsAbout(strapi, about));
    await strapi.db.transaction(async () => {
      await forgetAbout(strapi, about);
      await remove(strapi, id);
    });
    erased += 1;
  }
  return erased;
}
