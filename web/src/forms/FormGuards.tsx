import { fieldId } from './Field';

/** The field that nobody sees or is asked for: what fills it in is a program. No browser knows what its name would be for. */
export const TRAP_FIELD = 'subject';
/** The field that says which form was sent. */
export const STAMP_FIELD = 'stamp';

/** What tells a form that a person fills in from what a program sends. */
export function FormGuards({ stamp }: { stamp: string }) {
  return (
    <>
      <input type="hidden" name={STAMP_FIELD} value={stamp} />
      <div className="intake-trap" aria-hidden="true">
        <label htmlFor={fieldId(TRAP_FIELD)}>Leave this empty</label>
        <input
          id={fieldId(TRAP_FIELD)}
          name={TRAP_FIELD}
          type="text"
          tabIndex={-1}
          autoComplete="off"
          data-1p-ignore=""
          data-bwignore=""
          data-lpignore="true"
        />
      </div>
    </>
  );
}
