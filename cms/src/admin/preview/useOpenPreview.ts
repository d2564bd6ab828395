import { useFetchClient } from '@strapi/strapi/admin';
import type { PreviewAddress } from '../../rules/preview';

/**
 * Opens the site's preview of an entry, as it was saved last or as of a version, in a tab of its own. Resolves to what stood
 * in the way, in words; empty when nothing did.
 */
export function useOpenPreview(model: string, documentId: string): (version?: number) => Promise<string> {
  const { get } = useFetchClient();
  return async (version) => {
    // Opened before anything is asked: browsers let only what follows at once on a click open a tab.
    const tab = window.open('', '_blank');
    if (!tab) return 'The browser let no tab be opened. Allow pop-ups for this site, and try again.';
    tab.opener = null;
    try {
      const query = version === undefined ? '' : `?version=${version}`;
      const { data } = await get<PreviewAddress>(`/preview/${model}/${documentId}${query}`);
      tab.location.replace(data.url);
      return '';
    } catch (error) {
      tab.close();
      return error instanceof Error ? error.message : 'The preview could not be opened just now.';
    }
  };
}
