import type { PreviewAbout, PreviewMarks, PreviewName, PreviewRevision } from '@deep-dive/shared-types';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { writesField } from '../ownership/reach';
import { sectionName } from '../rules/blanks';
import { hasDrafts } from '../rules/links';
import type { Problem } from '../rules/problem';
import { editLink, nameOf } from '../rules/uses';
import { asList, type Entry, type Section } from '../schema/model';
import { populateFor } from '../schema/populate';
import { PAGE, type WORKSHOP } from '../schema/uids';
import { rehearse } from '../strapi/at-once';
import { modelsOf, rows } from '../strapi/documents';
import { seenRows } from '../strapi/seen';
import type { DocumentName } from '../versions/store';
import { lastChange } from '../versions/store';
import { look, type Viewer } from './look';
import { pathOf } from './where';

/** What a preview shows. */
export async function aboutPreview(
  strapi: Core.Strapi,
  viewer: Viewer,
  name: PreviewName,
): Promise<PreviewAbout> {
  const { uid, documentId, version, until } = viewer.looked;
  const getModel = modelsOf(strapi);
  const { path, title } = await look(strapi, viewer, name, async () => {
    const entry: Entry | null = await rows(strapi, uid).findOne({
      where: { documentId, ...(hasDrafts(getModel(uid)) && seenRows(uid)) },
    });
    return {
      path: entry && (await pathOf(strapi, { uid, documentId })),
      title: entry && nameOf(uid, entry, getModel),
    };
  });
  const isDraft = name.shows === 'drafts' && version === null;
  const problems = isDraft ? await publishProblems(strapi, { uid, documentId }) : [];
  return {
    title: title ?? getModel(uid).info.displayName,
    path,
    form: formOf(strapi, { uid, documentId }),
    version: name.shows === 'drafts' ? version : null,
    problems: problems.map(({ message }) => message),
    until,
  };
}

/** A number that grows with every change that versions are kept of. */
export async function revisionNow(strapi: Core.Strapi): Promise<PreviewRevision> {
  return { revision: await lastChange(strapi) };
}

/**
 * What an editor can do about the sections of the page at an address: nothing, for those who may not change it, and where no
 * draft is shown.
 */
export async function marksOf(
  strapi: Core.Strapi,
  viewer: Viewer,
  name: PreviewName,
  slug: string,
): Promise<PreviewMarks> {
  const { looked, ability } = viewer;
  const isDraft = name.shows === 'drafts' && looked.version === null;
  if (!isDraft || !writesField(ability, PAGE, 'sections')) return { sections: [] };
  const getModel = modelsOf(strapi);
  const page: Entry | null = await look(strapi, viewer, name, () =>
    rows(strapi, PAGE).findOne({ where: { slug, ...seenRows(PAGE) }, populate: populateFor(PAGE, getModel) }),
  );
  if (!page) return { sections: [] };
  const document = { uid: PAGE, documentId: String(page.documentId) };
  const problems = await publishProblems(strapi, document);
  return {
    sections: (asList(page.sections) as Section[]).map((section, position) => ({
      __component: section.__component,
      id: Number(section.id),
      name: sectionName(section, position, getModel),
      form: `${formOf(strapi, document)}#section-${position + 1}`,
      problems: problems
        .filter(({ path: [field, at] }) => field === 'sections' && Number(at) === position)
        .map(({ message }) => message),
    })),
  };
}

const formOf = (strapi: Core.Strapi, { uid, documentId }: DocumentName): string =>
  strapi.config.get<string>('admin.absoluteUrl') + editLink(uid, documentId, modelsOf(strapi));

/** What keeps a document from being published as it was saved last. */
async function publishProblems(strapi: Core.Strapi, { uid, documentId }: DocumentName): Promise<Problem[]> {
  if (!hasDrafts(modelsOf(strapi)(uid))) return [];
  try {
    await rehearse(strapi, [], () => strapi.documents(uid as typeof WORKSHOP).publish({ documentId }));
    return [];
  } catch (error) {
    if (!(error instanceof errors.ValidationError)) throw error;
    const { errors: named } = error.details as { errors?: Problem[] };
    return named ?? [{ path: [], message: error.message }];
  }
}
