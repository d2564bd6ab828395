const STRAPI_TITLE = / \| Strapi$/;
const OUR_NAME = ' | Professional Learning';

/** Puts our name and picture in the browser’s tab, where Strapi writes its own and offers no setting for it. */
export function nameTheTab(picture: string): void {
  const icon = document.querySelector<HTMLLinkElement>('link[rel~="icon"]') ?? document.createElement('link');
  icon.rel = 'icon';
  icon.href = picture;
  document.head.append(icon);

  const rename = (): void => {
    if (STRAPI_TITLE.test(document.title)) document.title = document.title.replace(STRAPI_TITLE, OUR_NAME);
  };
  rename();
  new MutationObserver(rename).observe(document.head, {
    subtree: true,
    childList: true,
    characterData: true,
  });
}

/** Closes Strapi’s news about its media library for good: it has no other switch, and concerns nobody who writes here. */
export function closeStrapiNews(): void {
  localStorage.setItem('STRAPI_MEDIA_LIBRARY_BANNER_DISMISSED_FOR_false:false', 'true');
}
