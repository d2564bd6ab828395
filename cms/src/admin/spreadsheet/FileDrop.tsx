import { Box, Flex, Typography } from '@strapi/design-system';
import { type DragEvent, useId, useState } from 'react';
import styled from 'styled-components';
import { SHEET_LIMIT, tooLargeWords } from '../../rules/spreadsheet/limits';

const Drop = styled(Box)<{ $isOver: boolean }>`
  border: 2px dashed ${({ theme, $isOver }) => ($isOver ? theme.colors.primary600 : theme.colors.neutral500)};
  input {
    max-width: 100%;
  }
`;

interface FileDropProps {
  isBusy: boolean;
  onFile: (file: File) => void;
  onProblem: (problem: string) => void;
}

/** Takes a spreadsheet, chosen or dropped. */
export function FileDrop({ isBusy, onFile, onProblem }: FileDropProps) {
  const id = useId();
  const [isOver, setIsOver] = useState(false);
  const take = (file: File | undefined): void => {
    if (!file) return;
    if (file.size > SHEET_LIMIT) onProblem(tooLargeWords(file.name, file.size));
    else onFile(file);
  };
  return (
    <Drop
      $isOver={isOver}
      padding={6}
      background="neutral0"
      hasRadius
      onDragOver={(event: DragEvent) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event: DragEvent) => {
        event.preventDefault();
        setIsOver(false);
        take(event.dataTransfer.files[0]);
      }}
    >
      <Flex direction="column" alignItems="flex-start" gap={3}>
        <Typography tag="label" htmlFor={id} variant="delta">
          Choose a spreadsheet, or drop it here
        </Typography>
        <input
          id={id}
          type="file"
          accept=".xlsx,.csv,.tsv,.txt"
          disabled={isBusy}
          aria-describedby={`${id}-hint`}
          onChange={(event) => {
            take(event.currentTarget.files?.[0]);
            event.currentTarget.value = '';
          }}
        />
        <Typography id={`${id}-hint`} variant="pi" textColor="neutral600">
          Excel (.xlsx), CSV or TSV, up to 10 MB and 10,000 rows, laid out as you have it. Nothing is changed
          before you have seen what becomes of it.
        </Typography>
      </Flex>
    </Drop>
  );
}
