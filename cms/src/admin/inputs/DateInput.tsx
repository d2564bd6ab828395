import { IconButton } from '@strapi/design-system';
import { Calendar } from '@strapi/icons';
import { forwardRef, useRef } from 'react';
import { dateAsTyped, dateInWords, readDate } from '../../rules/typed';
import { today } from '../today';
import type { InputProps } from './props';
import { type Kind, TypedInput } from './TypedInput';

const DATE: Kind = {
  read: (text) => readDate(text, today()),
  asTyped: (value) => dateAsTyped(String(value)),
  inWords: (value) => dateInWords(String(value)),
  placeholder: '3/6/2027',
};

/** A day, typed in any usual way or chosen from the browser's own calendar. */
export const DateInput = forwardRef<HTMLInputElement, InputProps>(function DateInput(props, ref) {
  const calendar = useRef<HTMLInputElement>(null);
  const open = (): void => calendar.current?.showPicker();
  const button = (choose: (text: string) => void, value: string) => (
    <CalendarButton label={props.label} value={value} onChoose={choose} onPress={open} ref={calendar} />
  );
  return <TypedInput {...props} ref={ref} kind={DATE} picker={{ button, open }} />;
});

interface CalendarButtonProps {
  label: string;
  value: string;
  onChoose: (text: string) => void;
  onPress: () => void;
}

/** Not among what Tab stops at: who uses the keyboard types the date, or opens the calendar from the field. */
export const CalendarButton = forwardRef<HTMLInputElement, CalendarButtonProps>(function CalendarButton(
  { label, value, onChoose, onPress },
  calendar,
) {
  return (
    <span style={{ position: 'relative' }}>
      <input
        ref={calendar}
        type="date"
        tabIndex={-1}
        aria-hidden
        value={value}
        onChange={(event) => event.target.value && onChoose(dateAsTyped(event.target.value))}
        style={{ position: 'absolute', inset: 'auto 0 0 auto', width: 1, height: 1, opacity: 0, border: 0 }}
      />
      <IconButton
        variant="ghost"
        size="S"
        tabIndex={-1}
        label={`${label}: choose from a calendar`}
        onClick={onPress}
      >
        <Calendar />
      </IconButton>
    </span>
  );
});
