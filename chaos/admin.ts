const FIGURES = '/content-manager/collection-types/api::figure.figure';

/** What a CMS answered. */
export interface AdminAnswer {
  /** Undefined when the connection failed. */
  status: number | undefined;
  body: Record<string, unknown>;
}

/** Somebody who is signed in to the admin and speaks its own API. */
export class Admin {
  readonly #token: string;

  constructor(token: string) {
    this.#token = token;
  }

  /** Signs in to an account that exists. */
  static async signIn(cmsUrl: string, email: string, password: string): Promise<Admin> {
    return new Admin(tokenOf(await send(`${cmsUrl}/admin/login`, 'POST', { email, password })));
  }

  /** Makes the first account of an empty CMS. */
  static async register(cmsUrl: string, email: string, password: string): Promise<Admin> {
    const person = { firstname: 'Ada', lastname: 'Admin', email, password };
    return new Admin(tokenOf(await send(`${cmsUrl}/admin/register-admin`, 'POST', person)));
  }

  /** Asks and never rejects. */
  ask(cmsUrl: string, method: string, path: string, body?: unknown): Promise<AdminAnswer> {
    return send(cmsUrl + path, method, body, { authorization: `Bearer ${this.#token}` });
  }

  /** Gives a figure that pages quote a new number and publishes it. */
  async publishFigure(cmsUrl: string, key: string, value: number): Promise<AdminAnswer> {
    const documentId = await this.idOf(cmsUrl, `${FIGURES}?filters[key][$eq]=${key}`);
    return this.ask(cmsUrl, 'POST', `${FIGURES}/${documentId}/actions/publish`, { value: String(value) });
  }

  /** Saves a new figure that no page quotes, as a draft. */
  createFigure(cmsUrl: string, key: string): Promise<AdminAnswer> {
    const wording = { phrase: 'over {value} things', wordingWithout: 'things' };
    return this.ask(cmsUrl, 'POST', FIGURES, { key, ...wording });
  }

  /** The id of the one document that a list, filtered, finds. */
  async idOf(cmsUrl: string, list: string): Promise<string> {
    const { status, body } = await this.ask(cmsUrl, 'GET', list);
    const [found] = (body.results ?? []) as { documentId: string }[];
    if (!found) throw new Error(`The admin found nothing at ${list} (${status}).`);
    return found.documentId;
  }
}

/** Was it acknowledged as done? */
export const isDone = ({ status }: AdminAnswer): boolean =>
  status !== undefined && status >= 200 && status < 300;

/** Sends JSON and reads JSON; never rejects. */
export async function send(
  url: string,
  method: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<AdminAnswer> {
  try {
    const response = await fetch(url, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: AbortSignal.timeout(30_000),
    });
    const text = await response.text();
    return { status: response.status, body: text.startsWith('{') ? JSON.parse(text) : { text } };
  } catch {
    return { status: undefined, body: {} };
  }
}

function tokenOf({ status, body }: AdminAnswer): string {
  const { token } = (body.data ?? {}) as { token?: string };
  if (!token)
    throw new Error(`Nobody could sign in to the CMS (${status}): ${JSON.stringify(body).slice(0, 200)}`);
  return token;
}
