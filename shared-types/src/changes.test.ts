import { expect, it } from 'vitest';
import { changesChannel } from './changes.js';

it('each database of a Redis, and each prefix, has a channel of its own', () => {
  expect(changesChannel('redis://cache:6379')).toBe('deep-dive:0:changes');
  for (const url of ['redis://cache:6379/', 'redis://:secret@cache/0', 'rediss://cache/0?family=6'])
    expect(changesChannel(url), url).toBe('deep-dive:0:changes');
  for (const url of ['redis://user:secret@cache:6379/2', 'redis://cache?db=2', 'rediss://cache/2/'])
    expect(changesChannel(url), url).toBe('deep-dive:2:changes');
  expect(changesChannel('redis://cache/2', 'staging')).toBe('staging:2:changes');
});
