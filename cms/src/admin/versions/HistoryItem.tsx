import { Box, Flex, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { doneInWords, type History, writerInWords } from '../../rules/versions/history';
import { ChangeList } from './ChangeList';
import { momentInWords } from './words';

interface HistoryItemProps {
  entry: History['entries'][number];
  /** How many of its changes are told; all, without it. */
  most?: number;
  /** What can be done with it. */
  children?: ReactNode;
}

/** One version: what was done, by whom, when, and what that changed. */
export function HistoryItem({ entry, most, children }: HistoryItemProps) {
  const by = writerInWords(entry);
  return (
    <Box tag="li">
      <Flex direction="column" alignItems="stretch" gap={1}>
        <Typography variant="omega" fontWeight="bold">
          {doneInWords(entry)}
          {by && `, ${by}`}
        </Typography>
        <Typography variant="pi" textColor="neutral600">
          Version {entry.number}, {momentInWords(entry.at)}
        </Typography>
        <ChangeList changes={entry.changes} most={most} />
        {children}
      </Flex>
    </Box>
  );
}
