import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PASSWORD, type RunningCms, startCms } from './cms';
import { type Fields, signIn } from './stories';

const BAD = [
  ['Short-Pass1', /^A password has 12 characters or more/],
  ['Password1234', /among the first that strangers try/],
  ['Margaret-Hamilton-1', /your own name or e-mail address/],
] as const;
const OWNER = { firstname: 'Margaret', lastname: 'Hamilton' };
const EMAIL = 'margaret@hamilton-school.test';

interface Refusal {
  status: number;
  error?: { name: string; details: { errors: { path: string[]; message: string }[] } };
}

interface Users {
  create(user: Fields): Promise<{ id: number; password: string; registrationToken: string }>;
  updateById(id: number, attributes: Fields): Promise<unknown>;
  resetPasswordByEmail(email: string, password: string): Promise<unknown>;
}

describe('a weak password is refused, at the field, and changes nothing:', () => {
  let cms: RunningCms;
  const users = (): Users => cms.strapi.admin.services.user as unknown as Users;
  const post = async (path: string, body: Fields): Promise<Refusal> => {
    const answer = await fetch(cms.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return { status: answer.status, ...((await answer.json()) as Omit<Refusal, 'status'>) };
  };
  const refused = ({ status, error }: Refusal, why: RegExp): void => {
    expect(status).toBe(400);
    expect(error?.name).toBe('ValidationError');
    expect(error?.details.errors).toEqual([
      expect.objectContaining({ path: ['password'], message: expect.stringMatching(why) }),
    ]);
  };
  const stored = async (email: string): Promise<Fields> =>
    cms.strapi.db.query('admin::user').findOne({ where: { email } });

  beforeAll(async () => {
    cms = await startCms();
  });
  afterAll(() => cms?.stop());

  it('of the first administrator', async () => {
    for (const [password, why] of BAD)
      refused(await post('/admin/register-admin', { ...OWNER, email: EMAIL, password }), why);
    expect(await stored(EMAIL)).toBeNull();
    const good = await post('/admin/register-admin', {
      ...OWNER,
      email: 'first@school.test',
      password: PASSWORD,
    });
    expect(good.status).toBe(200);
  });

  it('of someone who was invited', async () => {
    const { registrationToken } = await users().create({ ...OWNER, email: EMAIL, roles: [] });
    for (const [password, why] of BAD)
      refused(await post('/admin/register', { registrationToken, userInfo: { ...OWNER, password } }), why);
    expect((await stored(EMAIL)).registrationToken).toBe(registrationToken);
    const good = await post('/admin/register', {
      registrationToken,
      userInfo: { ...OWNER, password: PASSWORD },
    });
    expect(good.status).toBe(200);
  });

  it('of someone who forgot theirs', async () => {
    const { id } = await users().create({
      ...OWNER,
      email: 'm2@hamilton-school.test',
      isActive: true,
      roles: [],
    });
    const resetPasswordToken = 'a'.repeat(40);
    const resetPasswordTokenExpiresAt = new Date(Date.now() + 3_600_000);
    await users().updateById(id, { resetPasswordToken, resetPasswordTokenExpiresAt });
    for (const [password, why] of BAD)
      refused(await post('/admin/reset-password', { resetPasswordToken, password }), why);
    const good = await post('/admin/reset-password', { resetPasswordToken, password: PASSWORD });
    expect(good.status).toBe(200);
  });

  it('of someone who changes their own, who stays signed in', async () => {
    const person = await signIn(cms, 'm3@hamilton-school.test', 'strapi-super-admin');
    await users().updateById(person.id, OWNER);
    for (const [password, why] of BAD) {
      const { status, body } = await person.ask(
        '/admin/users/me',
        { currentPassword: PASSWORD, password },
        'PUT',
      );
      refused({ status, ...body } as Refusal, why);
    }
    expect((await person.ask('/admin/users/me')).status).toBe(200);
    const given = { currentPassword: PASSWORD, password: 'Another-Story-2028', firstname: 'Peggy' };
    expect((await person.ask('/admin/users/me', given, 'PUT')).status).toBe(200);
  });

  it('of another’s account, by an administrator', async () => {
    const person = await signIn(cms, 'm4@hamilton-school.test', 'strapi-super-admin');
    const { id } = await users().create({ ...OWNER, email: 'm5@hamilton-school.test', roles: [] });
    for (const [password, why] of BAD) {
      const { status, body } = await person.ask(`/admin/users/${id}`, { password }, 'PUT');
      refused({ status, ...body } as Refusal, why);
    }
    expect((await stored('m5@hamilton-school.test')).password).toBeNull();
    expect((await person.ask(`/admin/users/${id}`, { password: PASSWORD }, 'PUT')).status).toBe(200);
  });

  it('of the command line, and of any code', async () => {
    const email = 'm6@hamilton-school.test';
    for (const [password, why] of BAD) {
      await expect(users().create({ ...OWNER, email, password, roles: [] })).rejects.toThrow(why);
      expect(await stored(email)).toBeNull();
    }
    await users().create({ ...OWNER, email, password: PASSWORD, roles: [] });
    const before = (await stored(email)).password;
    for (const [password, why] of BAD)
      await expect(users().resetPasswordByEmail(email, password)).rejects.toThrow(why);
    expect((await stored(email)).password).toBe(before);
    const { hashPassword } = cms.strapi.admin.services.auth as unknown as {
      hashPassword(password: string): Promise<string>;
    };
    await expect((async () => hashPassword('Password1234'))()).rejects.toThrow(BAD[1][1]);
  });
});
