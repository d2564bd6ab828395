/** Some routes of the admin's API, and who may use them besides Super Admins. */
interface Opening {
  /** "anyone" without signing in, everybody who is "signed-in", or who holds the permission named. */
  who: 'anyone' | 'signed-in' | `plugin::${string}`;
  /** Method and path as Strapi registers them. */
  routes: string[];
}

/**
 * What people who are not Super Admins may ask of the admin's API: everything else is refused, whatever permissions their
 * role has. So settings (accounts, roles, tokens, webhooks, schemas, languages, the look of forms) are a Super Admin's alone,
 * and what an upgrade adds is closed until somebody puts it here.
 */
export const OPENINGS: readonly Opening[] = [
  // Signing in, taking up an invitation, a forgotten password. Strapi refuses `register-admin` once there is an account.
  {
    who: 'anyone',
    routes: [
      'GET /admin/init',
      'GET /admin/project-type',
      'POST /admin/login',
      'POST /admin/access-token',
      'GET /admin/registration-info',
      'POST /admin/register',
      'POST /admin/register-admin',
      'POST /admin/forgot-password',
      'POST /admin/reset-password',
    ],
  },
  // One's own account and home page.
  {
    who: 'signed-in',
    routes: [
      'POST /admin/logout',
      'GET /admin/users/me',
      'PUT /admin/users/me',
      'GET /admin/users/me/permissions',
      'GET /admin/users/me/sessions',
      'DELETE /admin/users/me/sessions',
      'DELETE /admin/users/me/sessions/:sessionId',
      'POST /admin/permissions/check',
      'GET /admin/homepage/layout',
      'PUT /admin/homepage/layout',
      'GET /content-manager/homepage/recent-documents',
    ],
  },
  // How lists and forms look: answered for the types a role may see (answers.ts).
  {
    who: 'signed-in',
    routes: [
      'GET /admin/information',
      'GET /content-manager/init',
      'GET /content-manager/content-types',
      'GET /content-manager/content-types-settings',
      'GET /content-manager/content-types/:uid/configuration',
      'GET /content-manager/components',
      'GET /content-manager/components/:uid/configuration',
      'GET /i18n/locales',
      'GET /i18n/settings',
      'GET /ownership/me',
    ],
  },
  // Entries: Strapi asks for the permission on the type, and requests.ts for what Strapi doesn't ask.
  {
    who: 'signed-in',
    routes: [
      'GET /content-manager/collection-types/:model',
      'POST /content-manager/collection-types/:model',
      'GET /content-manager/collection-types/:model/:id',
      'PUT /content-manager/collection-types/:model/:id',
      'DELETE /content-manager/collection-types/:model/:id',
      'POST /content-manager/collection-types/:model/clone/:sourceId',
      'POST /content-manager/collection-types/:model/auto-clone/:sourceId',
      'POST /content-manager/collection-types/:model/actions/publish',
      'POST /content-manager/collection-types/:model/:id/actions/publish',
      'POST /content-manager/collection-types/:model/:id/actions/unpublish',
      'POST /content-manager/collection-types/:model/:id/actions/discard',
      'POST /content-manager/collection-types/:model/actions/bulkDelete',
      'POST /content-manager/collection-types/:model/actions/bulkPublish',
      'POST /content-manager/collection-types/:model/actions/bulkUnpublish',
      'POST /content-manager/collection-types/:model/actions/bulkFindForValidation',
      'GET /content-manager/collection-types/:model/:id/actions/countDraftRelations',
      'GET /content-manager/collection-types/:model/actions/countManyEntriesDraftRelations',
      'GET /content-manager/single-types/:model',
      'PUT /content-manager/single-types/:model',
      'DELETE /content-manager/single-types/:model',
      'POST /content-manager/single-types/:model/actions/publish',
      'POST /content-manager/single-types/:model/actions/unpublish',
      'POST /content-manager/single-types/:model/actions/discard',
      'GET /content-manager/single-types/:model/actions/countDraftRelations',
      'GET /content-manager/relations/:model/:targetField',
      'GET /content-manager/relations/:model/:id/:targetField',
      'GET /content-manager/preview/url/:contentType',
      'GET /preview/:uid/:documentId',
      'GET /preview/card',
      'GET /publishing/uses/:uid',
      'GET /versions/recent',
      'GET /versions/:uid/:documentId',
      'GET /versions/:uid/:documentId/compare',
      'POST /versions/:uid/:documentId/restore',
      'POST /versions/:uid/:documentId/bring-back',
      'PUT /versions/:uid/:documentId/open',
      'DELETE /versions/:uid/:documentId/open',
      'GET /scheduled',
      'GET /scheduled/:uid/:documentId',
      'POST /scheduled/:uid/:documentId',
      'DELETE /scheduled/:uid/:documentId/:id',
      'POST /content-manager/uid/generate',
      'POST /content-manager/uid/check-availability',
    ],
  },
  // What visitors send: desk.ts says who reads which.
  {
    who: 'signed-in',
    routes: [
      'GET /inbox',
      'GET /inbox/counts',
      'GET /inbox/:id',
      'POST /inbox/:id/answers',
      'POST /inbox/:id/notes',
      'PUT /inbox/:id/state',
      'PUT /inbox/:id/assignee',
      'POST /inbox/:id/places',
      'POST /inbox/:id/acceptance',
      'POST /inbox/:id/refusal',
      'GET /inbox/:id/mails/:job',
      'POST /inbox/:id/mails/:job',
      'POST /inbox/personal-data',
      'POST /inbox/personal-data/erasure',
    ],
  },
  // What is still to be filled in: for whoever may read all pages, says blanks/.
  {
    who: 'signed-in',
    routes: [
      'GET /blanks',
      'GET /blanks/counts',
      'GET /blanks/tasks',
      'PUT /blanks/tasks',
      'GET /blanks/figures',
    ],
  },
  // How the partners cover the country: for staff, says coverage/.
  { who: 'signed-in', routes: ['GET /coverage'] },
  // Where teachers want a workshop: areas.ts says who is told what.
  { who: 'signed-in', routes: ['GET /demand', 'POST /demand/:key/workshop'] },
  // Where a page stands in the menus: menus/ asks for the rights to pages and Site.
  {
    who: 'signed-in',
    routes: ['GET /menus/:documentId', 'POST /menus/:documentId/:menu', 'DELETE /menus/:documentId/:menu'],
  },
  // A page from a document: for who may make pages, says imports/document/.
  {
    who: 'signed-in',
    routes: ['POST /imports/document', 'POST /imports/document/outline', 'POST /imports/document/page'],
  },
  // What visitors look for: report.ts says who is told of what.
  { who: 'signed-in', routes: ['GET /counts'] },
  // Actions on workshops: workshop-actions/ asks for the rights to each of them.
  { who: 'signed-in', routes: ['GET /workshop-actions/needs', 'POST /workshop-actions/:action'] },
  // What follows from what is being typed of a workshop: workshop-form/ asks for the right to write one.
  { who: 'signed-in', routes: ['POST /workshop-form'] },
  // Workshops from a spreadsheet: imports/spreadsheet/ says who imports for which partner.
  {
    who: 'signed-in',
    routes: [
      'POST /imports/spreadsheet/read',
      'GET /imports/spreadsheet/template',
      'POST /imports/spreadsheet/rehearse',
      'POST /imports/spreadsheet',
      'GET /imports/spreadsheet',
      'GET /imports/spreadsheet/export',
      'GET /imports/spreadsheet/:id',
      'POST /imports/spreadsheet/:id/undo',
    ],
  },
  // Tokens of a partner's programs: partner-api/ says whose.
  {
    who: 'signed-in',
    routes: ['GET /partner-tokens', 'POST /partner-tokens', 'DELETE /partner-tokens/:id'],
  },
  // Pictures and files.
  {
    who: 'plugin::upload.read',
    routes: [
      'GET /upload/files',
      'GET /upload/files/:id',
      'GET /upload/folders',
      'GET /upload/folders/:id',
      'GET /upload/folder-structure',
      'GET /upload/configuration',
    ],
  },
  {
    who: 'plugin::upload.assets.create',
    routes: ['POST /upload', 'POST /upload/files', 'POST /upload/folders'],
  },
  {
    who: 'plugin::upload.assets.update',
    routes: [
      'PUT /upload/files/:id',
      'POST /upload/files/:id/replace',
      'DELETE /upload/files/:id',
      'PUT /upload/folders/:id',
      'POST /upload/actions/bulk-delete',
      'POST /upload/actions/bulk-move',
      'POST /upload/actions/bulk-update',
    ],
  },
];

const openTo = new Map(OPENINGS.flatMap(({ who, routes }) => routes.map((route) => [route, who] as const)));

/** Who may use a route besides Super Admins; undefined when nobody may. */
export const whoMayUse = (method: string, path: string): Opening['who'] | undefined =>
  openTo.get(`${method} ${path.replace(/(?<=.)\/$/, '')}`);
