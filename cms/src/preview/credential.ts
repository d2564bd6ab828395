import { createHmac } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import jwt from 'jsonwebtoken';
import * as z from 'zod';

/** Seconds for which a preview can be looked at. */
export const LASTS = 60 * 60;

const AUDIENCE = 'preview';
/** Of the frame that shows a workshop's card beside its form: it opens no document. */
const CARD = 'preview-card';

/** Who looks, and at what. */
export interface Looked {
  /** Id of the admin's account. */
  admin: number;
  uid: string;
  documentId: string;
  /** The number of the version that is shown; null shows the document as it was saved last. */
  version: number | null;
  /** When it ends, in milliseconds since the epoch. */
  until: number;
}

const claims = z.object({
  sub: z.string().regex(/^\d{1,10}$/),
  exp: z.number(),
  uid: z.string(),
  document: z.string(),
  version: z.number().nullable(),
});

/** A key of its own: what is signed for a preview opens nothing else, and nothing else opens a preview. */
const keyOf = (strapi: Core.Strapi, audience = AUDIENCE): Buffer =>
  createHmac('sha256', strapi.config.get<string>('admin.auth.secret')).update(audience).digest();

/** Why nothing is shown to who brings no credential, or one that is none any more. */
export const previewEnded = () =>
  new errors.UnauthorizedError('This preview has ended. Open it again from the CMS.');

/** A credential to look at something, for `LASTS` from now on. */
export function sign(
  strapi: Core.Strapi,
  { admin, uid, documentId, version }: Omit<Looked, 'until'>,
): string {
  return jwt.sign({ uid, document: documentId, version }, keyOf(strapi), {
    algorithm: 'HS256',
    subject: String(admin),
    audience: AUDIENCE,
    expiresIn: LASTS,
  });
}

/**
 * What a credential lets its holder look at.
 * @throws UnauthorizedError when it is none, or has ended
 */
export function read(strapi: Core.Strapi, credential: string): Looked {
  try {
    const payload = jwt.verify(credential, keyOf(strapi), { algorithms: ['HS256'], audience: AUDIENCE });
    const { sub, exp, uid, document, version } = claims.parse(payload);
    return { admin: Number(sub), uid, documentId: document, version, until: exp * 1000 };
  } catch {
    throw previewEnded();
  }
}

/** A credential for the frame of a workshop's card, for `LASTS` from now on. */
export const signCard = (strapi: Core.Strapi): string =>
  jwt.sign({}, keyOf(strapi, CARD), { algorithm: 'HS256', audience: CARD, expiresIn: LASTS });

/** @throws UnauthorizedError when a credential is none for the frame of a card, or has ended */
export function requireCard(strapi: Core.Strapi, credential: string): void {
  try {
    jwt.verify(credential, keyOf(strapi, CARD), { algorithms: ['HS256'], audience: CARD });
  } catch {
    throw previewEnded();
  }
}
