import { createHash } from 'node:crypto';
import type { AlertRequest, Inquiry } from '@deep-dive/shared-types';
import { PASSWORD, type RunningCms } from './cms';
import { SECRETS } from './environment';

export const WORKSHOP = 'api::workshop.workshop';
export const PARTNER = 'api::regional-partner.regional-partner';
export const PAGE = 'api::page.page';
export const FIGURE = 'api::figure.figure';
export const SITE = 'api::site.site';

export type Fields = Record<string, unknown>;

/** The Document Service of a type, with fields as plain objects. */
export const documents = (cms: RunningCms, uid: string) =>
  cms.strapi.documents(uid as typeof WORKSHOP) as unknown as {
    create(params: { data: Fields; status?: 'published' }): Promise<Fields & { documentId: string }>;
    update(params: { documentId: string; data: Fields; status?: 'published' }): Promise<Fields>;
    findOne(params: { documentId: string; populate?: unknown; status?: string }): Promise<Fields | null>;
    findFirst(params: Fields): Promise<(Fields & { documentId: string }) | null>;
    publish(params: { documentId: string }): Promise<{ entries: Fields[] }>;
    unpublish(params: { documentId: string }): Promise<unknown>;
    delete(params: { documentId: string }): Promise<unknown>;
    clone(params: {
      documentId: string;
      data: Fields;
    }): Promise<{ entries: (Fields & { documentId: string })[] }>;
  };

/** A figure; its number is left empty unless it is given. */
export const figure = (key: string, fields: Fields = {}): Fields => ({
  key,
  phrase: 'over {value} educators',
  wordingWithout: 'educators',
  ...fields,
});

/** "2027-03-06", so many days from today. */
export const day = (fromToday: number): string =>
  new Date(Date.now() + fromToday * 86_400_000).toISOString().slice(0, 10);

export const session = (fromToday: number): Fields => ({
  date: day(fromToday),
  startTime: '09:00:00.000',
  endTime: '16:00:00.000',
});

/** A workshop in Seattle in ten days, for a partner. */
export const seattle = (partner: string, fields: Fields = {}): Fields => ({
  title: 'Deep Dive in Seattle',
  kind: 'deep-dive',
  format: 'in-person',
  sessions: [session(10)],
  venue: { name: 'Central Library', street: '1000 4th Ave', zip: '98101' },
  partner,
  ...fields,
});

export async function makePartner(cms: RunningCms, name: string, fields: Fields = {}): Promise<string> {
  const slug = name.toLowerCase().replaceAll(' ', '-');
  const { documentId } = await documents(cms, PARTNER).create({ data: { name, slug, ...fields } });
  return documentId;
}

export async function publishWorkshop(cms: RunningCms, data: Fields): Promise<string> {
  const { documentId } = await documents(cms, WORKSHOP).create({ data, status: 'published' });
  return documentId;
}

/** A workshop that visitors saw before its sessions were these, which may be over. */
export async function publishThenMove(cms: RunningCms, data: Fields, sessions: Fields[]): Promise<string> {
  const documentId = await publishWorkshop(cms, data);
  await documents(cms, WORKSHOP).update({ documentId, data: { sessions }, status: 'published' });
  return documentId;
}

/** What the site shows to be let in. */
export const asSite = { authorization: `Bearer ${SECRETS.INVALIDATION_SECRET}` };

/** Hands on what a visitor sent, as the site does; twice the same is one. */
export async function sendInquiry(
  cms: RunningCms,
  inquiry: Partial<Inquiry>,
): Promise<{ status: number; body: Fields }> {
  const key = createHash('sha256').update(JSON.stringify(inquiry)).digest('base64url');
  const response = await fetch(`${cms.url}/api/inquiries`, {
    method: 'POST',
    headers: asSite,
    body: JSON.stringify({ inquiry, key }),
  });
  return { status: response.status, body: (await response.json()) as Fields };
}

/** Someone asks to be told of workshops within 50 miles, and confirms it; resolves with the end of their link and the alert's id. */
export async function confirmedAlert(
  cms: RunningCms,
  wishes: Partial<AlertRequest> & Pick<AlertRequest, 'email'>,
): Promise<{ token: string; id: string }> {
  const alert = {
    near: '98901',
    radius: 50,
    kinds: ['deep-dive'],
    virtual: false,
    teachers: 1,
    ...wishes,
  };
  const post = (path: string, body: unknown) =>
    fetch(`${cms.url}/api/alerts${path}`, { method: 'POST', headers: asSite, body: JSON.stringify(body) });
  const key = createHash('sha256').update(JSON.stringify(alert)).digest('base64url');
  await post('', { alert, key });
  const { connection: knex } = cms.strapi.db;
  const { token, id } = await knex('visitor_alerts as a')
    .join('visitor_alert_people as p', 'p.id', 'a.person')
    .where('a.key', key)
    .first('p.token', 'a.id');
  const { status } = await post(`/${token}/confirmation`, { id: String(id) });
  if (status !== 200) throw new Error(`A confirmation was answered ${status}.`);
  return { token, id: String(id) };
}

/** Someone with an account of a role, signed in to the admin over HTTP. */
export interface Person {
  id: number;
  /** Asks the admin's own API; `body` makes it a POST unless a method is given. */
  ask: (
    path: string,
    body?: unknown,
    method?: string,
    headers?: Record<string, string>,
  ) => Promise<{ status: number; body: Fields }>;
  /** Sends a form with files. */
  send: (path: string, form: FormData) => Promise<Response>;
}

export async function signIn(cms: RunningCms, email: string, roleCode: string): Promise<Person> {
  const role = await cms.strapi.db.query('admin::role').findOne({ where: { code: roleCode } });
  const users = cms.strapi.admin.services as unknown as {
    user: { create(user: Fields): Promise<{ id: number }> };
  };
  const { id } = await users.user.create({
    email,
    firstname: 'Some',
    lastname: 'One',
    password: PASSWORD,
    isActive: true,
    registrationToken: null,
    roles: [role.id],
  });
  const answer = await fetch(`${cms.url}/admin/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: PASSWORD }),
  });
  const { data } = (await answer.json()) as { data: { token: string } };
  return { id, ...asking(cms, { authorization: `Bearer ${data.token}` }) };
}

/** Somebody who has not signed in. */
export const stranger = (cms: RunningCms): Person => ({ id: 0, ...asking(cms, {}) });

function asking(cms: RunningCms, credentials: Record<string, string>): Pick<Person, 'ask' | 'send'> {
  return {
    send: (path, body) => fetch(`${cms.url}${path}`, { method: 'POST', headers: credentials, body }),
    async ask(path, body, method = body === undefined ? 'GET' : 'POST', headers = {}) {
      const response = await fetch(`${cms.url}${path}`, {
        method,
        headers: { ...credentials, ...headers, 'content-type': 'application/json' },
        body: body === undefined ? undefined : JSON.stringify(body),
      });
      const text = await response.text();
      return { status: response.status, body: text.startsWith('{') ? JSON.parse(text) : { text } };
    },
  };
}

/** Permissions of a role: action, content type and, where only some fields are meant, their names. */
export type Grant = [action: string, subject: string | null, fields?: string[]];

/** Someone with a role that an administrator made, with these permissions or with every one there is. */
export async function ownRole(
  cms: RunningCms,
  code: string,
  grants: Grant[] | 'everything',
): Promise<Person> {
  const { role, permission } = cms.strapi.admin.services as unknown as {
    role: {
      create(role: Fields): Promise<{ id: number }>;
      assignPermissions(id: number, permissions: Fields[]): Promise<unknown>;
    };
    permission: { actionProvider: { values(): { actionId: string; subjects?: string[] }[] } };
  };
  const every = (): Grant[] =>
    permission.actionProvider
      .values()
      .flatMap(({ actionId, subjects }) => (subjects ?? [null]).map((subject): Grant => [actionId, subject]));
  const { id } = await role.create({ code, name: code, description: '' });
  await role.assignPermissions(
    id,
    (grants === 'everything' ? every() : grants).map(([action, subject, fields]) => ({
      action,
      subject,
      properties: fields ? { fields } : {},
      conditions: [],
    })),
  );
  return signIn(cms, `someone@${code}.test`, code);
}
