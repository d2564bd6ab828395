import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { importsForAll } from '../imports/spreadsheet/whose';
import type { Ability } from '../ownership/reach';
import { PARTNER_ROLE, partnerOf } from '../ownership/rule';
import { MOST_TOKENS, type TokenEntry, type TokenMade } from '../rules/partner-api/tokens';
import type { Entry } from '../schema/model';
import { PARTNER } from '../schema/uids';
import { rows } from '../strapi/documents';
import { refuse } from '../strapi/refuse';
import { addTable } from '../strapi/tables';

const TOKEN = 'partner-api::token';
const DAY = 24 * 60 * 60_000;
/** A token is noted as used this seldom, in milliseconds, so that reading writes nothing. */
const NOTED_EVERY = 60_000;

/** A token that some program of a partner's has. */
export interface StoredToken {
  id: number;
  /** By which it is found; the rest of the token is a secret. */
  key: string;
  /** SHA-256 of the whole, in hexadecimal. */
  hash: string;
  /** documentId of the partner. */
  partner: string;
  name: string;
  /** The account that made it, and what it was called then. */
  admin: number;
  by: string;
  at: number;
  until: number;
  usedAt: number | null;
  revokedAt: number | null;
  /** What who revoked it was called. */
  revokedBy: string | null;
}

/** Adds the table of tokens. To be called in `register()`. */
export function addTokens(strapi: Core.Strapi): void {
  addTable(strapi, {
    uid: TOKEN,
    name: 'partner_tokens',
    columns: {
      key: { type: 'string' },
      hash: { type: 'string' },
      partner: { type: 'string' },
      name: { type: 'string' },
      admin: { type: 'integer' },
      by: { type: 'string' },
      at: { type: 'biginteger' },
      until: { type: 'biginteger' },
      usedAt: { type: 'biginteger' },
      revokedAt: { type: 'biginteger' },
      revokedBy: { type: 'string' },
    },
    indexes: [
      { name: 'partner_tokens_key', columns: ['key'], type: 'unique' },
      { name: 'partner_tokens_partner', columns: ['partner'] },
    ],
  });
}

const tokens = (strapi: Core.Strapi) => rows(strapi, TOKEN);

const orNull = (value: unknown): number | null => (value === null ? null : Number(value));
const asToken = (row: StoredToken): StoredToken => ({
  ...row,
  at: Number(row.at),
  until: Number(row.until),
  usedAt: orNull(row.usedAt),
  revokedAt: orNull(row.revokedAt),
});

/** So that whoever looks for lost secrets knows one. */
const BEGINS = 'ddp_';
const FORM = /^ddp_([0-9a-f]{12})_[\w-]{43}$/;

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Makes a token, which is told this once. @throws ValidationError when the partner has as many as it may */
export async function makeToken(
  strapi: Core.Strapi,
  given: Pick<StoredToken, 'partner' | 'name' | 'admin' | 'by'> & { days: number },
): Promise<TokenMade> {
  const { days, ...of } = given;
  const at = Date.now();
  const key = randomBytes(6).toString('hex');
  const token = `${BEGINS}${key}_${randomBytes(32).toString('base64url')}`;
  const stored = (await strapi.db.transaction(async () => {
    const working = await tokens(strapi).count({
      where: { partner: of.partner, revokedAt: null, until: { $gt: at } },
    });
    if (working >= MOST_TOKENS)
      refuse([
        {
          path: ['name'],
          message: `There are ${MOST_TOKENS} tokens already, which is the most. End one that isn’t used any more.`,
        },
      ]);
    return tokens(strapi).create({
      data: { ...of, key, hash: hashOf(token), at, until: at + days * DAY },
    });
  })) as StoredToken;
  strapi.log.info(`Token ${BEGINS}${key} “${of.name}” of partner ${of.partner} was made by ${of.by}.`);
  return { token, entry: entryOf(asToken(stored), null) };
}

/** The tokens of a partner that nobody ended, the latest first. */
export async function tokensOf(strapi: Core.Strapi, partner: string): Promise<TokenEntry[]> {
  const found: StoredToken[] = await tokens(strapi).findMany({
    where: { partner, revokedAt: null },
    orderBy: [{ id: 'desc' }],
    limit: 50,
  });
  return Promise.all(
    found.map(asToken).map(async (token) => entryOf(token, await endedWords(strapi, token))),
  );
}

const entryOf = (
  { id, key, name, by, at, until, usedAt }: StoredToken,
  ended: string | null,
): TokenEntry => ({
  id,
  name,
  prefix: `${BEGINS}${key}`,
  by,
  at,
  until,
  usedAt,
  ended,
});

/** Ends a token of a partner for good. False when there is none that could be ended. */
export async function revokeToken(
  strapi: Core.Strapi,
  { id, partner, by }: { id: number; partner: string; by: string },
): Promise<boolean> {
  const { count } = await tokens(strapi).updateMany({
    where: { id, partner, revokedAt: null },
    data: { revokedAt: Date.now(), revokedBy: by },
  });
  if (count === 1) strapi.log.info(`Token ${id} of partner ${partner} was ended by ${by}.`);
  return count === 1;
}

/** The token that a text is; null when it is none that was made, or it was revoked. */
export async function tokenNamed(strapi: Core.Strapi, text: string): Promise<StoredToken | null> {
  const [, key] = FORM.exec(text) ?? [];
  if (!key) return null;
  const found: StoredToken | null = await tokens(strapi).findOne({ where: { key } });
  const isSame = found && timingSafeEqual(Buffer.from(found.hash, 'hex'), Buffer.from(hashOf(text), 'hex'));
  return isSame && found.revokedAt === null ? asToken(found) : null;
}

/** Notes now and then that a token is used. */
export async function noteUse(strapi: Core.Strapi, { id, usedAt }: StoredToken): Promise<void> {
  const now = Date.now();
  if (usedAt === null || usedAt < now - NOTED_EVERY)
    await tokens(strapi).updateMany({ where: { id }, data: { usedAt: now } });
}

interface Engine {
  engine: { generateUserAbility(user: unknown): Promise<Ability> };
}

/**
 * Why a token doesn't work any more, in words; null while it does. It works as long as who made it could do the same by hand:
 * looked at anew each time, so that somebody who leaves leaves no way in behind.
 */
export async function endedWords(
  strapi: Core.Strapi,
  { admin, by, partner, until }: StoredToken,
): Promise<string | null> {
  if (until <= Date.now()) return `It ended on ${new Date(until).toISOString().slice(0, 10)}.`;
  const isThere = (await rows(strapi, PARTNER).count({ where: { documentId: partner } })) > 0;
  const maker: (Entry & { id: number; roles: { code: string }[] }) | null = await rows(
    strapi,
    'admin::user',
  ).findOne({ where: { id: admin, isActive: true, blocked: { $ne: true } }, populate: { roles: true } });
  if (!isThere || !maker) return `${by}, who made it, has no account any more.`;
  if (maker.roles.some(({ code }) => code === PARTNER_ROLE))
    return (await partnerOf(strapi, admin)) === partner
      ? null
      : `${by}, who made it, doesn’t act for this Regional Partner any more.`;
  const { engine } = strapi.service('admin::permission') as unknown as Engine;
  return importsForAll(await engine.generateUserAbility(maker))
    ? null
    : `${by}, who made it, may not import workshops any more.`;
}
