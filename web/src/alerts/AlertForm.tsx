import { type FieldProblem, LONGEST_PLACE } from '@deep-dive/shared-types';
import { EmailField } from '../forms/EmailField';
import { Field } from '../forms/Field';
import { FormGuards } from '../forms/FormGuards';
import { ALERTS_PATH } from '../hrefs';
import type { TypedAlert } from './typed';
import { WISHES_ORDER, WishFields } from './WishFields';

/** The fields as they stand in the form. */
export const ALERT_ORDER = ['email', 'near', ...WISHES_ORDER];

interface AlertFormProps {
  typed: TypedAlert;
  problems: FieldProblem[];
  stamp: string;
}

/** The form of who wants to be told of workshops. The browser sends it; no script is needed. */
export function AlertForm({ typed, problems, stamp }: AlertFormProps) {
  const problemOf = (name: string): string | undefined =>
    problems.find(({ field }) => field === name)?.message;
  return (
    <form method="post" action={ALERTS_PATH} noValidate className="intake-form">
      <FormGuards stamp={stamp} />
      <EmailField
        hint="We write when there is a workshop, and for nothing else."
        typed={typed.email}
        problem={problemOf('email')}
      />
      <Field
        name="near"
        label="Near which ZIP code or city?"
        isRequired
        hint="Such as 98901, or Yakima, WA."
        problem={problemOf('near')}
      >
        {(attributes) => (
          <input
            {...attributes}
            type="text"
            autoComplete="postal-code"
            spellCheck={false}
            maxLength={LONGEST_PLACE}
            defaultValue={typed.near}
            required
          />
        )}
      </Field>
      <WishFields typed={typed} problemOf={problemOf} />
      <button type="submit" className="intake-submit">
        Tell me
      </button>
    </form>
  );
}
