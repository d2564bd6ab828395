import { Field, TextInput, useComposedRefs } from '@strapi/design-system';
import { useField, useFocusInputField } from '@strapi/strapi/admin';
import { type ForwardedRef, forwardRef, type ReactNode } from 'react';
import { asSeen, type Reading } from '../../rules/typed';
import type { InputProps } from './props';
import { useTyped } from './useTyped';

/** How one kind of value is typed, kept and said. */
export interface Kind {
  read: (text: string) => Reading<string | number>;
  /** As the field shows a value it could read. */
  asTyped: (value: string | number) => string;
  /** Said below the field, where it says more than the field does. */
  inWords?: (value: string | number) => string;
  placeholder: string;
  inputMode?: 'decimal' | 'numeric';
}

interface TypedInputProps extends InputProps {
  kind: Kind;
  /** Another way to choose a value: a button at the end of the field, which Alt with the down arrow presses as well. */
  picker?: {
    button: (choose: (text: string) => void, value: string) => ReactNode;
    open: () => void;
  };
}

/**
 * A field for what is typed or pasted in any usual way, and said back in words. What it can't read stays as it was typed,
 * in the form as well: the save is refused, and nothing is guessed or lost.
 */
export const TypedInput = forwardRef(function TypedInput(
  {
    kind,
    picker,
    name,
    attribute: _,
    label,
    labelAction,
    hint,
    placeholder,
    required,
    disabled,
  }: TypedInputProps,
  ref: ForwardedRef<HTMLInputElement>,
) {
  const field = useField<string | number | null>(name);
  const composedRefs = useComposedRefs(ref, useFocusInputField<HTMLInputElement>(name));
  const { text, isTyping, type, choose, leave } = useTyped(field.value, (held) => textOf(held, kind));
  const reading = asSeen(text) === '' ? null : kind.read(text);
  const value = reading?.problem === null ? reading.value : null;
  const words = value === null ? undefined : kind.inWords?.(value);

  function take(given: string, by: typeof type): void {
    const read = asSeen(given) === '' ? null : kind.read(given);
    const next = read === null ? null : read.problem === null ? read.value : given;
    by(given, next);
    field.onChange(name, next);
  }

  return (
    <Field.Root
      name={name}
      required={required}
      error={(isTyping ? null : reading?.problem) ?? field.error}
      hint={
        <>
          {words && words !== text && <strong>{`${words}. `}</strong>}
          {hint}
        </>
      }
    >
      <Field.Label action={labelAction}>{label}</Field.Label>
      <TextInput
        ref={composedRefs}
        type="text"
        autoComplete="off"
        inputMode={kind.inputMode}
        disabled={disabled}
        placeholder={placeholder || kind.placeholder}
        value={text}
        onChange={(event) => take(event.target.value, type)}
        onBlur={() => leave(value === null ? text : kind.asTyped(value))}
        onKeyDown={(event) => {
          if (!event.altKey || event.key !== 'ArrowDown') return;
          event.preventDefault();
          picker?.open();
        }}
        endAction={
          disabled
            ? undefined
            : picker?.button((chosen) => take(chosen, choose), typeof value === 'string' ? value : '')
        }
      />
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
});

/** What the form holds, as the field shows it: what can't be read stays as it is. */
function textOf(value: string | number | null | undefined, kind: Kind): string {
  if (value === null || value === undefined) return '';
  const { problem, value: read } = kind.read(String(value));
  return problem === null ? kind.asTyped(read) : String(value);
}
