import { Box, Flex, TextButton, Typography } from '@strapi/design-system';
import { type ReactNode, useState } from 'react';
import { isOverdue, type ListedBlank } from '../../rules/blank-tasks';
import { today } from '../today';
import { TaskForm } from './TaskForm';
import { taskInWords } from './words';

interface BlankItemProps {
  blank: ListedBlank;
  /** What it says, leading to its field. */
  children: ReactNode;
  /** Names to choose from. */
  colleagues?: string[];
  /** Called once something was noted. Nothing can be noted without it. */
  onNoted?: () => void;
}

/** A blank in a list: what it is, and who is to fill it in by when. */
export function BlankItem({ blank, children, colleagues = [], onNoted }: BlankItemProps) {
  const [isOpen, setOpen] = useState(false);
  const words = taskInWords(blank, today());
  const label = words ? 'Change who and by when' : 'Note who and by when';
  return (
    <Box tag="li">
      {children}
      <Flex gap={2} wrap="wrap" paddingTop={1}>
        {words && (
          <Typography
            variant="pi"
            fontWeight="bold"
            textColor={isOverdue(blank, today()) ? 'danger700' : 'neutral800'}
          >
            {words}
          </Typography>
        )}
        {onNoted && (
          <TextButton
            aria-expanded={isOpen}
            aria-label={`${label}: ${blank.message}`}
            onClick={() => setOpen(!isOpen)}
          >
            {label}
          </TextButton>
        )}
      </Flex>
      {isOpen && (
        <TaskForm
          blank={blank}
          colleagues={colleagues}
          onDone={(saved) => {
            setOpen(false);
            if (saved) onNoted?.();
          }}
        />
      )}
    </Box>
  );
}
