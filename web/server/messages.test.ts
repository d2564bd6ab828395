import { CmsUnavailableError, InvalidRequestError, NotFoundError } from '@deep-dive/shared-types';
import { expect, it } from 'vitest';
import { BAD_ADDRESS, failureOf, messageOf } from './messages';

it('a visitor is told what kind of failure it is, and when asking again may help', () => {
  expect(failureOf(new InvalidRequestError('no'))).toBe(BAD_ADDRESS);
  expect(BAD_ADDRESS.status).toBe(400);
  expect(failureOf(new CmsUnavailableError('away'))).toEqual({
    status: 503,
    title: 'This page is taking a break',
    message: 'We cannot show it right now. Please try again in a minute.',
    retryAfter: 10,
  });
  for (const error of [new NotFoundError('none'), new TypeError('x'), 'thrown'])
    expect(failureOf(error)).toEqual({
      status: 500,
      title: 'Something went wrong on our side',
      message: 'We have been told about it. Please try again in a few minutes.',
    });
});

it('a log is told what an error says, whatever was thrown', () => {
  expect([new Error('why'), 'thrown', undefined].map(messageOf)).toEqual(['why', 'thrown', 'undefined']);
});
