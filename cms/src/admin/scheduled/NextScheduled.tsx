import { Typography } from '@strapi/design-system';
import { useFetchClient } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import { scheduledInWords, type WholeSchedule } from '../../rules/scheduled';

/** Rows of a list are drawn together: one asks for all of them. How long the answer serves, in milliseconds. */
const SERVES_FOR = 5_000;

let last: { at: number; answer: Promise<WholeSchedule> } | undefined;

/** In a list: what is scheduled next for one entry, or was refused; nothing where nothing is. */
export function NextScheduled({ documentId }: { documentId: string }) {
  const { get } = useFetchClient();
  const [schedule, setSchedule] = useState<WholeSchedule>([]);
  useEffect(() => {
    let isShown = true;
    if (!last || Date.now() - last.at > SERVES_FOR)
      last = { at: Date.now(), answer: get<WholeSchedule>('/scheduled').then(({ data }) => data) };
    last.answer
      .then((answer) => {
        if (isShown) setSchedule(answer);
      })
      .catch(() => undefined);
    return () => {
      isShown = false;
    };
  }, [get]);
  const change = schedule.find((each) => each.documentId === documentId);
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
