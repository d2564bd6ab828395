import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import * as z from 'zod';
import { putDown, wakeJobs } from '../jobs';
import { PARTNER_ROLE } from '../ownership/rule';
import { INVITATION_DAYS, type PartnerPeople, type PartnerPerson } from '../rules/invitations';
import { PARTNER } from '../schema/uids';
import { rows } from '../strapi/documents';
import { environmentOf } from '../strapi/environment';
import { refuse } from '../strapi/refuse';
import { EXPIRE, INVITE } from './tasks';

const DAY = 24 * 60 * 60_000;

/** An account, as far as an invitation goes. */
export interface Account {
  id: number;
  email: string;
  firstname: string | null;
  lastname: string | null;
  isActive: boolean;
  registrationToken: string | null;
  password: string | null;
}

interface Services {
  user: { create(user: object): Promise<Account> };
  token: { createToken(): string };
}

const invitation = z.object({
  firstname: z.string().trim().min(1, 'Give their first name.').max(120, 'Shorten it to 120 characters.'),
  lastname: z.string().trim().min(1, 'Give their last name.').max(120, 'Shorten it to 120 characters.'),
  email: z
    .string()
    .trim()
    .toLowerCase()
    .max(254, 'Shorten it to 254 characters.')
    .pipe(z.email('Give their e-mail address, such as pat@partner.org.')),
});

const accounts = (strapi: Core.Strapi) => rows(strapi, 'admin::user');

/** What the jobs of an invitation are about. */
export const aboutInvitation = (account: number): string => `invitation:${account}`;

interface StoredPartner {
  documentId: string;
  name: string;
  admins: Account[];
}

/** A partner with its people. @throws NotFoundError */
async function partnerAt(strapi: Core.Strapi, documentId: string): Promise<StoredPartner> {
  const partner: StoredPartner | null = await rows(strapi, PARTNER).findOne({
    where: { documentId },
    populate: { admins: { orderBy: [{ id: 'asc' }] } },
  });
  if (!partner) throw new errors.NotFoundError('There is no such Regional Partner.');
  return partner;
}

/** Who acts for a partner, and who was invited to. @throws NotFoundError */
export async function peopleOf(strapi: Core.Strapi, documentId: string): Promise<PartnerPeople> {
  const { admins } = await partnerAt(strapi, documentId);
  return { people: admins.map(toPerson) };
}

function toPerson({ id, firstname, lastname, email, ...account }: Account): PartnerPerson {
  const name = [firstname, lastname].filter(Boolean).join(' ') || email;
  return { id, name, email, state: stateOf(account) };
}

function stateOf({
  isActive,
  password,
  registrationToken,
}: Pick<Account, 'isActive' | 'password' | 'registrationToken'>): PartnerPerson['state'] {
  if (isActive) return 'active';
  if (password) return 'closed';
  return registrationToken ? 'invited' : 'expired';
}

/**
 * Invites somebody to act for a partner: makes their account, and mails them a link to choose a password.
 * @throws NotFoundError ValidationError
 */
export async function invite(
  strapi: Core.Strapi,
  documentId: string,
  given: unknown,
): Promise<PartnerPeople> {
  await partnerAt(strapi, documentId);
  requireAddress(strapi);
  const read = invitation.safeParse(given);
  if (!read.success)
    refuse(read.error.issues.map(({ path, message }) => ({ path: path.map(String), message })));
  const person = read.data as z.infer<typeof invitation>;
  if ((await accounts(strapi).count({ where: { email: { $eqi: person.email } } })) > 0)
    refuse([
      {
        path: ['email'],
        message: 'There is an account with this address already. Add it to those who act for the partner.',
      },
    ]);
  const role: { id: number } | null = await rows(strapi, 'admin::role').findOne({
    where: { code: PARTNER_ROLE },
  });
  await strapi.db.transaction(async () => {
    const { user } = strapi.admin.services as unknown as Services;
    const { id } = await user.create({ ...person, isActive: false, roles: role ? [role.id] : [] });
    await strapi.documents(PARTNER as 'api::page.page').update({
      documentId,
      data: { admins: { connect: [id] } } as object,
    });
    await putDownMail(strapi, id);
  });
  wakeJobs(strapi);
  return peopleOf(strapi, documentId);
}

/** Invites somebody again who has not come yet: with a new link. @throws NotFoundError ValidationError */
export async function inviteAgain(
  strapi: Core.Strapi,
  documentId: string,
  account: number,
): Promise<PartnerPeople> {
  requireAddress(strapi);
  const { admins } = await partnerAt(strapi, documentId);
  const person = admins.find(({ id }) => id === account);
  if (!person || !['invited', 'expired'].includes(stateOf(person)))
    throw new errors.NotFoundError('Nobody waits to be invited again.');
  const { token } = strapi.admin.services as unknown as Services;
  await strapi.db.transaction(async () => {
    await accounts(strapi).update({
      where: { id: account },
      data: { registrationToken: token.createToken() },
    });
    await putDownMail(strapi, account);
  });
  wakeJobs(strapi);
  return peopleOf(strapi, documentId);
}

async function putDownMail(strapi: Core.Strapi, account: number): Promise<void> {
  const { registrationToken }: Account = await accounts(strapi).findOne({ where: { id: account } });
  const job = { about: aboutInvitation(account), data: { token: registrationToken } };
  await putDown(
    strapi,
    { ...job, task: INVITE },
    { ...job, task: EXPIRE, dueAt: Date.now() + INVITATION_DAYS * DAY },
  );
}

/** @throws ValidationError where nobody can say what the link would be */
function requireAddress(strapi: Core.Strapi): void {
  if (!environmentOf(strapi).CMS_PUBLIC_URL)
    throw new errors.ValidationError('Set CMS_PUBLIC_URL first: the link in the mail begins with it.');
}
