import { Typography } from '@strapi/design-system';
import { scheduledInWords, type WholeSchedule } from '../../rules/scheduled';
import { useListAnswer } from '../lists/useListAnswer';

/** In a list: what is scheduled next for one entry, or was refused; nothing where nothing is. */
export function NextScheduled({ documentId }: { documentId: string }) {
  const schedule = useListAnswer<WholeSchedule>('/scheduled');
  const change = schedule?.find((each) => each.documentId === documentId);
  if (!change) return null;
  return (
    <Typography
      tag="p"
      variant="pi"
      textColor={change.refusal === null ? 'neutral600' : 'danger700'}
      ellipsis
    >
      {scheduledInWords(change)}
    </Typography>
  );
}
