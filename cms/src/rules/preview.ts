/** GET /preview/:uid/:documentId of the admin's API: where the site shows a document to the one who asks. */
export interface PreviewAddress {
  url: string;
}
