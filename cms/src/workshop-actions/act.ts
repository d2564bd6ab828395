import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { dateProblems } from '../rules/first-publish';
import type { Session } from '../rules/schedule';
import type { Content } from '../rules/versions/content';
import type { VisibilityFacts } from '../rules/visibility';
import {
  type ActionAnswer,
  type ActionResult,
  actionRefusal,
  type NamedWorkshop,
  STATUS_AFTER,
  sessionsFrom,
} from '../rules/workshop-actions';
import type { Entry } from '../schema/model';
import { WORKSHOP } from '../schema/uids';
import { refusingAtOnce } from '../strapi/at-once';
import { rows, type Transaction } from '../strapi/documents';
import { refuse } from '../strapi/refuse';
import { type Reader, requireReadable } from '../versions/access';
import { publishBesideDraft, publishedContent } from '../versions/published';
import { keepAsOne } from '../versions/rule';
import { type DocumentName, hashOf, standing, waitForTurn } from '../versions/store';
import type { Asked } from './request';

/** How long one request goes on beginning with another workshop, in milliseconds. */
const LONGEST = 45_000;

interface Row extends Omit<VisibilityFacts, 'published' | 'hasPartner'> {
  documentId: string;
  title: string | null;
  when: string | null;
  sessions: Partial<Session>[];
  partner: { id: number } | null;
}

/** A workshop that is acted on, in its turn and in the transaction at hand. */
interface Turn {
  document: DocumentName;
  reader: Reader;
  entity: Entry;
  draft: Row;
  /** What visitors see; null while they see nothing. */
  published: { row: Row; content: Content } | null;
  transaction: Transaction;
}

/**
 * Acts on workshops as whoever asks: on each wholly or not at all, in a transaction of its own. What can't be done with one is
 * said of it, and the others go on.
 */
export async function actOnAll(strapi: Core.Strapi, reader: Reader, asked: Asked): Promise<ActionAnswer> {
  const until = Date.now() + LONGEST;
  const results: ActionResult[] = [];
  for (const documentId of asked.documentIds)
    try {
      const isTime = Date.now() < until;
      results.push(isTime ? await actOn(strapi, reader, asked, documentId) : notDone(documentId, LATE));
    } catch (error) {
      // Nothing is lost by answering that all of it failed, as long as nothing was done.
      if (results.every(({ problem }) => problem !== null)) throw error;
      strapi.log.error(`“${asked.action}” of workshop ${documentId} failed: ${(error as Error).message}`);
      results.push(notDone(documentId, FAILED));
    }
  return { results };
}

const LATE = 'There was no time left for it. Choose it again.';
const FAILED = 'It could not be changed just now. Choose it again.';

/** Of a workshop that isn't theirs, whoever asks hears no name. */
const notDone = (documentId: string, problem: string | null): ActionResult => ({
  documentId,
  title: 'A workshop',
  when: null,
  problem,
  fields: {},
  isSeen: false,
  copies: [],
});

async function actOn(
  strapi: Core.Strapi,
  reader: Reader,
  asked: Asked,
  documentId: string,
): Promise<ActionResult> {
  const document = { uid: WORKSHOP, documentId };
  let known: NamedWorkshop | null = null;
  try {
    return await refusingAtOnce(strapi, [], () =>
      strapi.db.transaction(async ({ trx }) => {
        await waitForTurn(strapi, document, trx);
        const entity = await requireReadable(strapi, document, reader);
        const draft = await rowOf(strapi, documentId, null);
        if (!draft) throw new errors.NotFoundError('There is no such workshop.');
        known = nameOf(draft);
        const seen = await rowOf(strapi, documentId, { $notNull: true });
        const content = seen && (await publishedContent(strapi, document));
        const published = seen && content && { row: seen, content };
        const refusal = actionRefusal(asked.action, factsOf(seen ?? draft, seen !== null), new Date());
        if (refusal !== null) throw new errors.ValidationError(refusal);
        const turn = { document, reader, entity, draft, published, transaction: trx };
        const done = await DOING[asked.action](strapi, turn, asked);
        const now = await rowOf(strapi, documentId, null);
        return { ...notDone(documentId, null), ...nameOf(now ?? draft), ...done };
      }),
    );
  } catch (error) {
    if (!(error instanceof errors.ApplicationError)) throw error;
    const { errors: named = [] } = error.details as { errors?: { path: string[]; message: string }[] };
    return {
      ...notDone(documentId, error.message),
      ...(known as NamedWorkshop | null),
      fields: Object.fromEntries(named.map(({ path, message }) => [path.join('.'), message])),
    };
  }
}

type Done = Partial<Pick<ActionResult, 'isSeen' | 'copies'>>;

const DOING: Record<Asked['action'], (strapi: Core.Strapi, turn: Turn, asked: Asked) => Promise<Done>> = {
  full: setStatus,
  'places-again': setStatus,
  cancel: setStatus,
  reinstate: setStatus,
  'new-dates': (strapi, turn, { sessions }) =>
    change(strapi, turn, { sessions }, async () => {
      const now = await rowOf(strapi, turn.document.documentId, null);
      refuse(datesToCome(now));
    }),
  duplicate,
  async unpublish(strapi, { document: { documentId }, reader, entity }) {
    if (reader.checker.cannot.publish(entity)) throw mayNot();
    await actions(strapi).unpublish({ documentId });
    return { isSeen: true };
  },
};

const actions = (strapi: Core.Strapi) => strapi.documents(WORKSHOP as 'api::workshop.workshop');

const mayNot = (): Error => new errors.ForbiddenError('Your account may not do this.');

async function setStatus(strapi: Core.Strapi, turn: Turn, { action }: Asked): Promise<Done> {
  const availability = STATUS_AFTER[action];
  const { draft, published } = turn;
  await requireMayChange(turn, { availability });
  const isSo = [draft, published?.row].every((row) => !row || row.availability === availability);
  return isSo ? { isSeen: published !== null } : change(strapi, turn, { availability });
}

/** Refuses who may not write these fields of a workshop, or not publish it where visitors see it. @throws ForbiddenError */
async function requireMayChange(
  { reader: { checker }, entity, published }: Turn,
  data: Entry,
): Promise<void> {
  if (checker.cannot.update(entity) || (published && checker.cannot.publish(entity))) throw mayNot();
  const allowed = await checker.sanitizeUpdateInput(entity)({ ...data });
  if (Object.keys(data).some((field) => !(field in allowed))) throw mayNot();
}

/**
 * Changes some fields of a workshop: for visitors where they see it, and of its draft. What else its draft says and visitors
 * don't see stays as it is, and unseen.
 * @param check looks at what was stored
 */
async function change(
  strapi: Core.Strapi,
  turn: Turn,
  data: Entry,
  check?: () => Promise<void>,
): Promise<Done> {
  await requireMayChange(turn, data);
  const { document, published, transaction } = turn;
  const { documentId } = document;
  const save = async (): Promise<void> => {
    await actions(strapi).update({ documentId, data: data as object });
    await check?.();
  };
  if (!published) {
    await save();
    return { isSeen: false };
  }
  const draft = await standing(strapi, document);
  const isSame = draft !== null && hashOf(draft.content) === hashOf(published.content);
  await keepAsOne(strapi, document, 'published', async () => {
    if (!isSame) await publishBesideDraft(strapi, document, { ...published.content, ...data }, transaction);
    await save();
    if (isSame) await actions(strapi).publish({ documentId });
  });
  return { isSeen: true };
}

/** What is wrong with dates that somebody gives a workshop now: they are still to come, whoever saw it before. */
const datesToCome = (row: Row | null) =>
  row
    ? dateProblems(
        {
          sessions: row.sessions,
          startsAt: row.startsAt && new Date(row.startsAt).toISOString(),
          wasPublished: false,
        },
        new Date(),
      )
    : [];

/** Makes a copy for each day: of the draft, as duplicating by hand does. What visitors see at once is what they see already. */
async function duplicate(
  strapi: Core.Strapi,
  { document, reader, entity, draft, published }: Turn,
  { dates, publish }: Asked,
): Promise<Done> {
  if (reader.checker.cannot.create() || (publish && reader.checker.cannot.publish(entity))) throw mayNot();
  const now = await standing(strapi, document);
  if (publish && (!now || !published || hashOf(now.content) !== hashOf(published.content)))
    throw new errors.ValidationError(
      published
        ? 'It has changes that visitors don’t see yet. Publish them first, or make drafts.'
        : 'It is a draft itself. Publish it first, or make drafts.',
    );
  const copies: NamedWorkshop[] = [];
  for (const date of dates) {
    const sessions = sessionsFrom(draft.sessions, date);
    if (!sessions)
      throw new errors.ValidationError('It has no dates and times to be moved. Fill them in first.');
    const { entries } = (await actions(strapi).clone({
      documentId: document.documentId,
      data: { sessions } as object,
    })) as { entries: { documentId: string }[] };
    const documentId = entries[0]?.documentId ?? '';
    const copy = await rowOf(strapi, documentId, null);
    refuse(datesToCome(copy).map(({ message }) => ({ path: ['dates', dates.indexOf(date)], message })));
    if (publish) await actions(strapi).publish({ documentId });
    if (copy) copies.push(nameOf(copy));
  }
  return { isSeen: publish, copies };
}

const rowOf = (strapi: Core.Strapi, documentId: string, publishedAt: unknown): Promise<Row | null> =>
  rows(strapi, WORKSHOP).findOne({
    where: { documentId, publishedAt },
    populate: { sessions: true, partner: { select: ['id'] } },
  });

const nameOf = ({ documentId, title, when }: Row): NamedWorkshop => ({
  documentId,
  title: title || 'Untitled',
  when,
});

const factsOf = ({ partner, ...row }: Row, published: boolean): VisibilityFacts => ({
  ...row,
  published,
  hasPartner: partner !== null,
});
