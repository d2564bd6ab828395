import { PREVIEW_PATH } from '@deep-dive/shared-types';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { PreviewAddress } from '../rules/preview';
import { type Reader, requireReadable } from '../versions/access';
import { type DocumentName, versionNumbered } from '../versions/store';
import { sign, signCard } from './credential';

/**
 * Where the site shows a document as it was saved last, or as of a version, to the one who asks.
 * @param site where visitors see the site
 * @throws NotFoundError ForbiddenError ApplicationError
 */
export async function previewAddress(
  strapi: Core.Strapi,
  site: string | undefined,
  document: DocumentName,
  reader: Reader,
  version: number | null,
): Promise<PreviewAddress> {
  await requireReadable(strapi, document, reader);
  if (version !== null && !(await versionNumbered(strapi, document, version)))
    throw new errors.NotFoundError(`Version ${version} is not kept.`);
  const admin = strapi.requestContext.get()?.state.user.id as number;
  return { url: `${required(site)}${PREVIEW_PATH}/${sign(strapi, { ...document, admin, version })}` };
}

/** Where the site shows a workshop's card in a frame of the admin, which tells it what to show. @throws ApplicationError */
export const cardAddress = async (
  strapi: Core.Strapi,
  site: string | undefined,
): Promise<PreviewAddress> => ({
  url: `${required(site)}${PREVIEW_PATH}/${signCard(strapi)}/card`,
});

function required(site: string | undefined): string {
  if (site) return site;
  throw new errors.ApplicationError(
    'The CMS isn’t told where the site is. Ask whoever runs it to set PUBLIC_URL.',
  );
}
