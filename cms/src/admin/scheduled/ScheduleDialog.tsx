import { TIME_ZONES } from '@deep-dive/shared-types';
import { Button, Flex, Modal, Typography } from '@strapi/design-system';
import { type FetchError, Form, useFetchClient } from '@strapi/strapi/admin';
import { useState } from 'react';
import { type ScheduleAnswer, type ScheduleRequest, scheduledInWords } from '../../rules/scheduled';
import type { Attribute } from '../../schema/model';
import { ChoiceInput } from '../inputs/ChoiceInput';
import { DateInput } from '../inputs/DateInput';
import { TimeInput } from '../inputs/TimeInput';
import { useFocusBack } from '../useFocusBack';

interface ScheduleDialogProps {
  path: string;
  /** The number of the version that the form came from. */
  version: number;
  onDone: () => void;
  onClose: () => void;
}

const ACTION: Attribute = {
  type: 'enumeration',
  enum: ['publish', 'unpublish'],
  pluginOptions: { form: { choices: { publish: 'Goes live', unpublish: 'Is taken offline' } } },
};

const ZONE: Attribute = {
  type: 'enumeration',
  enum: Object.values(TIME_ZONES),
  pluginOptions: {
    form: { choices: Object.fromEntries(Object.entries(TIME_ZONES).map(([name, zone]) => [zone, name])) },
  },
};

const NO_ATTRIBUTE: Attribute = { type: 'string' };

/** The clock of who schedules, where that is one of those offered. */
function ownZone(): string {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return Object.values(TIME_ZONES).find((zone) => zone === own) ?? 'America/New_York';
}

/** Asks what is to happen to an entry, and when. */
export function ScheduleDialog({ path, version, onDone, onClose }: ScheduleDialogProps) {
  useFocusBack();
  const { post } = useFetchClient();
  const [problem, setProblem] = useState('');
  const [answer, setAnswer] = useState<ScheduleAnswer>();
  const [initial] = useState<Omit<ScheduleRequest, 'version'>>(() => ({
    action: 'publish',
    date: '',
    time: '09:00:00.000',
    timeZone: ownZone(),
  }));

  const schedule = async (
    values: Omit<ScheduleRequest, 'version'>,
    { setErrors }: { setErrors: (errors: Record<string, string>) => void },
  ): Promise<void> => {
    try {
      const { data } = await post<ScheduleAnswer>(path, { ...values, version });
      onDone();
      if (data.problems.length > 0) setAnswer(data);
      else onClose();
    } catch (error) {
      const fields = fieldProblems(error as FetchError);
      setErrors(fields);
      setProblem(
        Object.keys(fields).length > 0
          ? ''
          : error instanceof Error
            ? error.message
            : 'It could not be scheduled just now.',
      );
    }
  };

  return (
    <Modal.Root open onOpenChange={onClose}>
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>Schedule</Modal.Title>
        </Modal.Header>
        {answer ? (
          <>
            <Modal.Body>
              <Flex direction="column" alignItems="stretch" gap={3}>
                <Typography fontWeight="bold">{scheduledInWords(answer.change)}.</Typography>
                <Typography>
                  If that were now, it would be refused. If this can’t be put right elsewhere by then, cancel
                  it, correct it here, and schedule it again.
                </Typography>
                <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
                  {answer.problems.map((each) => (
                    <Typography tag="li" key={each}>
                      {each}
                    </Typography>
                  ))}
                </Flex>
              </Flex>
            </Modal.Body>
            <Modal.Footer>
              <Button onClick={onClose}>I understand</Button>
            </Modal.Footer>
          </>
        ) : (
          <Form method="POST" initialValues={initial} onSubmit={schedule}>
            <Modal.Body>
              <Flex direction="column" alignItems="stretch" gap={4}>
                <Typography>
                  It goes live as it is saved now: what is changed here later stays a draft.
                </Typography>
                <ChoiceInput name="action" label="What happens" attribute={ACTION} required />
                <DateInput name="date" label="Day" attribute={NO_ATTRIBUTE} required />
                <TimeInput name="time" label="Time" attribute={NO_ATTRIBUTE} required />
                <ChoiceInput name="timeZone" label="On the clock of" attribute={ZONE} required />
                <Typography role="alert" textColor="danger700">
                  {problem}
                </Typography>
              </Flex>
            </Modal.Body>
            <Modal.Footer>
              <Button variant="tertiary" onClick={onClose}>
                Close
              </Button>
              <Button type="submit">Schedule it</Button>
            </Modal.Footer>
          </Form>
        )}
      </Modal.Content>
    </Modal.Root>
  );
}

/** What the CMS says is wrong, by field. */
function fieldProblems(error: FetchError): Record<string, string> {
  const { details } = error.response?.data.error ?? {};
  const { errors = [] } = (details ?? {}) as { errors?: { path: string[]; message: string }[] };
  return Object.fromEntries(errors.map(({ path, message }) => [path.join('.'), message]));
}
