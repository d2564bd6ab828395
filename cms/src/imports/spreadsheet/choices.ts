import type { Core } from '@strapi/strapi';
import type { ColumnChoice } from '../../rules/spreadsheet/columns';
import { rows } from '../../strapi/documents';
import { addTable } from '../../strapi/tables';

const CHOICES = 'imports::column-choices';
const TABLE = 'spreadsheet_column_choices';
/** How many columns are remembered for a partner: the last ones that were chosen. */
const MOST = 500;

/** Adds the table of what each partner's columns are about. To be called in `register()`. */
export function addColumnChoices(strapi: Core.Strapi): void {
  addTable(strapi, {
    uid: CHOICES,
    name: TABLE,
    columns: { partner: { type: 'string' }, choices: { type: 'text' } },
    indexes: [{ name: `${TABLE}_partner`, columns: ['partner'], type: 'unique' }],
  });
}

/** What was chosen for columns of a partner's (documentId) sheets, in whichever. */
export async function columnChoices(strapi: Core.Strapi, partner: string): Promise<ColumnChoice[]> {
  const found: { choices: string } | null = await rows(strapi, CHOICES).findOne({ where: { partner } });
  return found ? (JSON.parse(found.choices) as ColumnChoice[]) : [];
}

/** Remembers choices for columns, beside those for others; returns them all. */
export async function rememberChoices(
  strapi: Core.Strapi,
  partner: string,
  chosen: ColumnChoice[],
): Promise<ColumnChoice[]> {
  const before = await columnChoices(strapi, partner);
  const others = before.filter(({ key }) => !chosen.some((choice) => choice.key === key));
  const all = [...others, ...chosen].slice(-MOST);
  await strapi.db
    .connection(TABLE)
    .insert({ partner, choices: JSON.stringify(all) })
    .onConflict('partner')
    .merge();
  return all;
}
