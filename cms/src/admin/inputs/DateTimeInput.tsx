import { Field, Flex, TextInput } from '@strapi/design-system';
import { useField } from '@strapi/strapi/admin';
import { forwardRef, useRef } from 'react';
import { asSeen, dateAsTyped, dateInWords, readDate, readTime, timeInWords } from '../../rules/typed';
import { today } from '../today';
import { CalendarButton } from './DateInput';
import type { InputProps } from './props';
import { useTyped } from './useTyped';

/** What is typed into the two halves of the field. */
interface Halves {
  date: string;
  time: string;
}

/** A moment, as day and time on the clock of this computer, whose zone it names. */
export const DateTimeInput = forwardRef<HTMLInputElement, InputProps>(function DateTimeInput(
  { name, label, labelAction, hint, required, disabled },
  ref,
) {
  const field = useField<string | null>(name);
  const { text: halves, isTyping, type, choose, leave } = useTyped(field.value, halvesOf);
  const calendar = useRef<HTMLInputElement>(null);
  const { value, problem } = momentOf(halves);

  function take(given: Partial<Halves>, by: typeof type): void {
    const next = { ...halves, ...given };
    const moment = momentOf(next);
    const kept = moment.problem === null ? moment.value : `${next.date} ${next.time}`.trim();
    by(next, kept);
    field.onChange(name, kept);
  }
  const half = {
    type: 'text',
    autoComplete: 'off',
    disabled,
    onBlur: () => leave(value === null ? halves : halvesOf(value)),
  } as const;

  return (
    <Field.Root
      name={name}
      required={required}
      error={(isTyping ? null : problem) ?? field.error}
      hint={
        <>
          {value !== null && <strong>{`${inWords(value)}. `}</strong>}
          {hint}
        </>
      }
    >
      <Field.Label action={labelAction}>{label}</Field.Label>
      <Flex gap={2} alignItems="stretch">
        <TextInput
          {...half}
          ref={ref}
          placeholder="3/6/2027"
          value={halves.date}
          onChange={(event) => take({ date: event.target.value }, type)}
          endAction={
            disabled ? undefined : (
              <CalendarButton
                ref={calendar}
                label={label}
                value={dayOf(halves.date)}
                onChoose={(date) => take({ date }, choose)}
                onPress={() => calendar.current?.showPicker()}
              />
            )
          }
        />
        <TextInput
          {...half}
          id={undefined}
          aria-label={`${label}: time`}
          placeholder="9:30 AM"
          value={halves.time}
          onChange={(event) => take({ time: event.target.value }, type)}
        />
      </Flex>
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
});

const dayOf = (text: string): string => readDate(text, today()).value ?? '';

/** The moment that both halves name, in ISO 8601; null when both are empty. */
function momentOf({ date, time }: Halves): { value: string | null; problem: string | null } {
  if (asSeen(date) === '' && asSeen(time) === '') return { value: null, problem: null };
  if (asSeen(date) === '') return { value: null, problem: 'Add the day.' };
  const day = readDate(date, today());
  if (day.problem !== null) return day;
  if (asSeen(time) === '') return { value: null, problem: 'Add the time.' };
  const hour = readTime(time);
  if (hour.problem !== null) return hour;
  return { value: new Date(`${day.value}T${hour.value}`).toISOString(), problem: null };
}

function halvesOf(value: string | null | undefined): Halves {
  if (!value) return { date: '', time: '' };
  const moment = new Date(value);
  if (Number.isNaN(moment.getTime())) return { date: value, time: '' };
  const { date, time } = wallClock(moment);
  return { date: dateAsTyped(date), time: timeInWords(time) };
}

function wallClock(moment: Date): { date: string; time: string } {
  const local = new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000).toISOString();
  return { date: local.slice(0, 10), time: local.slice(11, 19) };
}

/** "Saturday, March 6, 2027, 9:30 AM Pacific Standard Time" */
function inWords(value: string): string {
  const { date, time } = wallClock(new Date(value));
  const zone = new Intl.DateTimeFormat('en-US', { timeZoneName: 'long' })
    .formatToParts(new Date(value))
    .find(({ type }) => type === 'timeZoneName')?.value;
  return `${dateInWords(date)}, ${timeInWords(time)} ${zone}`;
}
