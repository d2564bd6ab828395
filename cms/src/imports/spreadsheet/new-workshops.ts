import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { freeSlugs, ownAddresses } from '../../addresses';
import { rememberPublished } from '../../publishing/gate';
import { surroundings } from '../../publishing/surroundings';
import { type Kept, type Typed, whereAndWhen } from '../../rules/derived';
import { unfitProblems } from '../../rules/fit';
import type { Problem } from '../../rules/problem';
import { withoutSystemKeys } from '../../rules/system-keys';
import { contentOf } from '../../rules/versions/content';
import { withVisibleText } from '../../rules/visible-text';
import { asList, type Entry, type GetModel, writtenAttributes } from '../../schema/model';
import { PARTNER, WORKSHOP } from '../../schema/uids';
import { modelsOf, rows, type Transaction } from '../../strapi/documents';
import { copyLinks, insertEntries } from '../../strapi/insert';
import { refuse } from '../../strapi/refuse';
import { WholeReader } from '../../versions/reading';
import { hashOf, keepAll, lastVersions, waitForTurns } from '../../versions/store';
import { writerNow } from '../../versions/writer';
import { asSaved, madeSlug } from '../../workshops/workshop-rule';
import {
  CHANGED_MEANWHILE,
  type JournalRow,
  nameNewWorkshops,
  noteMade,
  notePublished,
  noteRow,
  type StoredImport,
} from './journal';
import { refusalOf } from './refused';

/**
 * Makes drafts of many new workshops at once, in the transaction at hand: what the Document Service with its rules would store of
 * each (see document-rules.ts), by a handful of statements for all. A test compares the two, row by row and column by column.
 * @throws Refused
 */
export async function writeNew(
  strapi: Core.Strapi,
  { partner }: StoredImport,
  given: JournalRow[],
  transaction: Transaction,
): Promise<void> {
  const getModel = modelsOf(strapi);
  const made = given.map((row) => {
    const { entry, problems, slug } = derived(row.data, getModel);
    refuseRow(row, problems);
    return { entry, slug };
  });
  const owner: { id: number } | null = await rows(strapi, PARTNER).findOne({
    where: { documentId: partner },
    select: ['id'],
  });
  if (!owner)
    throw refusalOf(given[0] as JournalRow, new errors.NotFoundError('Its Regional Partner is gone.'));
  const slugs = await freeSlugs(
    strapi,
    WORKSHOP,
    made.map(({ slug }) => slug),
  );
  const ids = await insertEntries(
    strapi,
    WORKSHOP,
    made.map(({ entry }, index) => ({
      ...entry,
      slug: slugs[index],
      partner: owner.id,
      publishedAt: null,
    })),
    transaction,
  );
  const stored = await WholeReader.readAll(strapi, WORKSHOP, { id: { $in: ids } });
  const writer = writerNow(strapi);
  const at = Date.now();
  await keepAll(
    strapi,
    WORKSHOP,
    stored.map((workshop) => {
      const content = contentOf(WORKSHOP, workshop, getModel);
      const documentId = String(workshop.documentId);
      return { documentId, ...writer, number: 1, action: 'created', at, hash: hashOf(content), content };
    }),
  );
  const rowsMade = given.map(({ id, ownId }, index) => ({
    id,
    ownId,
    document: String(stored[index]?.documentId),
  }));
  await nameNewWorkshops(
    strapi,
    partner,
    rowsMade.flatMap(({ ownId, document }) => (ownId ? [{ own: ownId, document }] : [])),
  );
  await noteMade(strapi, rowsMade, transaction);
}

/** A new workshop as its draft is stored, but for its address; what is wrong with it; and what its address is made of. */
function derived(data: Entry, getModel: GetModel): { entry: Entry; problems: Problem[]; slug: string } {
  const entry: Entry = {
    ...defaultsOf(getModel),
    ...asSaved(withVisibleText(WORKSHOP, withoutSystemKeys(data, null), getModel)),
  };
  const typed = { virtualTimeZone: null, venue: null, ...entry, sessions: asList(entry.sessions) };
  const { kept, venue, problems } = whereAndWhen(typed as unknown as Typed);
  return {
    entry: {
      ...entry,
      ...(kept satisfies Kept),
      ...(venue && { venue: { ...(entry.venue as Entry), ...venue } }),
    },
    problems,
    slug: String(entry.slug || madeSlug(typed as unknown as Parameters<typeof madeSlug>[0], venue)),
  };
}

/** What a new workshop begins with where nothing is said. */
const defaultsOf = (getModel: GetModel): Entry =>
  Object.fromEntries(
    writtenAttributes(getModel(WORKSHOP)).flatMap(([name, attribute]) =>
      attribute.default === undefined ? [] : [[name, attribute.default]],
    ),
  );

function refuseRow(row: JournalRow, problems: Problem[]): void {
  try {
    refuse(problems);
  } catch (error) {
    throw refusalOf(row, error);
  }
}

/**
 * Publishes many new workshops at once, for the first time, in the transaction at hand, as `writeNew` makes them. What somebody
 * changed since the import wrote it is theirs to publish.
 * @throws Refused
 */
export async function publishNew(
  strapi: Core.Strapi,
  _: StoredImport,
  given: JournalRow[],
  transaction: Transaction,
): Promise<void> {
  const getModel = modelsOf(strapi);
  const documentIds = given.map(({ document }) => String(document));
  await waitForTurns(strapi, WORKSHOP, documentIds, transaction);
  const last = await lastVersions(strapi, WORKSHOP, documentIds);
  const drafts = new Map(
    (
      await WholeReader.readAll(strapi, WORKSHOP, { documentId: { $in: documentIds }, publishedAt: null })
    ).map((draft) => [String(draft.documentId), draft]),
  );
  const now = new Date();
  const around = await surroundings(strapi);
  const chosen = given.flatMap((row) => {
    const version = last.get(String(row.document));
    const draft = drafts.get(String(row.document));
    if (!version || !draft || version.number !== row.after) return [];
    const whole = { ...draft, sessions: asList(draft.sessions) };
    refuseRow(row, unfitProblems(WORKSHOP, whole, around, now, getModel));
    return [{ row, version, draft }];
  });
  for (const row of given)
    if (!chosen.some((each) => each.row === row)) await noteRow(strapi, row.id, CHANGED_MEANWHILE);
  if (chosen.length === 0) return;
  const ids = await insertEntries(
    strapi,
    WORKSHOP,
    chosen.map(({ draft }) => ({ ...withoutLinks(draft, getModel), publishedAt: now, wasPublished: true })),
    transaction,
  );
  const copies = new Map(chosen.map(({ draft }, index) => [draft.id, ids[index] ?? 0]));
  await copyLinks(strapi, WORKSHOP, copies, transaction);
  await rememberPublished(
    strapi,
    chosen.map(({ row }) => String(row.document)),
  );
  await ownAddresses(
    strapi,
    WORKSHOP,
    chosen.flatMap(({ draft }) => (draft.slug ? [String(draft.slug)] : [])),
  );
  const writer = writerNow(strapi);
  await keepAll(
    strapi,
    WORKSHOP,
    chosen.map(({ version, draft }) => {
      const content = contentOf(WORKSHOP, draft, getModel);
      const hash = hashOf(content);
      return {
        documentId: String(draft.documentId),
        ...writer,
        number: version.number + 1,
        action: 'published',
        at: now.getTime(),
        hash,
        content: hash === version.hash ? null : content,
      };
    }),
  );
  await notePublished(
    strapi,
    chosen.map(({ row }) => row.id),
    transaction,
  );
}

/** An entry without what it leads to: `copyLinks` lets its copy lead there. */
function withoutLinks(entry: Entry, getModel: GetModel): Entry {
  const { attributes } = getModel(WORKSHOP);
  return Object.fromEntries(Object.entries(entry).filter(([name]) => attributes[name]?.type !== 'relation'));
}
