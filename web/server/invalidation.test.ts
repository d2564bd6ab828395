import { expect, it } from 'vitest';
import { invalidationSchema, isAuthorized } from './invalidation';

const secret = '0123456789abcdef0123456789abcdef';

it('lets in whoever sends the secret, and nobody else', () => {
  expect(isAuthorized(`Bearer ${secret}`, secret)).toBe(true);
  for (const header of [
    undefined,
    '',
    secret,
    `Bearer ${secret}x`,
    'Bearer ',
    'Bearer undefined',
    `Basic ${secret}`,
  ])
    expect(isAuthorized(header, secret), String(header)).toBe(false);
});

it('lets nobody in where no secret is set', () => {
  for (const header of [undefined, 'Bearer ', 'Bearer undefined'])
    expect(isAuthorized(header, undefined)).toBe(false);
});

it.each([
  [['page'], true],
  [['workshop:abc', '*'], true],
  [Array.from({ length: 1000 }, String), true],
  [Array.from({ length: 1001 }, String), false],
  [[], false],
  [[''], false],
  [['x'.repeat(200)], true],
  [['x'.repeat(201)], false],
  [[5], false],
  ['page', false],
  [undefined, false],
])('takes a list of tags and nothing else: %j', (tags, isTaken) => {
  expect(invalidationSchema.safeParse({ tags }).success).toBe(isTaken);
});
