/**
 * The path at which something that has moved is found now.
 * @param pattern the path of its route ("/workshops/:slug"), or of a file made from it ("/workshops/:slug.ics")
 * @param slug its new slug
 * @param home the slug of the home page, which stands at "/"
 */
export function movedPath(pattern: string, slug: string, home: string | undefined): string {
  // The home page itself has moved, and what was asked about it is older: "/" must not lead to "/".
  if (pattern === '/') return `/${slug}`;
  return pattern === '/:slug' && slug === home ? '/' : pattern.replace(':slug', slug);
}

/** A path in lower case, as every address of the site is written; undefined when it is already. */
export function lowerCasePath(path: string): string | undefined {
  const lower = path.toLowerCase();
  return lower === path ? undefined : lower;
}
