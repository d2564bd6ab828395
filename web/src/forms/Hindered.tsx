import type { ReactNode } from 'react';
import { FormAlert } from './ProblemSummary';
import { waitWords } from './words';

/** Why a form comes back that has nothing wrong in it. */
export type Hindrance =
  /** It came as programs send it: too quickly, or with what no person sees filled in. */
  | { why: 'again' }
  /** Too much was sent, in all or by somebody: in how many seconds there may be more. */
  | { why: 'busy'; seconds: number }
  /** The CMS can't take it just now. */
  | { why: 'unavailable' };

interface HinderedProps {
  hindrance: Hindrance;
  /** What could not be done while the CMS can't take anything. */
  what?: string;
  /** What else can be done. */
  children?: ReactNode;
}

/** Says why a form has come back. */
export function Hindered({ hindrance, what = 'do that', children }: HinderedProps) {
  switch (hindrance.why) {
    case 'again':
      return (
        <FormAlert title="Please send it once more">
          <p>
            We take care that people write here and not programs, and couldn’t tell this time. All that you
            typed is still there.{children}
          </p>
        </FormAlert>
      );
    case 'busy':
      return (
        <FormAlert title="A great deal was sent just now">
          <p>
            Please send it again in {waitWords(hindrance.seconds)}. All that you typed is still there.
            {children}
          </p>
        </FormAlert>
      );
    case 'unavailable':
      return (
        <FormAlert title={`We couldn’t ${what} just now`}>
          <p>
            It is our fault. All that you typed is still there: please send it again in a minute.{children}
          </p>
        </FormAlert>
      );
  }
}
