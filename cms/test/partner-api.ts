import { expect } from 'vitest';
import type { RunningCms } from './cms';
import { day, type Fields, type Person } from './stories';

/** An answer of the API for partners' programs. */
export interface Answer {
  status: number;
  body: Fields;
  headers: Headers;
}

/** A program that has a token. */
export type Program = (route: string, body?: unknown) => Promise<Answer>;

/**
 * A program that asks with this token: `program('PUT /workshops/A-1', {…})`. A body that is no object is sent as it is.
 * @param address where it is, to a CMS that trusts a proxy
 */
export function programWith(cms: RunningCms, token: string, address = '192.0.2.1'): Program {
  return async (route, body) => {
    const [method, path] = route.split(' ');
    const isRaw = typeof body === 'string' || body instanceof Uint8Array;
    const answer = await fetch(`${cms.url}/api/partner${path}`, {
      method,
      headers: {
        ...(token && { authorization: `Bearer ${token}` }),
        'content-type': 'application/json',
        'x-forwarded-for': address,
      },
      body: body === undefined ? undefined : isRaw ? (body as string) : JSON.stringify(body),
    });
    const text = await answer.text();
    return {
      status: answer.status,
      headers: answer.headers,
      body: text.startsWith('{') ? JSON.parse(text) : { text },
    };
  };
}

/** Has somebody make a token in the admin; resolves with it and its id. */
export async function tokenOf(person: Person, more: Fields = {}): Promise<{ token: string; id: number }> {
  const { status, body } = await person.ask('/partner-tokens', { name: 'Our calendar', ...more });
  expect(status, JSON.stringify(body)).toBe(200);
  return { token: String(body.token), id: Number((body.entry as Fields).id) };
}

/** A workshop of the API, in Seattle in 20 days unless it says otherwise. */
export const sentWorkshop = (fields: Fields = {}): Fields => ({
  title: 'Deep Dive in Seattle',
  zip: '98101',
  sessions: [{ date: day(20), startTime: '09:00', endTime: '16:00' }],
  ...fields,
});

/** What is wrong, by field. */
export const problemsIn = ({ body }: Answer): Record<string, string> => {
  const { details } = body.error as { details: { errors: { field: string; message: string }[] } };
  return Object.fromEntries(details.errors.map(({ field, message }) => [field, message]));
};
