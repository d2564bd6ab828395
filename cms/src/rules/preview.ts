/**
 * GET /preview/:uid/:documentId of the admin's API: where the site shows a document to the one who asks. GET /preview/card:
 * where it shows a workshop's card, in a frame of the admin.
 */
export interface PreviewAddress {
  url: string;
}
