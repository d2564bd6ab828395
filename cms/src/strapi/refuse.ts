import { errors } from '@strapi/utils';
import { findText, holdsNul } from '../rules/input';
import type { Problem } from '../rules/problem';

/** Refuses the save, marking each field in the admin's form; does nothing when there is no problem. */
export function refuse(problems: Problem[]): void {
  if (problems.length === 0) return;
  throw new errors.ValidationError(problems.map(({ message }) => message).join('\n'), {
    errors: problems.map(({ path, message }) => ({
      path: path.map(String),
      message,
      name: 'ValidationError',
    })),
  });
}

/** Refuses what holds a NUL character, which no database keeps, naming where. @throws ValidationError */
export function refuseNul(sent: unknown): void {
  const path = findText(sent, holdsNul);
  if (path)
    refuse([
      { path, message: `${path.join('.') || 'What you sent'} holds a NUL character, which no text may.` },
    ]);
}
