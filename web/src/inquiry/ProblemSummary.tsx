import type { FieldProblem } from '@deep-dive/shared-types';
import type { ReactNode } from 'react';
import { fieldId } from './Field';

/** What must be known before the form is looked at again. The keyboard begins there, and screen readers say it first. */
export function Alert({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div
      className="inquiry-alert"
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

/** As the fields stand in the form: what must be filled in comes first. */
const ORDER = ['purpose', 'name', 'email', 'school', 'zip', 'message', 'role', 'teachers', 'grades'];

/** Everything that is wrong, at once, each with the way to its field. */
export function ProblemSummary({ problems }: { problems: FieldProblem[] }) {
  const place = ({ field }: FieldProblem): number => ORDER.indexOf(field);
  return (
    <Alert title="Please check what is marked below">
      <p>Nothing was sent yet. All that you typed is still there.</p>
      <ul>
        {[...problems]
          .sort((one, other) => place(one) - place(other))
          .map((problem) => (
            <li key={problem.field}>
              <a href={`#${fieldId(problem.field)}`}>{problem.message}</a>
            </li>
          ))}
      </ul>
    </Alert>
  );
}
