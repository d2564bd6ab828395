/** A page's title in the browser's tab and in search results, unless it has one of its own for these. */
export const pageTitle = (siteName: string, title: string): string =>
  title === siteName ? title : `${title} | ${siteName}`;
