import type { FieldProblem } from './quote-query.js';

/** What was asked for is not there, or not public. */
export class NotFoundError extends Error {
  override name = 'NotFoundError';
}

/** What was asked for by its slug has another one now. */
export class MovedError extends NotFoundError {
  override name = 'MovedError';
  /** Ask for this one. */
  readonly slug: string;

  constructor(message: string, slug: string) {
    super(message);
    this.slug = slug;
  }
}

/** The CMS could not be reached, took too long, or failed. Asking again later may work. */
export class CmsUnavailableError extends Error {
  override name = 'CmsUnavailableError';
}

/** The CMS understood the question and refused it: asking again will not help. */
export class InvalidRequestError extends Error {
  override name = 'InvalidRequestError';
  /** What is wrong with which field of the question, where the CMS said so. */
  readonly problems: FieldProblem[];

  constructor(message: string, problems: FieldProblem[] = []) {
    super(message);
    this.problems = problems;
  }
}
