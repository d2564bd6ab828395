import { Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { choiceLabel } from '../../rules/choices';
import { dateInWords, numberInWords } from '../../rules/typed';
import { standing } from '../../rules/visibility';
import type { Attribute } from '../../schema/model';
import { PAGE } from '../../schema/uids';
import { BlanksLeft } from '../blanks/BlanksLeft';
import { NextScheduled } from '../scheduled/NextScheduled';
import { type AdminWorkshop, factsOf } from '../workshop/facts';

/** A column of a list, as Strapi hands it to the hook below. */
interface Column {
  name: string;
  label: unknown;
  attribute: Attribute;
  searchable?: boolean;
  sortable?: boolean;
  cellFormatter?: (row: Record<string, unknown>, header: Column) => ReactNode;
}

interface Columns {
  displayedHeaders: Column[];
  layout: unknown;
}

/** Where Strapi asks for the columns of a list. */
export const COLUMNS_HOOK = 'Admin/CM/pages/ListView/inject-column-in-table';

/** Strapi’s own words for a moment are so long that what is live is pushed out of sight. */
const SHORT = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'short' });

/** How the values of some types are said in a list; null for those that Strapi says well enough. */
const IN_WORDS: Record<string, (value: unknown, attribute: Attribute) => string> = {
  enumeration: (value, attribute) => choiceLabel(attribute, String(value)),
  date: (value) => dateInWords(String(value)),
  biginteger: (value) => numberInWords(Number(value)),
  boolean: (value) => (value ? 'Yes' : 'No'),
  datetime: (value) => SHORT.format(new Date(String(value))),
};

/** Says choices, dates and large numbers in words; a workshop's status and who sees it are one column. */
export function inWords({ displayedHeaders, layout }: Columns): Columns {
  const names = displayedHeaders.map(({ name }) => name);
  const isWorkshops = ['availability', 'visibility'].every((name) => names.includes(name));
  const columns = displayedHeaders
    .filter(({ name }) => !isWorkshops || name !== 'visibility')
    .map((column) => {
      if (isWorkshops && column.name === 'availability') return standingColumn(column);
      const words = IN_WORDS[column.attribute?.type];
      if (!words) return column;
      const cellFormatter: Column['cellFormatter'] = ({ [column.name]: value }) =>
        value === null || value === undefined ? null : <Cell>{words(value, column.attribute)}</Cell>;
      return { ...column, cellFormatter };
    });
  const all = withNextScheduled(columns);
  return { displayedHeaders: isListOfPages() ? [...all, TO_FILL] : all, layout };
}

/** The hook isn't told of what the list is. */
const isListOfPages = (): boolean => window.location.pathname.endsWith(`/${PAGE}`);

/** How much is left to fill in, before Strapi's own column that says what is live. */
const TO_FILL: Column = {
  name: 'toFill',
  label: 'To fill',
  attribute: { type: 'custom' },
  searchable: false,
  sortable: false,
  cellFormatter: ({ documentId }) => <BlanksLeft documentId={String(documentId)} />,
};

/** Says below what another column says what is scheduled for an entry: a column of its own would be empty nearly always. */
function withNextScheduled(columns: Column[]): Column[] {
  const above =
    columns.find(({ name }) => name === 'availability') ??
    columns.findLast(({ cellFormatter, attribute }) => cellFormatter || attribute?.type === 'string');
  // The first leads to the entry, which only Strapi's own cells do.
  if (!above || above === columns[0]) return columns;
  const said: Column['cellFormatter'] =
    above.cellFormatter ?? (({ [above.name]: value }) => <Cell>{String(value ?? '')}</Cell>);
  const cellFormatter: Column['cellFormatter'] = (row, header) => (
    <>
      {said(row, header)}
      <NextScheduled documentId={String(row.documentId)} />
    </>
  );
  return columns.map((column) => (column === above ? { ...column, cellFormatter } : column));
}

const standingColumn = (column: Column): Column => ({
  ...column,
  label: 'On the map?',
  sortable: false,
  cellFormatter: (row) => {
    const workshop = row as AdminWorkshop;
    const isPublished = workshop.status !== 'draft';
    const words = standing(factsOf(workshop, isPublished), new Date());
    return <Cell>{workshop.status === 'modified' ? `${words} · changed since` : words}</Cell>;
  },
});

const Cell = ({ children }: { children: ReactNode }) => (
  <Typography textColor="neutral800">{children}</Typography>
);
