import type { Core } from '@strapi/strapi';
import { type Ability, readsEveryEntry } from '../ownership/reach';
import { SUPER_ADMIN_ROLE } from '../ownership/rule';
import { surroundings } from '../publishing/surroundings';
import { type BlankCounts, type BlanksReport, byDue, withTasks } from '../rules/blank-tasks';
import { type Blank, figureBlanksOf, HAS_BLANKS, type Surroundings, toFill } from '../rules/to-fill';
import { editLink, nameOf } from '../rules/uses';
import type { Entry } from '../schema/model';
import { populateFor } from '../schema/populate';
import { FIGURE, FILE, PAGE, PARTNER } from '../schema/uids';
import { modelsOf, rows } from '../strapi/documents';
import { lastChange } from '../versions/store';
import { blankTasks, forgetTasks } from './tasks';

/** An entry and its blanks, whoever asks. */
interface Found {
  uid: string;
  /** Empty for figures that no page quotes. */
  documentId: string;
  name: string;
  link: string;
  blanks: Blank[];
  rows: string[];
}

interface Looked {
  found: Found[];
  more: number;
}

/** Entries of a type that are looked at, and how many are read at a time. */
export const MOST_ENTRIES = 1000;
const BATCH = 50;

/** What is still to be filled in, of all that somebody may read. */
export async function blanksReport(strapi: Core.Strapi, ability: Ability): Promise<BlanksReport> {
  // Before the look, which takes a while: what is noted meanwhile may be about a section that it didn't see.
  const tasks = await blankTasks(strapi);
  const { found, more } = await lookedAt(strapi);
  const { gone } = withTasks(
    found.flatMap(({ blanks }) => blanks),
    tasks,
    found.flatMap(({ rows }) => rows),
  );
  if (more === 0) await forgetTasks(strapi, gone, Date.now());
  const groups = found
    .filter(({ uid }) => readsEveryEntry(ability, uid))
    .map(({ name, link, blanks, rows }) => ({
      name,
      link,
      blanks: withTasks(blanks, tasks, rows).listed,
    }));
  return { groups: byDue(groups), colleagues: await colleagues(strapi), more };
}

/** Types by whose changes another answer can come of a look: what has blanks, and what stands around it. */
const LOOKED_AT = [...HAS_BLANKS, FIGURE, PARTNER];

/** How much each page still lacks, for a list of them. */
export async function blankCounts(strapi: Core.Strapi): Promise<BlankCounts> {
  const { found, more } = await lookedAt(strapi);
  const pages = found.filter(({ uid }) => uid === PAGE);
  return {
    pages: Object.fromEntries(pages.map(({ documentId, blanks }) => [documentId, blanks.length])),
    isWhole: more === 0,
  };
}

/** Looking at all pages takes a while: it is done again only once one of these was changed, or on another day. */
const looks = new WeakMap<Core.Strapi, { as: string; looked: Promise<Looked> }>();

async function lookedAt(strapi: Core.Strapi): Promise<Looked> {
  const around = await surroundings(strapi);
  const as = [await lastChange(strapi, LOOKED_AT), await lastFileChange(strapi), around.today].join(' ');
  const before = looks.get(strapi);
  if (before?.as === as) return before.looked;
  const looked = look(strapi, around);
  looks.set(strapi, { as, looked });
  // What failed is no answer to the next.
  looked.catch(() => looks.delete(strapi));
  return looked;
}

async function lastFileChange(strapi: Core.Strapi): Promise<string> {
  const files = rows(strapi, FILE);
  const [last]: { updatedAt: string }[] = await files.findMany({
    select: ['updatedAt'],
    orderBy: [{ updatedAt: 'desc' }],
    limit: 1,
  });
  return `${last ? new Date(last.updatedAt).getTime() : 0} ${await files.count()}`;
}

async function look(strapi: Core.Strapi, around: Surroundings): Promise<Looked> {
  const getModel = modelsOf(strapi);
  const found: Found[] = [];
  let more = 0;
  for (const uid of HAS_BLANKS) {
    const where = { publishedAt: null };
    more += Math.max((await rows(strapi, uid).count({ where })) - MOST_ENTRIES, 0);
    let batch: Entry[];
    let offset = 0;
    do {
      batch = await rows(strapi, uid).findMany({
        where,
        populate: populateFor(uid, getModel),
        orderBy: [{ id: 'asc' }],
        limit: BATCH,
        offset,
      });
      offset += BATCH;
      for (const entry of batch) {
        const { blanks, rows: sections } = toFill(uid, entry, around, getModel);
        if (blanks.length > 0)
          found.push({
            uid,
            documentId: String(entry.documentId),
            name: nameOf(uid, entry, getModel),
            link: editLink(uid, String(entry.documentId), getModel),
            blanks,
            rows: sections,
          });
      }
    } while (batch.length === BATCH && offset < MOST_ENTRIES);
  }
  return { found: [...found, ...unquoted(around, found, getModel)], more };
}

/** Figures with blanks that no page quotes yet. */
function unquoted(around: Surroundings, found: Found[], getModel: ReturnType<typeof modelsOf>): Found[] {
  const told = new Set(
    found.flatMap(({ blanks }) =>
      blanks.flatMap(({ uid, documentId }) => (uid === FIGURE ? [documentId] : [])),
    ),
  );
  const blanks = [...around.quoted.values()]
    .filter(({ documentId }) => !told.has(documentId))
    .flatMap((figure) => figureBlanksOf(figure, around.today, getModel));
  return blanks.length === 0
    ? []
    : [
        {
          uid: FIGURE,
          documentId: '',
          name: 'Figures that no page quotes',
          link: `/content-manager/collection-types/${FIGURE}`,
          blanks,
          rows: [],
        },
      ];
}

/** What people who can read pages are called. */
async function colleagues(strapi: Core.Strapi): Promise<string[]> {
  const people: { firstname: string | null; lastname: string | null }[] = await rows(
    strapi,
    'admin::user',
  ).findMany({
    select: ['firstname', 'lastname'],
    where: {
      isActive: true,
      blocked: false,
      roles: {
        $or: [
          { code: SUPER_ADMIN_ROLE },
          { permissions: { action: 'plugin::content-manager.explorer.read', subject: PAGE } },
        ],
      },
    },
    orderBy: [{ firstname: 'asc' }, { lastname: 'asc' }],
    limit: MOST_COLLEAGUES,
  });
  const names = people.map(({ firstname, lastname }) => [firstname, lastname].filter(Boolean).join(' '));
  return [...new Set(names.filter(Boolean))];
}

const MOST_COLLEAGUES = 200;
