import { Box, Button, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { type ScheduledChange, scheduledInWords } from '../../rules/scheduled';

interface ScheduledChangeItemProps {
  change: ScheduledChange;
  /** Which entry it is, where that isn’t plain. */
  title?: ReactNode;
  /** Missing for who may not. */
  onCancel?: () => void;
}

/** What goes live or is taken offline at a time, or why it could not. */
export function ScheduledChangeItem({ change, title, onCancel }: ScheduledChangeItemProps) {
  const { version, name, refusal } = change;
  const words = scheduledInWords(change);
  return (
    <Box tag="li" padding={3} background={refusal === null ? 'neutral100' : 'danger100'} hasRadius>
      {title}
      <Typography tag="p" textColor={refusal === null ? 'neutral800' : 'danger700'} fontWeight="semiBold">
        {words}
      </Typography>
      {refusal?.split('\n').map((problem) => (
        <Typography tag="p" key={problem} textColor="neutral800" paddingTop={1}>
          {problem}
        </Typography>
      ))}
      <Typography tag="p" variant="pi" textColor="neutral600">
        {[version !== null && `As of version ${version}`, `scheduled by ${name}`].filter(Boolean).join(', ')}
      </Typography>
      {onCancel && (
        <Box paddingTop={2}>
          <Button
            variant="secondary"
            size="S"
            aria-label={`${refusal === null ? 'Cancel' : 'Dismiss'}: ${words}`}
            onClick={onCancel}
          >
            {refusal === null ? 'Cancel' : 'Dismiss'}
          </Button>
        </Box>
      )}
    </Box>
  );
}
