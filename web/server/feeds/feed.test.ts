import type { Near, WorkshopSearch } from '@deep-dive/shared-types';
import { describe, expect, it } from 'vitest';
import { denver } from '../../src/testing/samples';
import { site } from '../testing/fake-cms';
import { feedInfo } from './feed';

const spot: Near = {
  ...denver,
  place: { ...denver.place, kind: 'point', label: 'a spot near Denver, CO' },
};
const colorado: Near = {
  ...denver,
  place: { ...denver.place, kind: 'state', label: 'Colorado', zip: null },
};
const unknown: Near = { status: 'unknown-place', text: 'asdfgh', didYouMean: [] };

describe('the title of a feed', () => {
  it.each<[WorkshopSearch, Near | null, string]>([
    [{}, null, 'Workshops'],
    [{ kind: 'intro' }, null, 'Intro workshops'],
    [{ format: 'virtual', kind: 'intro' }, null, 'Virtual Intro workshops'],
    [{ near: 'denver' }, denver, 'Workshops near Denver, CO, and virtual ones'],
    [{ near: 'denver', kind: 'deep-dive' }, denver, 'Deep Dive workshops near Denver, CO, and virtual ones'],
    [{ near: '39.74,-104.99' }, spot, 'Workshops around a spot near Denver, CO, and virtual ones'],
    [{ near: 'co' }, colorado, 'Workshops in Colorado, and virtual ones'],
    [{ near: 'denver', format: 'in-person' }, denver, 'Workshops near Denver, CO'],
    [{ near: 'denver', format: 'virtual' }, denver, 'Virtual workshops'],
    [{ near: 'denver', bbox: [-105, 39, -104, 40] }, denver, 'Workshops'],
    [{ near: 'asdfgh' }, unknown, 'Virtual workshops (we couldn’t find “asdfgh”)'],
    [{ near: 'asdfgh', kind: 'intro' }, unknown, 'Virtual Intro workshops (we couldn’t find “asdfgh”)'],
    [{ near: 'asdfgh', format: 'hybrid' }, unknown, 'Workshops (we couldn’t find “asdfgh”)'],
  ])('of %j says what is in it', (search, near, title) => {
    expect(feedInfo(site, 'https://example.org', search, near).title).toBe(`${title}: ${site.name}`);
  });
});
