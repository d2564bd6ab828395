import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { Button, Flex, Typography } from '@strapi/design-system';
import { useFetchClient, useForm } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { DocumentSchedule } from '../../rules/scheduled';
import { REVISION } from '../../rules/versions/history';
import { useOpenForm } from '../forms/useOpenForm';
import { useAnswer } from '../useAnswer';
import { ScheduleDialog } from './ScheduleDialog';
import { ScheduledChangeItem } from './ScheduledChangeItem';

/** Beside the form: what goes live or is taken offline at a time, and the way to put that down. */
export const SchedulePanel: PanelComponent = ({ model, document }) => {
  const { contentType } = useOpenForm();
  if (!contentType?.options?.draftAndPublish || !document?.documentId) return null;
  return {
    title: 'Schedule',
    content: (
      <Schedule
        path={`/scheduled/${model}/${document.documentId}`}
        version={Number(document[REVISION] ?? 0)}
        as={`${document.updatedAt} ${document.status}`}
      />
    ),
  };
};

interface ScheduleProps {
  path: string;
  /** The number of the version that the form came from. */
  version: number;
  /** What is asked again once the entry has changed. */
  as: string;
}

function Schedule({ path, version, as }: ScheduleProps) {
  const { del } = useFetchClient();
  const isModified = useForm('Schedule', ({ modified }) => modified);
  const [times, setTimes] = useState(0);
  const [isOpen, setOpen] = useState(false);
  const [problem, setProblem] = useState('');
  const schedule = useAnswer<DocumentSchedule>(path, `${as} ${times}`);
  if (!schedule) return <Typography textColor="neutral600">One moment…</Typography>;
  if (schedule === 'failed')
    return <Typography textColor="neutral600">The schedule could not be read just now.</Typography>;
  const { changes, mayChange } = schedule;

  const readAgain = (): void => setTimes((before) => before + 1);
  const cancel = async (id: number): Promise<void> => {
    try {
      await del(`${path}/${id}`);
      setProblem('');
    } catch (error) {
      setProblem(error instanceof Error ? error.message : 'It could not be cancelled just now.');
    }
    readAgain();
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      {changes.length === 0 && <Typography textColor="neutral600">Nothing is scheduled.</Typography>}
      <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
        {changes.map((change) => (
          <ScheduledChangeItem
            key={change.id}
            change={change}
            onCancel={mayChange ? () => cancel(change.id) : undefined}
          />
        ))}
      </Flex>
      {problem && (
        <Typography role="alert" textColor="danger700">
          {problem}
        </Typography>
      )}
      {mayChange && isModified && (
        <Typography textColor="neutral600">
          Save first to schedule: it goes live as it was saved then.
        </Typography>
      )}
      {mayChange && !isModified && (
        <Button variant="tertiary" fullWidth onClick={() => setOpen(true)}>
          Schedule…
        </Button>
      )}
      {isOpen && (
        <ScheduleDialog path={path} version={version} onDone={readAgain} onClose={() => setOpen(false)} />
      )}
    </Flex>
  );
}
