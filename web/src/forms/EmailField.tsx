import { LONGEST_EMAIL } from '@deep-dive/shared-types';
import { Field } from './Field';

interface EmailFieldProps {
  hint: string;
  /** What stands in it. */
  typed: string;
  problem: string | undefined;
}

/** Where a visitor is to be answered. */
export function EmailField({ hint, typed, problem }: EmailFieldProps) {
  return (
    <Field name="email" label="Your e-mail address" isRequired hint={hint} problem={problem}>
      {(attributes) => (
        <input
          {...attributes}
          type="email"
          inputMode="email"
          autoComplete="email"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={LONGEST_EMAIL}
          defaultValue={typed}
          required
        />
      )}
    </Field>
  );
}
