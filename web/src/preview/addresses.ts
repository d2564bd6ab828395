import { formatPreviewName, PREVIEW_PATH, type PreviewName, parsePreviewName } from '@deep-dive/shared-types';

/** Where a preview as a whole is: the bar, and its page at two widths. Below it the CMS answers, at "/api/…". */
export const previewAddress = (name: PreviewName): string => `${PREVIEW_PATH}/${formatPreviewName(name)}`;

/** Where a preview shows a page of the site ("/", "/workshops/boise?near=98101#venue"). */
export const pageAddress = (name: PreviewName, page: string): string =>
  `${previewAddress(name)}/page${page.replace(/^\/(?=$|[?#])/, '')}`;

const ADDRESS = new RegExp(`^${PREVIEW_PATH}/([^/]+)(?:(/page)(/.*)?)?$`);

/**
 * The preview that a path belongs to, and the path of the page that it shows; null shows the preview as a whole. Undefined
 * when it is no preview's.
 */
export function previewAt(path: string): { name: PreviewName; page: string | null } | undefined {
  const [, text = '', isPage, page = '/'] = ADDRESS.exec(path) ?? [];
  const name = parsePreviewName(text);
  return name && { name, page: isPage ? page : null };
}
