import type { ParsedMail } from 'mailparser';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { type SmtpSink, startSmtp } from '../../scripts/lib/smtp-sink';
import type { PartnerPeople } from '../src/rules/invitations';
import { type RunningCms, startCms } from './cms';
import { onEachDatabase } from './databases';
import { type Fields, makePartner, type Person, signIn, stranger } from './stories';

onEachDatabase('an invitation', (database) => {
  let cms: RunningCms;
  let smtp: SmtpSink;
  let ada: Person;
  let partner: string;
  beforeAll(async () => {
    smtp = await startSmtp();
    cms = await startCms({
      database,
      env: {
        SMTP_URL: smtp.url,
        MAIL_FROM: 'hello@learning.test',
        CMS_PUBLIC_URL: 'http://cms.learning.test',
      },
    });
    ada = await signIn(cms, 'ada@admin.test', 'strapi-super-admin');
    partner = await makePartner(cms, 'Cascadia');
  });
  afterAll(async () => {
    await cms?.stop();
    await smtp?.stop();
  });
  beforeEach(() => {
    smtp.mails.length = 0;
  });

  const invite = (fields: Fields = {}, who = ada) =>
    who.ask(`/invitations/${partner}`, {
      firstname: 'Pat',
      lastname: 'Lee',
      email: 'pat@cascadia.test',
      ...fields,
    });
  const people = ({ body }: { body: Fields }) => (body as unknown as PartnerPeople).people;
  const linkTo = async (address: string): Promise<string> => {
    const mail = await vi.waitFor(() => {
      const found = smtp.mails.find(({ to }) => [to].flat()[0]?.text === address);
      expect(found).toBeDefined();
      return found as ParsedMail;
    }, 10_000);
    return (
      /http:\/\/cms\.learning\.test\/admin\/auth\/register\?registrationToken=(\w+)/.exec(
        mail.text ?? '',
      )?.[1] ?? ''
    );
  };
  const takeUp = (registrationToken: string) =>
    stranger(cms).ask('/admin/register', {
      registrationToken,
      userInfo: { firstname: 'Pat', lastname: 'Lee', password: 'Quite-Another-Story-2027' },
    });

  it('brings a link, by which its holder enters, and enters for this partner alone', async () => {
    const asked = await invite({ email: ' Pat@Cascadia.test ' });
    expect(people(asked)).toMatchObject([{ name: 'Pat Lee', email: 'pat@cascadia.test', state: 'invited' }]);
    const token = await linkTo('pat@cascadia.test');
    expect((await takeUp(token)).status).toBe(200);
    expect(people(await ada.ask(`/invitations/${partner}`))).toMatchObject([{ state: 'active' }]);
    expect((await takeUp(token)).status).toBe(400);
    const login = await stranger(cms).ask('/admin/login', {
      email: 'pat@cascadia.test',
      password: 'Quite-Another-Story-2027',
    });
    const { token: session } = login.body.data as { token: string };
    const me = await fetch(`${cms.url}/ownership/me`, { headers: { authorization: `Bearer ${session}` } });
    expect(await me.json()).toMatchObject({ partner: { name: 'Cascadia' } });
  });

  it('ends, and can be sent again, with another link', async () => {
    const [{ id } = { id: 0 }] = people(await invite({ email: 'zoe@cascadia.test' })).slice(-1);
    const first = await linkTo('zoe@cascadia.test');
    await cms.strapi.db.connection('outbox').where({ task: 'invitation-expires' }).update({ due_at: 0 });
    const stateOf = async () =>
      people(await ada.ask(`/invitations/${partner}`)).find((person) => person.id === id)?.state;
    await vi.waitFor(async () => expect(await stateOf()).toBe('expired'), 10_000);
    expect((await takeUp(first)).status).toBe(400);
    smtp.mails.length = 0;
    await ada.ask(`/invitations/${partner}/${id}`, {});
    const second = await linkTo('zoe@cascadia.test');
    expect(second).not.toBe(first);
    expect(await stateOf()).toBe('invited');
    expect((await takeUp(second)).status).toBe(200);
    expect((await ada.ask(`/invitations/${partner}/${id}`, {})).status).toBe(404);
  });

  it.each<[string, Fields, string]>([
    ['email', { email: 'pat' }, 'Give their e-mail address'],
    ['email', { email: 'ada@admin.test' }, 'There is an account with this address already'],
    ['email', { email: 'a@b.org, c@d.org' }, 'Give their e-mail address'],
    ['firstname', { firstname: ' ' }, 'Give their first name.'],
    ['lastname', { lastname: 'x'.repeat(121) }, 'Shorten it'],
  ])('is refused, naming the field: %s', async (field, fields, words) => {
    const { status, body } = await invite(fields);
    expect(status).toBe(400);
    const { details } = body.error as { details: { errors: { path: string[]; message: string }[] } };
    expect(details.errors).toMatchObject([{ path: [field], message: expect.stringContaining(words) }]);
  });

  it('is a Super Admin’s to send', async () => {
    for (const role of ['marketing', 'regional-partner', 'national-desk']) {
      const who = await signIn(cms, `someone@${role}.test`, role);
      expect([role, (await invite({ email: 'x@y.test' }, who)).status]).toEqual([role, 403]);
      expect([role, (await who.ask(`/invitations/${partner}`)).status]).toEqual([role, 403]);
    }
    expect(
      (await ada.ask('/invitations/nobody', { firstname: 'A', lastname: 'B', email: 'x@y.test' })).status,
    ).toBe(404);
  });
});
