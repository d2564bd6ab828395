import type { Core } from '@strapi/strapi';
import { type ColumnChoice, isOfName, withChoices } from '../../rules/spreadsheet/columns';
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
  return found ? choicesIn(found.choices) : [];
}

/**
 * Remembers choices for columns, beside those for others; what is chosen at the same time waits for its turn. A column without
 * a name is another in each sheet: what was chosen for it is not kept.
 */
export async function rememberChoices(
  strapi: Core.Strapi,
  partner: string,
  chosen: ColumnChoice[],
): Promise<void> {
  await strapi.db.transaction(async ({ trx }) => {
    const table = () => strapi.db.connection(TABLE).transacting(trx);
    await table().insert({ partner, choices: '[]' }).onConflict('partner').ignore();
    const found = table().select('choices').where({ partner });
    // SQLite has one transaction at a time anyway.
    if (strapi.db.dialect.client === 'postgres') found.forUpdate();
    const [stored]: { choices: string }[] = await found;
    const all = withChoices(choicesIn(stored?.choices ?? '[]'), chosen.filter(isOfName)).slice(-MOST);
    await table()
      .update({ choices: JSON.stringify(all) })
      .where({ partner });
  });
}

const choicesIn = (text: string): ColumnChoice[] => (JSON.parse(text) as ColumnChoice[]).filter(isOfName);
