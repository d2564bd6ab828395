import { Box, Flex, Typography } from '@strapi/design-system';
import { type DragEvent, useId, useState } from 'react';
import styled from 'styled-components';

const Drop = styled(Box)<{ $isOver: boolean }>`
  border: 2px dashed ${({ theme, $isOver }) => ($isOver ? theme.colors.primary600 : theme.colors.neutral500)};
  input {
    max-width: 100%;
    font-size: 1.4rem;
    color: ${({ theme }) => theme.colors.neutral800};
  }
  input::file-selector-button {
    margin-right: 1.2rem;
    padding: 0.8rem 1.6rem;
    border: 1px solid ${({ theme }) => theme.colors.primary600};
    border-radius: ${({ theme }) => theme.borderRadius};
    background: ${({ theme }) => theme.colors.primary600};
    color: ${({ theme }) => theme.colors.neutral0};
    font: inherit;
    font-weight: 600;
    cursor: pointer;
  }
  input:disabled::file-selector-button {
    border-color: ${({ theme }) => theme.colors.neutral300};
    background: ${({ theme }) => theme.colors.neutral150};
    color: ${({ theme }) => theme.colors.neutral600};
    cursor: not-allowed;
  }
`;

interface FileDropProps {
  label: string;
  hint: string;
  /** Endings of names: ".csv,.tsv" */
  accept: string;
  isBusy?: boolean;
  onFile: (file: File) => void;
}

/** Takes a file, chosen or dropped. */
export function FileDrop({ label, hint, accept, isBusy = false, onFile }: FileDropProps) {
  const id = useId();
  const [isOver, setIsOver] = useState(false);
  const take = (file: File | undefined): void => {
    if (file) onFile(file);
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
          {label}
        </Typography>
        <input
          id={id}
          type="file"
          accept={accept}
          disabled={isBusy}
          aria-describedby={`${id}-hint`}
          onChange={(event) => {
            take(event.currentTarget.files?.[0]);
            event.currentTarget.value = '';
          }}
        />
        <Typography id={`${id}-hint`} variant="pi" textColor="neutral600">
          {hint}
        </Typography>
      </Flex>
    </Drop>
  );
}
