import { type Count, formatDate, onePagerSlug } from '@deep-dive/shared-types';
import type { Core } from '@strapi/strapi';
import { townOf } from '../places';
import type { Entry } from '../schema/model';
import { FILE, PAGE, PARTNER, SITE, WORKSHOP } from '../schema/uids';
import { rows } from '../strapi/documents';

/** Pages that nobody writes, and what they are called. */
const FIXED: Record<string, string> = {
  '/workshops': 'Find a workshop',
  '/quote': 'What will it cost?',
  '/contact': 'Contact',
  '/alerts': 'Tell me when there is one near me',
  '/embed/workshops': 'The finder on other sites',
};

/** What entries and files are found by. Their slugs may change, and what was counted stays theirs. */
const TYPES = {
  page: {
    uid: PAGE,
    by: 'slug',
    id: 'documentId',
    name: 'title',
    where: { publishedAt: { $notNull: true } },
  },
  workshop: {
    uid: WORKSHOP,
    by: 'slug',
    id: 'documentId',
    name: 'title',
    where: { publishedAt: { $notNull: true } },
  },
  partner: { uid: PARTNER, by: 'slug', id: 'documentId', name: 'name', where: {} },
  // The name it has wherever it is kept: https://docs.strapi.io/cms/features/media-library
  file: { uid: FILE, by: 'hash', id: 'id', name: 'name', where: {} },
} satisfies Record<string, { uid: string; by: string; id: string; name: string; where: Entry }>;

type Type = keyof typeof TYPES;

/** How what an entry is on paper is kept apart from the entry. */
const ON_PAPER = 'one-pager:';

export const subjectOf = (type: Type, id: string | number): string => `${type}:${id}`;

/** What a path leads to, of what can be counted: undefined when it can be nothing. */
function targetOf(path: string): { type: Type; value: string } | undefined {
  const [, hash] = /\/([^/]+)\.[a-z\d]{1,5}$/i.exec(path) ?? [];
  if (hash !== undefined) return { type: 'file', value: hash };
  const [, above, slug] = /^\/(?:(workshops|partners)\/)?([^/]+)$/.exec(path) ?? [];
  if (slug === undefined) return undefined;
  return {
    type: above === 'workshops' ? 'workshop' : above === 'partners' ? 'partner' : 'page',
    value: slug,
  };
}

/** Counts by what was counted, as it is stored. What isn't there (any more) is left out: a table can't be filled with made-up names. */
export async function known(strapi: Core.Strapi, counts: Count[]): Promise<Count[]> {
  const paths = counts.flatMap(({ kind, subject }) => (kind === 'nothing' ? [] : [pagePath(subject)]));
  const subjects = await subjectsAt(strapi, new Set(paths));
  return counts.flatMap((count) => {
    const { kind, subject } = count;
    const found =
      kind === 'nothing' ? (townOf(subject) ? subject : undefined) : subjects.get(pagePath(subject));
    if (found === undefined) return [];
    const isOnPaper = kind === 'download' && onePagerSlug(subject) !== undefined;
    return [{ ...count, subject: isOnPaper ? ON_PAPER + found : found }];
  });
}

/** The path of what it is about: of a one-pager, its page's. */
function pagePath(path: string): string {
  const slug = onePagerSlug(path);
  return slug === undefined ? path : `/${slug}`;
}

async function subjectsAt(strapi: Core.Strapi, paths: Set<string>): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const wanted = new Map<Type, Map<string, string>>();
  for (const path of paths) {
    if (path in FIXED) found.set(path, path);
    const target = targetOf(path);
    if (!target || path in FIXED) continue;
    const values = wanted.get(target.type) ?? new Map<string, string>();
    wanted.set(target.type, values.set(target.value, path));
  }
  for (const [type, values] of wanted) {
    const { uid, by, id, where } = TYPES[type];
    const entries: Entry[] = await rows(strapi, uid).findMany({
      where: { ...where, [by]: { $in: [...values.keys()] } },
      select: [by, id],
    });
    for (const entry of entries)
      found.set(values.get(String(entry[by])) ?? '', subjectOf(type, String(entry[id])));
  }
  if (paths.has('/')) {
    const home = await homePage(strapi);
    if (home) found.set('/', subjectOf('page', home));
  }
  return found;
}

async function homePage(strapi: Core.Strapi): Promise<string | null> {
  const site: { homePage: { documentId: string } | null } | null = await rows(strapi, SITE).findOne({
    where: { publishedAt: { $notNull: true } },
    populate: { homePage: true },
  });
  return site?.homePage?.documentId ?? null;
}

/** What some subjects are called; those that are gone are left out. */
export async function namesOf(strapi: Core.Strapi, subjects: string[]): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  const wanted = new Map<Type, Set<string>>();
  for (const subject of subjects) {
    const town = /^\d{3}-[A-Z]{2}$/.test(subject) ? townOf(subject) : null;
    if (town) names.set(subject, `near ${town.city}, ${town.state}`);
    if (FIXED[subject]) names.set(subject, FIXED[subject]);
    const { type, id } = entryIn(subject);
    if (type) wanted.set(type, (wanted.get(type) ?? new Set()).add(id));
  }
  for (const [type, ids] of wanted) {
    const { uid, id, name } = TYPES[type];
    const entries: Entry[] = await rows(strapi, uid).findMany({
      where: { [id]: { $in: [...ids] } },
      select: [id, name, ...(type === 'workshop' ? ['startsAt', 'timeZone'] : [])],
    });
    for (const entry of entries) {
      const called = [entry[name], dayOf(entry)].filter(Boolean).join(', ');
      const subject = subjectOf(type, String(entry[id]));
      names.set(subject, called);
      names.set(ON_PAPER + subject, `${called}, one-pager`);
    }
  }
  return names;
}

/** The day of a workshop: several have one title. */
function dayOf({ startsAt, timeZone }: Entry): string {
  if (!startsAt || typeof timeZone !== 'string') return '';
  return formatDate(new Date(startsAt as string | Date).toISOString(), timeZone);
}

function entryIn(subject: string): { type: Type | undefined; id: string } {
  const [type = '', id = ''] = subject.replace(ON_PAPER, '').split(':');
  return { type: Object.hasOwn(TYPES, type) ? (type as Type) : undefined, id };
}
