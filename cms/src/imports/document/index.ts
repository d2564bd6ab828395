import { readFile } from 'node:fs/promises';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Ability } from '../../ownership/reach';
import { cleanTree } from '../../rules/document/clean';
import {
  type Choices,
  DOCUMENT_LIMIT,
  DocumentError,
  type ReadDocument,
  tooLargeWords,
} from '../../rules/document/document';
import { type Understood, understand } from '../../rules/document/page';
import { FIGURE, PAGE } from '../../schema/uids';
import { addAdminRoutes } from '../../strapi/admin-routes';
import { refusingAtOnce } from '../../strapi/at-once';
import { modelsOf } from '../../strapi/documents';
import { type SentFile, withSentFiles } from '../../strapi/forms';
import type { RequestContext } from '../../strapi/respond';
import { type Reader, readerWith } from '../../versions/access';
import { factsFor } from './facts';
import { readApart, type Source } from './reading';

/**
 * The routes of the admin's API below /imports: a document is read, its page looked at as often as something is chosen, and
 * made as a draft. Between these nothing is kept: whoever asks holds the document. For who may make pages. To be called in
 * `register()`.
 */
export function addDocumentRoutes(strapi: Core.Strapi): void {
  addAdminRoutes(strapi, 'imports', {
    'POST /document': (ctx) =>
      inItsWords(() =>
        withSentFiles(ctx, async (files) => {
          const { ability } = requireWriter(strapi, ctx);
          const document = await readApart(await sourceOf(files));
          return { document, understood: await understood(strapi, ability, document, {}) };
        }),
      ),
    'POST /document/outline': (ctx) =>
      inItsWords(async () => {
        const { ability } = requireWriter(strapi, ctx);
        return understood(strapi, ability, documentIn(ctx), choicesIn(ctx));
      }),
    'POST /document/page': (ctx) =>
      inItsWords(async () => {
        const writer = requireWriter(strapi, ctx);
        return makeDraft(
          strapi,
          writer,
          await understood(strapi, writer.ability, documentIn(ctx), choicesIn(ctx)),
        );
      }),
  });
}

/** @throws ForbiddenError for who may make no pages */
function requireWriter(strapi: Core.Strapi, ctx: RequestContext): Reader {
  const reader = readerWith(strapi, ctx.state.userAbility as Ability, PAGE);
  if (reader.checker.cannot.create()) throw new errors.ForbiddenError('Your account may not make pages.');
  return reader;
}

/** Answers why no page can be made of a document as what was asked for in the wrong way: in its words. */
async function inItsWords<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof DocumentError ? new errors.ValidationError(error.message) : error;
  }
}

/** The file that a form holds, or what was pasted: its HTML and its text. @throws ValidationError PayloadTooLargeError */
async function sourceOf({ file = [], html = [], text = [] }: Record<string, SentFile[]>): Promise<Source> {
  for (const { originalFilename, size } of [...file, ...html, ...text])
    if (size > DOCUMENT_LIMIT)
      throw new errors.PayloadTooLargeError(tooLargeWords(originalFilename ?? '', size));
  const [chosen, ...others] = file;
  if (others.length > 0) throw new errors.ValidationError('Choose one document at a time.');
  if (chosen) return { name: chosen.originalFilename ?? '', bytes: await readFile(chosen.filepath) };
  const read = async ([sent]: SentFile[]): Promise<string> => (sent ? readFile(sent.filepath, 'utf8') : '');
  if (html.length + text.length === 0)
    throw new errors.ValidationError('Choose a document, or paste its text.');
  return { html: await read(html), text: await read(text) };
}

const LONGEST_SETTING = 5_000;
const MOST_SETTINGS = 200;
const MOST_CHOICES = 10_000;

const isText = (value: unknown): value is string => typeof value === 'string';

/** The document that somebody was answered, as far as it is one. */
function documentIn(ctx: RequestContext): ReadDocument {
  const { document } = (ctx.request.body ?? {}) as { document?: unknown };
  const { frontMatter, tree, said } = (document ?? {}) as Partial<Record<keyof ReadDocument, unknown>>;
  const list = (value: unknown): unknown[] => (Array.isArray(value) ? value.slice(0, MOST_SETTINGS) : []);
  return {
    frontMatter: list(frontMatter).flatMap((setting): [string, string][] => {
      const [name, value] = Array.isArray(setting) ? setting : [];
      return isText(name) && isText(value) && name.length + value.length < LONGEST_SETTING
        ? [[name, value]]
        : [];
    }),
    tree: cleanTree(tree),
    said: list(said).filter(isText),
  };
}

function choicesIn(ctx: RequestContext): Choices {
  const { choices } = (ctx.request.body ?? {}) as { choices?: unknown };
  if (typeof choices !== 'object' || choices === null) return {};
  const chosen = Object.entries(choices).slice(0, MOST_CHOICES);
  return Object.fromEntries(chosen.filter(([, value]) => isText(value)));
}

const understood = async (
  strapi: Core.Strapi,
  ability: Ability,
  document: ReadDocument,
  choices: Choices,
): Promise<Understood> => understand(document, await factsFor(strapi, ability), choices, modelsOf(strapi));

/**
 * Makes the draft of a page and the figures that it quotes, all or nothing. All rules about saving hold.
 * @throws ForbiddenError ValidationError
 */
async function makeDraft(
  strapi: Core.Strapi,
  { ability, checker }: Reader,
  { page, figures }: Understood,
): Promise<{ documentId: string }> {
  const forFigures = readerWith(strapi, ability, FIGURE).checker;
  if (figures.length > 0 && forFigures.cannot.create())
    throw new errors.ForbiddenError('Your account may not make figures. Leave the blanks as they are.');
  return refusingAtOnce(strapi, [], async () => {
    for (const figure of figures)
      await strapi
        .documents(FIGURE as 'api::figure.figure')
        .create({ data: (await forFigures.sanitizeCreateInput({ ...figure })) as never });
    const { documentId } = await strapi
      .documents(PAGE as 'api::page.page')
      .create({ data: (await checker.sanitizeCreateInput({ ...page })) as never });
    return { documentId };
  });
}
