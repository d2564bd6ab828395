/** Where the admin’s API takes spreadsheets. */
export const ADDRESS = '/imports/spreadsheet';

/** A request whose JSON may be longer than the CMS takes as such: as the file of a form. */
export function asForm(body: object): FormData {
  const form = new FormData();
  form.set('body', new File([JSON.stringify(body)], 'body.json', { type: 'application/json' }));
  return form;
}
