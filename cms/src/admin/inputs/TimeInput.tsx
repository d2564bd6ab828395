import { forwardRef } from 'react';
import { readTime, timeInWords } from '../../rules/typed';
import type { InputProps } from './props';
import { type Kind, TypedInput } from './TypedInput';

const TIME: Kind = {
  read: readTime,
  asTyped: (value) => timeInWords(String(value)),
  inWords: (value) => timeInWords(String(value)),
  placeholder: '9:30 AM',
};

/** A time of day on the wall's clock, with AM and PM. */
export const TimeInput = forwardRef<HTMLInputElement, InputProps>(function TimeInput(props, ref) {
  return <TypedInput {...props} ref={ref} kind={TIME} />;
});
