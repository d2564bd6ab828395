import type { Core } from '@strapi/strapi';
import { PARTNER_ROLE, SUPER_ADMIN_ROLE } from '../ownership/rule';
import { PARTNER } from '../schema/uids';
import { rows } from '../strapi/documents';
import { MARKETING_ROLE, NATIONAL_ROLE } from './grants';

interface Account {
  email: string;
  firstname: string;
  lastname: string;
  role: string;
}

const PARTNER_ACCOUNT = 'partner@demo.test';

/** The accounts of a demonstration. `.test` is no real domain (RFC 2606), so none of them can be anybody's. */
const ACCOUNTS: Account[] = [
  { email: 'admin@demo.test', firstname: 'Ada', lastname: 'Admin', role: SUPER_ADMIN_ROLE },
  { email: 'marketing@demo.test', firstname: 'Maya', lastname: 'Marketing', role: MARKETING_ROLE },
  { email: 'national@demo.test', firstname: 'Nora', lastname: 'National', role: NATIONAL_ROLE },
  { email: PARTNER_ACCOUNT, firstname: 'Pat', lastname: 'Partner', role: PARTNER_ROLE },
];

interface AdminUser {
  id: number;
  email: string;
  password: string;
  isActive: boolean;
}

interface Services {
  user: {
    create(user: object): Promise<AdminUser>;
    updateById(id: number, attributes: object): Promise<AdminUser>;
  };
  auth: { validatePassword(password: string, hash: string): Promise<boolean> };
}

/** Makes the demonstration accounts, or sets those that exist to the password given. */
export async function seedDemonstrationAccounts(strapi: Core.Strapi, password: string): Promise<void> {
  if (!password)
    throw new Error('DEMO_MODE needs DEMO_PASSWORD: the password of the demonstration accounts.');
  const { user: users, auth } = strapi.admin.services as unknown as Services;
  for (const { role: code, ...account } of ACCOUNTS) {
    const user: AdminUser | null = await rows(strapi, 'admin::user').findOne({
      where: { email: account.email },
    });
    if (!user) {
      const role = await rows(strapi, 'admin::role').findOne({ where: { code } });
      await users.create({
        ...account,
        password,
        isActive: true,
        registrationToken: null,
        roles: role ? [role.id] : [],
      });
    } else if (!user.isActive || !(await auth.validatePassword(password, user.password)))
      await users.updateById(user.id, { password, isActive: true });
  }
}

/** Outside a demonstration its accounts must not open the door: closes those that came with the database. */
export async function closeDemonstrationAccounts(strapi: Core.Strapi): Promise<void> {
  const { count } = await rows(strapi, 'admin::user').updateMany({
    where: { email: { $in: ACCOUNTS.map(({ email }) => email) }, isActive: true },
    data: { isActive: false },
  });
  if (count > 0)
    strapi.log.warn(`Closed ${count} demonstration accounts: DEMO_MODE is off. Delete them when you can.`);
}

/** Lets the demonstration's partner account act for the partner with this slug, unless it acts for one already. */
export async function attachDemonstrationPartner(strapi: Core.Strapi, slug: string): Promise<void> {
  const user: AdminUser | null = await rows(strapi, 'admin::user').findOne({
    where: { email: PARTNER_ACCOUNT },
  });
  const partner = await rows(strapi, PARTNER).findOne({ where: { slug } });
  if (!user || !partner) return;
  if (await rows(strapi, PARTNER).count({ where: { admins: { id: user.id } } })) return;
  await rows(strapi, PARTNER).update({
    where: { id: partner.id },
    data: { admins: { connect: [user.id] } },
  });
}
