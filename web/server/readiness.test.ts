import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readinessCheck } from './readiness';

/** A CMS of several addresses, each of which answers or not. */
function cmsAt(addresses: Record<string, boolean>) {
  return {
    check: vi.fn(async () => Object.entries(addresses).map(([name, isReachable]) => ({ name, isReachable }))),
  };
}

describe('this process', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'], now: 0 });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is ready when the CMS answers, cached or not', async () => {
    expect(await readinessCheck(cmsAt({ 'cms-1:1337': true }), () => false)()).toEqual({
      status: 'ready',
      cms: 'reachable',
      unreachable: [],
      message: 'The site can be served.',
    });
  });

  it('is ready when one of several answers, and says which do not', async () => {
    const cms = cmsAt({ 'cms-1:1337': false, 'cms-2:1337': true, 'cms-3:1337': false });
    expect(await readinessCheck(cms, () => false)()).toEqual({
      status: 'ready',
      cms: 'reachable',
      unreachable: ['cms-1:1337', 'cms-3:1337'],
      message:
        'The site can be served, but the CMS cannot be reached at cms-1:1337, cms-3:1337; start it again there, or correct CMS_URL.',
    });
  });

  it('is ready without a CMS when there is something to be shown, and else is not', async () => {
    const cms = cmsAt({ 'cms-1:1337': false });
    expect(await readinessCheck(cms, () => true)()).toEqual({
      status: 'ready',
      cms: 'unreachable',
      unreachable: ['cms-1:1337'],
      message: 'The CMS cannot be reached; pages seen before are served from the cache.',
    });
    expect(await readinessCheck(cms, () => false)()).toEqual({
      status: 'not ready',
      cms: 'unreachable',
      unreachable: ['cms-1:1337'],
      message: 'The CMS cannot be reached and nothing is cached yet; start the CMS or correct CMS_URL.',
    });
  });

  it('asks the CMS once a second at most', async () => {
    const cms = cmsAt({ 'cms-1:1337': true });
    const ready = readinessCheck(cms, () => false);
    await Promise.all([ready(), ready()]);
    vi.setSystemTime(1_000);
    await ready();
    expect(cms.check).toHaveBeenCalledTimes(1);
    vi.setSystemTime(1_001);
    await ready();
    expect(cms.check).toHaveBeenCalledTimes(2);
  });
});
