import type { PreviewAbout, PreviewName, PreviewRevision } from '@deep-dive/shared-types';

/** The id of the element that carries a preview's state from the server to the browser. */
export const PREVIEW_STATE_ELEMENT = 'preview-state';

/** What the bar above a preview begins with. */
export interface PreviewState extends PreviewRevision {
  name: PreviewName;
  about: PreviewAbout;
}

/** The id of the element that tells the frame of a workshop's card who may say what it shows. */
export const CARD_STATE_ELEMENT = 'card-state';
