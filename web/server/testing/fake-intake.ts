import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type {
  Alert,
  AlertChange,
  AlertSubmission,
  InquiryStatus,
  InquirySubmission,
} from '@deep-dive/shared-types';
import { ask } from './ask';
import { notFound } from './fake-cms';

/** Something the CMS was asked about what visitors send. */
export interface AskedOfIntake {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  body: unknown;
}

/** What it answers in place of the truth; undefined tells the truth. */
export type Misbehave = ((asked: AskedOfIntake, response: ServerResponse) => void) | undefined;

export const TOKEN = 'T'.repeat(43);
export const SENT_AT = Date.parse('2027-01-15T15:00:00Z');

/** What someone asked to be told, and has not confirmed. */
export const ALERT: Alert = {
  id: 'a1',
  state: 'unconfirmed',
  place: 'Yakima, WA 98901',
  radius: 50,
  kinds: ['intro', 'deep-dive'],
  virtual: false,
  teachers: 7,
  until: SENT_AT + 3 * 86_400_000,
};

const answer = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
};

/** How a CMS refuses what it understood, by field. */
export const refusal = (field: string, message: string) => ({
  data: null,
  error: {
    status: 422,
    name: 'ValidationError',
    message,
    details: { errors: [{ path: [field], message, name: 'ValidationError' }] },
  },
});

/** A CMS that takes what visitors send, in front of the fake one that answers all else. */
export async function startFakeIntake(cmsUrl: string) {
  const asked: AskedOfIntake[] = [];
  const taken = new Map<string, InquirySubmission>();
  const takenAlerts = new Map<string, AlertSubmission>();
  let alerts = [ALERT];
  let misbehave: Misbehave;
  let status: InquiryStatus = {
    state: 'sent',
    purpose: 'workshop',
    to: { kind: 'partner', name: 'Idaho Partner' },
    workshop: null,
    accepted: false,
    sentAt: SENT_AT,
    until: SENT_AT + 90 * 86_400_000,
    lines: [{ from: 'sender', at: SENT_AT, text: 'Is it for third grade?' }],
  };
  const alertsAnswer = ({ path, body }: AskedOfIntake): [status: number, body: unknown] => {
    const [, token, what] = /^\/api\/alerts\/([^/]+)(\/\w+)?$/.exec(path) ?? [];
    const { id, ...change } = (body ?? {}) as Partial<AlertChange> & { id?: string | null };
    const isThere = alerts.some((alert) => alert.id === id);
    if (token !== TOKEN || alerts.length === 0)
      return what === '/end' ? [200, { email: '', alerts: [] }] : [404, notFound];
    if (what && what !== '/end' && !isThere) return [404, notFound];
    const changed = what === '/confirmation' ? { state: 'active' as const } : change;
    alerts =
      what === '/end'
        ? alerts.filter((alert) => id !== null && alert.id !== id)
        : alerts.map((alert) => (alert.id === id ? { ...alert, ...changed } : alert));
    return [200, { email: 'ana@school.example', alerts }];
  };
  const server = createServer(async (request, response) => {
    const path = request.url ?? '';
    if (!/^\/api\/(?:inquir|alerts)/.test(path)) {
      await ask(cmsUrl, path).then(
        ({ status, headers, body }) => response.writeHead(status, headers).end(body),
        () => response.destroy(),
      );
      return;
    }
    let text = '';
    for await (const part of request.setEncoding('utf8')) text += part;
    const { method = '', headers } = request;
    const question = { method, path, headers, body: text ? JSON.parse(text) : undefined };
    asked.push(question);
    if (misbehave) return misbehave(question, response);
    if (path.startsWith('/api/inquiry-addressee'))
      return path.includes('99999') ? answer(response, 404, notFound) : answer(response, 200, status.to);
    if (path === '/api/inquiries' && method === 'POST') {
      const submission = question.body as InquirySubmission;
      taken.set(submission.key, submission);
      return answer(response, 201, { token: TOKEN, to: status.to });
    }
    if (path === '/api/alerts' && method === 'POST') {
      const submission = question.body as AlertSubmission;
      takenAlerts.set(submission.key, submission);
      return answer(response, 201, { place: 'Yakima, WA 98901' });
    }
    if (path.startsWith('/api/alerts/')) return answer(response, ...alertsAnswer(question));
    const [, token, what] = /^\/api\/inquiries\/([^/]+)(\/\w+)?$/.exec(path) ?? [];
    if (token !== TOKEN) return answer(response, 404, notFound);
    if (what === '/lines') {
      const { text: added } = question.body as { text: string };
      status = { ...status, lines: [...status.lines, { from: 'sender', at: SENT_AT + 1, text: added }] };
      return answer(response, 201, status);
    }
    if (what === '/withdrawal') status = { ...status, state: 'withdrawn' };
    return answer(response, 200, status);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const first = status;
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    /** What was taken, once for each key. */
    taken,
    takenAlerts,
    /** It answers everything about inquiries so from now on. */
    misbehave: (how: Misbehave) => {
      misbehave = how;
    },
    set: (changes: Partial<InquiryStatus>) => {
      status = { ...status, ...changes };
    },
    /** All that is kept for `TOKEN`. */
    setAlerts: (changed: Alert[]) => {
      alerts = changed;
    },
    alerts: () => alerts,
    reset: () => {
      asked.length = 0;
      taken.clear();
      takenAlerts.clear();
      alerts = [ALERT];
      misbehave = undefined;
      status = first;
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
