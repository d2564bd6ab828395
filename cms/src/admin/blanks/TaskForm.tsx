import { Button, Field, Flex, TextInput, Typography } from '@strapi/design-system';
import { useFetchClient } from '@strapi/strapi/admin';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { type ListedBlank, LONGEST_WHO } from '../../rules/blank-tasks';
import { asSeen, dateAsTyped, dateInWords, readDate } from '../../rules/typed';
import { today } from '../today';
import { useFocusBack } from '../useFocusBack';

interface TaskFormProps {
  blank: ListedBlank;
  colleagues: string[];
  onDone: (saved: boolean) => void;
}

/** Who is to fill in a blank, chosen or typed, and by when, typed as in any form. */
export function TaskForm({ blank, colleagues, onDone }: TaskFormProps) {
  const { put } = useFetchClient();
  const names = useId();
  const [who, setWho] = useState(blank.task?.who ?? '');
  const [day, setDay] = useState(blank.task?.by ? dateAsTyped(blank.task.by) : '');
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  useFocusBack();
  useEffect(() => first.current?.focus(), []);
  const read = asSeen(day) === '' ? null : readDate(day, today());

  const save = async (): Promise<void> => {
    if (read?.problem) return;
    const { uid, documentId, key, section, place } = blank;
    setBusy(true);
    setProblem('');
    try {
      await put('/blanks/tasks', { uid, documentId, key, section, place, who, by: read?.value ?? null });
      onDone(true);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : 'It could not be saved just now.');
      setBusy(false);
    }
  };

  /** No form of its own: it stands in that of the page, which Enter is not to send. */
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') onDone(false);
    else if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
    else void save();
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <Flex
      role="group"
      aria-label="Who and by when"
      direction="column"
      alignItems="stretch"
      gap={3}
      paddingTop={2}
      onKeyDown={press}
    >
      <Field.Root name="who">
        <Field.Label>Who fills it in</Field.Label>
        <TextInput
          ref={first}
          list={names}
          autoComplete="off"
          maxLength={LONGEST_WHO}
          value={who}
          onChange={(event) => setWho(event.target.value)}
        />
        <datalist id={names}>
          {colleagues.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      </Field.Root>
      <Field.Root
        name="by"
        error={read?.problem ?? undefined}
        hint={read?.value ? `${dateInWords(read.value)}.` : undefined}
      >
        <Field.Label>By when</Field.Label>
        <TextInput
          autoComplete="off"
          placeholder="3/6/2027"
          value={day}
          onChange={(event) => setDay(event.target.value)}
        />
        <Field.Hint />
        <Field.Error />
      </Field.Root>
      <Typography role="alert" variant="pi" textColor="danger700">
        {problem}
      </Typography>
      <Flex gap={2}>
        <Button size="S" loading={busy} onClick={save}>
          Save this note
        </Button>
        <Button size="S" variant="tertiary" onClick={() => onDone(false)}>
          Cancel
        </Button>
      </Flex>
    </Flex>
  );
}
