import { Box, Field, Flex, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { COLUMN_ROLES, type Column, type ColumnChoice, SESSION_ROLES } from '../../rules/spreadsheet/columns';
import type { ReadSheet } from '../../rules/spreadsheet/understand';
import { ROLE_NAMES } from './words';

const NOTHING = 'nothing';
const MOST_SESSIONS = 10;

interface ColumnListProps {
  read: ReadSheet;
  onChoose: (choice: ColumnChoice) => void;
  onSheet: (sheet: string) => void;
  onHeaderRow: (row: number) => void;
}

/** What each column of a sheet is taken for; any can be changed. */
export function ColumnList({ read, onChoose, onSheet, onHeaderRow }: ColumnListProps) {
  const { sheets, sheet, headerRow, columns } = read;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Flex gap={4} wrap="wrap" alignItems="flex-start">
        {sheets.length > 1 && (
          <Field.Root name="sheet">
            <Field.Label>Sheet</Field.Label>
            <SingleSelect value={sheet} onChange={(value) => onSheet(String(value))}>
              {sheets.map((name) => (
                <SingleSelectOption key={name} value={name}>
                  {name}
                </SingleSelectOption>
              ))}
            </SingleSelect>
          </Field.Root>
        )}
        <Field.Root name="header-row">
          <Field.Label>The columns are named in</Field.Label>
          <SingleSelect value={String(headerRow)} onChange={(value) => onHeaderRow(Number(value))}>
            {Array.from({ length: Math.max(20, headerRow) + 1 }, (_, row) => (
              <SingleSelectOption key={String(row)} value={String(row)}>
                {row === 0 ? 'No row' : `Row ${row}`}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Field.Root>
      </Flex>
      <Flex tag="ul" gap={4} wrap="wrap" alignItems="stretch">
        {columns.map((column, index) => (
          <Box
            tag="li"
            key={column.key}
            padding={4}
            background="neutral0"
            hasRadius
            width="28rem"
            maxWidth="100%"
          >
            <ColumnItem column={column} index={index} onChoose={onChoose} />
          </Box>
        ))}
      </Flex>
    </Flex>
  );
}

interface ColumnItemProps {
  column: Column;
  index: number;
  onChoose: (choice: ColumnChoice) => void;
}

function ColumnItem({ column: { key, name, sample, field, session }, index, onChoose }: ColumnItemProps) {
  const isOfSession = SESSION_ROLES.some((role) => role === field);
  const choose = (role: ColumnChoice['field'], of: number | undefined): void =>
    onChoose({ key, field: role, ...(of ? { session: of } : {}) });
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Field.Root name={`column-${index}`}>
        <Field.Label>{name || `Column ${index + 1}, without a name`}</Field.Label>
        <SingleSelect
          value={field ?? NOTHING}
          onChange={(value) => choose(COLUMN_ROLES.find((role) => role === value) ?? null, session)}
        >
          <SingleSelectOption value={NOTHING}>Is left out</SingleSelectOption>
          {COLUMN_ROLES.map((role) => (
            <SingleSelectOption key={role} value={role}>
              {ROLE_NAMES[role]}
            </SingleSelectOption>
          ))}
        </SingleSelect>
        <Typography tag="p" variant="pi" textColor="neutral600" ellipsis>
          {sample.length > 0 ? sample.join(' · ') : 'Nothing stands in it.'}
        </Typography>
      </Field.Root>
      {isOfSession && (
        <Field.Root name={`session-${index}`}>
          <Field.Label>{`Session of “${name || `column ${index + 1}`}”`}</Field.Label>
          <SingleSelect
            value={String(session ?? 0)}
            onChange={(value) => choose(field, Number(value) || undefined)}
          >
            {Array.from({ length: Math.max(MOST_SESSIONS, session ?? 0) + 1 }, (_, number) => (
              <SingleSelectOption key={String(number)} value={String(number)}>
                {number === 0 ? 'Every session' : `Session ${number}`}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Field.Root>
      )}
    </Flex>
  );
}
