const FILE = 'one-pager.pdf';

/** Where a page is found on one sheet of paper: "/deep-dive/one-pager.pdf". */
export const onePagerPath = (slug: string): string => `/${slug}/${FILE}`;

/** The slug of the page whose one-pager stands at a path; undefined when it is no such path. */
export const onePagerSlug = (path: string): string | undefined =>
  path.endsWith(`/${FILE}`) ? /^\/([^/?#]+)\/[^/]+$/.exec(path)?.[1] : undefined;
