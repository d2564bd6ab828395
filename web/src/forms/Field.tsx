import type { ReactNode } from 'react';

/**
 * The id of a field, to which the summary of problems leads.
 * @param part tells fields apart that are on the page more than once
 */
export const fieldId = (name: string, part?: string): string =>
  ['intake', part, name].filter(Boolean).join('-');

/** What a control needs to belong to its label, its hint and what is wrong with it. */
export interface ControlAttributes {
  id: string;
  name: string;
  'aria-invalid': true | undefined;
  'aria-describedby': string | undefined;
}

/** Attributes of the control of a field. */
export function controlOf(
  name: string,
  hint: boolean,
  problem: string | undefined,
  part?: string,
): ControlAttributes {
  const id = fieldId(name, part);
  const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean);
  return {
    id,
    name,
    'aria-invalid': problem ? true : undefined,
    'aria-describedby': described.join(' ') || undefined,
  };
}

interface FieldProps {
  name: string;
  /** See `fieldId`. */
  part?: string;
  label: string;
  isRequired?: boolean;
  hint?: string;
  problem: string | undefined;
  children: (attributes: ControlAttributes) => ReactNode;
}

/** A label with its control. Whether it must be filled in is said in words. */
export function Field({ name, part, label, isRequired = false, hint, problem, children }: FieldProps) {
  const attributes = controlOf(name, hint !== undefined, problem, part);
  return (
    <div className="intake-field">
      <label htmlFor={attributes.id}>
        {label} <Mark isRequired={isRequired} />
      </label>
      <About id={attributes.id} hint={hint} problem={problem} />
      {children(attributes)}
    </div>
  );
}

export function Mark({ isRequired }: { isRequired: boolean }) {
  return <span className="intake-mark">{isRequired ? '(required)' : '(optional)'}</span>;
}

/** What to know about a field, and what is wrong with it. */
export function About({ id, hint, problem }: { id: string; hint?: string; problem: string | undefined }) {
  return (
    <>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="intake-hint">
          {hint}
        </p>
      )}
      {problem && (
        <p id={`${id}-problem`} className="intake-problem">
          <span className="visually-hidden">Please check: </span>
          {problem}
        </p>
      )}
    </>
  );
}
