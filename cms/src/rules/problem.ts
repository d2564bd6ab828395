import { errors } from '@strapi/utils';

/** One thing that keeps an entry from being saved or published. */
export interface Problem {
  /** Where: attribute names and list positions, as the admin's form knows them (["venue", "zip"]). */
  path: (string | number)[];
  /** What is wrong and what to do, in plain words. */
  message: string;
}

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
