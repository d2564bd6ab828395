import { Box, Button, Flex, Modal, Typography } from '@strapi/design-system';
import { Form, useForm } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { Session } from '../../rules/schedule';
import { ACTION_WORDS, type ActionResult } from '../../rules/workshop-actions';
import type { Attribute } from '../../schema/model';
import { DateInput } from '../inputs/DateInput';
import { TimeInput } from '../inputs/TimeInput';
import { useFocusBack } from '../useFocusBack';
import type { Acted } from './useActions';

interface NewDatesDialogProps {
  /** Those that it has. */
  sessions: Partial<Session>[];
  /** Whether visitors see the workshop. */
  isSeen: boolean;
  onSend: (sessions: Session[]) => Promise<Acted>;
  onDone: (result: ActionResult | undefined) => void;
  onClose: () => void;
}

interface Values {
  sessions: Session[];
}

/** What a form says is wrong, in the shape of its values. */
type Errors = Record<string, string | Record<string, string>[]>;

const NO_ATTRIBUTE: Attribute = { type: 'string' };
const SESSIONS = 'sessions';

const valuesOf = ({ date, startTime, endTime }: Partial<Session>): Session => ({
  date: date ?? '',
  startTime: startTime ?? '',
  endTime: endTime ?? '',
});

/** Asks when a workshop takes place in place of when it did. */
export function NewDatesDialog({ sessions, isSeen, onSend, onDone, onClose }: NewDatesDialogProps) {
  useFocusBack();
  const [problem, setProblem] = useState('');
  const [initial] = useState<Values>(() => ({
    sessions: (sessions.length > 0 ? sessions : [{}]).map(valuesOf),
  }));
  const send = async (
    values: Values,
    { setErrors }: { setErrors: (errors: Errors) => void },
  ): Promise<void> => {
    const acted = await onSend(values.sessions.map(valuesOf));
    const [result] = acted.results;
    const fields = acted.problem === null ? (result?.fields ?? {}) : acted.fields;
    const said = acted.problem ?? result?.problem ?? null;
    if (said === null) return onDone(result);
    const errors = errorsOf(fields, values.sessions.length);
    setErrors(errors);
    setProblem(Object.keys(errors).length > 0 ? '' : said);
  };
  return (
    <Modal.Root open onOpenChange={onClose}>
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>New dates</Modal.Title>
        </Modal.Header>
        <Form method="POST" initialValues={initial} onSubmit={send}>
          <Modal.Body>
            <Flex direction="column" alignItems="stretch" gap={4}>
              <Typography>
                {isSeen
                  ? ACTION_WORDS['new-dates'].seen
                  : 'It is a draft: visitors see nothing of this before it is published.'}
              </Typography>
              <Sessions />
              <Typography role="alert" textColor="danger700">
                {problem}
              </Typography>
            </Flex>
          </Modal.Body>
          <Modal.Footer>
            <Button variant="tertiary" onClick={onClose}>
              Not now
            </Button>
            <Button type="submit">Give it these dates</Button>
          </Modal.Footer>
        </Form>
      </Modal.Content>
    </Modal.Root>
  );
}

function Sessions() {
  const { values, addFieldRow, removeFieldRow } = useForm('Sessions', (state) => state);
  const sessions = (values as Values).sessions;
  const last = sessions.at(-1);
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {sessions.map((_, index) => {
        const name = `${SESSIONS}.${index}`;
        const number = sessions.length > 1 ? ` ${index + 1}` : '';
        return (
          <Flex key={index} gap={3} alignItems="flex-start" wrap="wrap">
            <Box flex="2 1 16rem">
              <DateInput name={`${name}.date`} label={`Day${number}`} attribute={NO_ATTRIBUTE} required />
            </Box>
            <Box flex="1 1 8rem">
              <TimeInput
                name={`${name}.startTime`}
                label={`Starts${number}`}
                attribute={NO_ATTRIBUTE}
                required
              />
            </Box>
            <Box flex="1 1 8rem">
              <TimeInput name={`${name}.endTime`} label={`Ends${number}`} attribute={NO_ATTRIBUTE} required />
            </Box>
            {sessions.length > 1 && (
              <Box paddingTop={6}>
                <Button variant="tertiary" size="L" onClick={() => removeFieldRow(SESSIONS, index)}>
                  {`Take out day${number}`}
                </Button>
              </Box>
            )}
          </Flex>
        );
      })}
      <Box>
        <Button
          variant="tertiary"
          onClick={() => addFieldRow(SESSIONS, { ...valuesOf(last ?? {}), date: '' })}
        >
          Add a day
        </Button>
      </Box>
    </Flex>
  );
}

/** The problems of some fields ("sessions.0.date") in the shape of the form's values. */
function errorsOf(fields: Record<string, string>, rows: number): Errors {
  const found = Array.from({ length: rows }, (): Record<string, string> => ({}));
  for (const [path, message] of Object.entries(fields)) {
    const [list, index, field] = path.split('.');
    const row = list === SESSIONS ? found[Number(index)] : undefined;
    if (row && field) row[field] = message;
  }
  return found.some((row) => Object.keys(row).length > 0) ? { [SESSIONS]: found } : {};
}
