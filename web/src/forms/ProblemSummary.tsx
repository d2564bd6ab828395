import type { FieldProblem } from '@deep-dive/shared-types';
import type { ReactNode } from 'react';
import { fieldId } from './Field';

/** What must be known before the form is looked at again. The keyboard begins there, and screen readers say it first. */
export function FormAlert({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div
      className="intake-alert"
      role="alert"
      tabIndex={-1}
      // biome-ignore lint/a11y/noAutofocus: the page has come back because of this, and is read from here.
      autoFocus
    >
      <h2>{title}</h2>
      {children}
    </div>
  );
}

interface ProblemSummaryProps {
  problems: FieldProblem[];
  /** The fields as they stand in the form. */
  order: readonly string[];
  /** See `fieldId`. */
  part?: string;
}

/** Everything that is wrong, at once, each with the way to its field. */
export function ProblemSummary({ problems, order, part }: ProblemSummaryProps) {
  const place = ({ field }: FieldProblem): number => order.indexOf(field);
  return (
    <FormAlert title="Please check what is marked below">
      <p>Nothing was sent yet. All that you typed is still there.</p>
      <ul>
        {[...problems]
          .sort((one, other) => place(one) - place(other))
          .map((problem) => (
            <li key={problem.field}>
              <a href={`#${fieldId(problem.field, part)}`}>{problem.message}</a>
            </li>
          ))}
      </ul>
    </FormAlert>
  );
}
