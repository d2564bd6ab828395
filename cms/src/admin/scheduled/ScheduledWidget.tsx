import { Flex, Typography } from '@strapi/design-system';
import { useFetchClient, Widget } from '@strapi/strapi/admin';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import type { WholeSchedule } from '../../rules/scheduled';
import { useAnswer } from '../useAnswer';
import { ScheduledChangeItem } from './ScheduledChangeItem';

/** On the home page: what goes live or offline next, and first of all what could not. */
export function ScheduledWidget() {
  const { del } = useFetchClient();
  const [times, setTimes] = useState(0);
  const schedule = useAnswer<WholeSchedule>('/scheduled', String(times));
  if (!schedule) return <Widget.Loading />;
  if (schedule === 'failed') return <Widget.Error />;
  if (schedule.length === 0)
    return <Widget.NoData>Nothing is scheduled. “Schedule…” stands beside each form.</Widget.NoData>;
  const refused = schedule.filter(({ refusal }) => refusal !== null);
  const waiting = schedule.filter(({ refusal }) => refusal === null);
  const dismiss = async ({ uid, documentId, id }: WholeSchedule[number]): Promise<void> => {
    await del(`/scheduled/${uid}/${documentId}/${id}`).catch(() => undefined);
    setTimes((before) => before + 1);
  };
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
      {[...refused, ...waiting].map((change) => (
        <ScheduledChangeItem
          key={change.id}
          change={change}
          title={
            <Typography tag={Link} to={change.link} fontWeight="bold" textColor="primary700">
              {change.title}
            </Typography>
          }
          onCancel={change.refusal === null ? undefined : () => dismiss(change)}
        />
      ))}
    </Flex>
  );
}
