import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { renderNotFound, renderPage } from '../src/entry-server';
import { renderLocatorSvg } from '../src/map/picture/locator';
import { renderWorkshopsSvg } from '../src/map/picture/svg';
import { renderTerritorySvg } from '../src/map/picture/territory';
import { matchRoute } from '../src/routes';
import { ask as askAt, type Question, type Reply } from './testing/ask';
import { type FakeCms, list, pageNamed, startFakeCms, workshop } from './testing/fake-cms';
import { SECRET, startSite, type TestSite } from './testing/start-site';

/** Milliseconds a visitor waits at most while there is something older to show, and room for a busy machine. */
const HELD = 300 + 400;
/** Milliseconds in which something is answered that nobody waits for, on a busy machine. */
const AT_ONCE = 250;
const CODE = {
  renderPage,
  renderNotFound,
  matchRoute,
  renderWorkshopsSvg,
  renderLocatorSvg,
  renderTerritorySvg,
};
/** A page that also shows a search, which is not kept for a restart. */
const WITH_SEARCH = `/workshops/${workshop.slug}`;
const SEEN = [
  '/',
  '/deep-dive',
  '/workshops',
  '/workshops.rss',
  '/workshops.svg',
  '/sitemap.xml',
  '/api/workshops?kind=intro',
  '/api/site',
  '/uploads/hero_1a2b.svg',
];

// Two seconds pass until a silent CMS is known to be one; the machine may be busy.
vi.setConfig({ testTimeout: 30_000 });

let cms: FakeCms;
let site: TestSite;
let logged: string[];

beforeEach(async () => {
  logged = [];
  vi.spyOn(console, 'error').mockImplementation((...said) => void logged.push(said.join(' ')));
  cms = await startFakeCms();
  cms.set('/uploads/hero_1a2b.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>');
  site = await startSite(CODE, cms.url);
});
afterEach(async () => {
  vi.useRealTimers();
  await site.close();
  await cms.close();
});

async function ask(path: string, question?: Question): Promise<Reply & { took: number }> {
  const start = performance.now();
  const reply = await askAt(site.url, path, question);
  return { ...reply, took: performance.now() - start };
}
const invalidate = (tags: string[]) =>
  ask('/_internal/invalidate', {
    method: 'POST',
    headers: { authorization: `Bearer ${SECRET}`, 'content-type': 'application/json' },
    body: JSON.stringify({ tags }),
  });
const publish = (words: string, slug = 'deep-dive') =>
  cms.set(`/api/pages/${slug}`, pageNamed(slug, 'Deep Dive', words), 'page,page:1');
const isKnownToBeAway = () => logged.some((line) => line.includes('does not answer'));
/** Until the site knows that its CMS says nothing. */
const untilKnown = () => vi.waitFor(() => expect(isKnownToBeAway()).toBe(true), { timeout: 8_000 });

/** A search that finds one other workshop. */
const nearbyAs = (title: string) => ({
  ...list,
  workshops: [{ ...list.workshops[0], slug: 'another', title }],
});

async function see(paths: string[]): Promise<void> {
  for (const path of paths) expect((await ask(path)).status, path).toBe(200);
}

describe('a CMS that accepts and stays silent', () => {
  it('holds nobody up for whom there is an older page, answer, feed or picture', async () => {
    await see([...SEEN, WITH_SEARCH]);
    cms.behave('hang');
    await invalidate(['*']);
    for (const path of [WITH_SEARCH, ...SEEN]) {
      const { status, took } = await ask(path);
      expect(status, path).toBe(200);
      expect(took, path).toBeLessThan(HELD);
    }
    await untilKnown();
    for (const path of SEEN) {
      const { status, took } = await ask(path);
      expect(status, path).toBe(200);
      expect(took, path).toBeLessThan(AT_ONCE);
    }
  });

  it('holds nobody up after a restart either, however many answers a page is made of', async () => {
    await see([...SEEN, WITH_SEARCH]);
    cms.behave('hang');
    await site.restart();
    for (const path of [WITH_SEARCH, ...SEEN]) {
      const { status, took } = await ask(path);
      expect(status, path).toBe(200);
      expect(took, path).toBeLessThan(HELD);
    }
  });

  it('leaves out what only adds to a page, until it is there', async () => {
    cms.set('/api/workshops', nearbyAs('Deep Dive in Nampa'));
    await see([WITH_SEARCH]);
    cms.behave('hang');
    await site.restart();
    const { text, took } = await ask(WITH_SEARCH);
    expect(text).toContain('Boise Public Library');
    expect(text).not.toContain('Deep Dive in Nampa');
    expect(took).toBeLessThan(HELD);
    await untilKnown();
    cms.recover();
    await vi.waitFor(async () => expect((await ask(WITH_SEARCH)).text).toContain('Deep Dive in Nampa'), {
      timeout: 8_000,
    });
  });

  it('finds pages ready made after a restart', async () => {
    await see(['/sitemap.xml', '/deep-dive', '/workshops.ics', WITH_SEARCH]);
    cms.behave('hang');
    await site.restart({ production: true });
    for (const path of ['/sitemap.xml', '/deep-dive', '/workshops.ics', WITH_SEARCH]) {
      const { status, took } = await ask(path);
      expect(status, path).toBe(200);
      expect(took, path).toBeLessThan(AT_ONCE);
    }
  });

  it('is not asked by every visitor, and what nobody has seen is refused at once', async () => {
    await see(['/deep-dive']);
    cms.behave('hang');
    await invalidate(['*']);
    await ask('/deep-dive');
    await untilKnown();
    const before = cms.asked.length;
    await Promise.all(Array.from({ length: 50 }, (_, i) => ask(`/deep-dive?utm_source=${i}`)));
    const unseen = await Promise.all(Array.from({ length: 20 }, (_, i) => ask(`/never-seen-${i}`)));
    for (const { status, headers, took } of unseen) {
      expect([status, headers['retry-after']]).toEqual([503, '10']);
      expect(took).toBeLessThan(HELD);
    }
    expect(cms.asked.length - before).toBe(0);
  });

  it('shows the edit on the next load once it speaks again and says what changed', async () => {
    await see(['/deep-dive']);
    cms.behave('hang');
    await invalidate(['*']);
    await ask('/deep-dive');
    await untilKnown();
    cms.recover();
    publish('New words.');
    await invalidate(['page:1']);
    await vi.waitFor(async () => expect((await ask('/deep-dive')).text).toContain('New words.'));
  });

  it('is told from one that is asked whether it lives, answers, and leaves its visitors waiting', async () => {
    await see(['/deep-dive', '/workshops']);
    cms.behave('hang', /^\/api\//);
    await invalidate(['*']);
    await Promise.all([ask('/deep-dive'), ask('/workshops')]);
    for (const path of ['/deep-dive', '/workshops', '/', '/api/site'])
      expect((await ask(path)).took, path).toBeLessThan(HELD);
  });
});

describe('a CMS that is slow but well', () => {
  it('shows an edit on the next load', async () => {
    await see(['/deep-dive']);
    publish('New words.');
    cms.behave(600, /^\/api\//);
    await invalidate(['page:1']);
    expect((await ask('/deep-dive')).text).toContain('New words.');
  });

  it('is waited for by those who have nothing older', async () => {
    cms.behave(800, /^\/api\//);
    expect((await ask('/deep-dive')).status).toBe(200);
  });

  it('finishes what a visitor did not wait for, and the next one sees it', async () => {
    await see(['/deep-dive']);
    await site.restart();
    const release = cms.hold();
    publish('New words.');
    cms.behave('hang', /^\/readyz/);
    expect((await ask('/deep-dive')).text).toContain('Come and learn');
    publish('Newer words.');
    release();
    await vi.waitFor(async () => expect((await ask('/deep-dive')).text).toMatch(/Newe?r? words\./));
  });
});

describe('past its time', () => {
  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    await site.restart();
  });

  it('a page is asked for again before its first visitor gets it', async () => {
    await see(['/deep-dive', '/api/pages/deep-dive']);
    publish('New words.');
    vi.setSystemTime(Date.now() + 61_000);
    expect((await ask('/deep-dive')).text).toContain('New words.');
    publish('Newer words.');
    vi.setSystemTime(Date.now() + 61_000);
    expect((await ask('/api/pages/deep-dive')).text).toContain('Newer words.');
  });

  it('the older one is shown when the new one takes longer', async () => {
    await see(['/deep-dive']);
    publish('New words.');
    cms.behave(1_500, /^\/api\//);
    vi.setSystemTime(Date.now() + 61_000);
    const { text, took } = await ask('/deep-dive');
    expect(text).toContain('Come and learn');
    expect(took).toBeLessThan(HELD);
  });
});

describe('when everything is invalidated at once', () => {
  it('the CMS is asked a few questions at a time, and nobody waits in line', async () => {
    const slugs = Array.from({ length: 60 }, (_, i) => `page-${i}`);
    for (const slug of slugs) publish('Old words.', slug);
    await see(slugs.map((slug) => `/${slug}`));
    for (const slug of slugs) publish('New words.', slug);
    await invalidate(['*']);
    const release = cms.hold();
    const start = performance.now();
    const replies = await Promise.all(
      slugs.flatMap((slug) => [ask(`/${slug}`), ask(`/${slug}`), ask(`/api/pages/${slug}`)]),
    );
    expect(performance.now() - start).toBeLessThan(5_000);
    for (const { text } of replies) expect(text).toContain('Old words.');
    expect(cms.mostAtOnce).toBeLessThanOrEqual(16);
    release();
    await vi.waitFor(
      async () => {
        for (const slug of slugs) expect((await ask(`/${slug}`)).text).toContain('New words.');
      },
      { timeout: 8_000, interval: 250 },
    );
    for (const slug of slugs)
      expect(cms.asked.filter(({ url }) => url === `/api/pages/${slug}`).length, slug).toBe(2);
  });
});

describe('with two CMS', () => {
  let other: FakeCms;
  beforeEach(async () => {
    other = await startFakeCms();
    await site.close();
    site = await startSite(CODE, `${cms.url},${other.url}`);
  });
  afterEach(() => other.close());

  const searches = (from: number) =>
    Promise.all(Array.from({ length: 20 }, (_, i) => ask(`/workshops?near=${80_000 + from + i}`)));
  const readiness = async () => {
    const { status, text } = await ask('/readyz');
    return { ...(JSON.parse(text) as { cms: string; message: string; unreachable?: string[] }), status };
  };

  it('both are asked', async () => {
    await searches(0);
    for (const { asked } of [cms, other]) expect(asked.length).toBeGreaterThan(5);
  });

  it.each(['dead', 'fail', 'hang', 'cut'] as const)(
    'one of which is %s, every search is answered',
    async (how) => {
      await ask('/workshops');
      if (how === 'dead') await cms.close();
      else cms.behave(how);
      for (const { status } of [...(await searches(0)), ...(await searches(20))]) expect(status).toBe(200);
      const { status, cms: reachable, unreachable, message } = await readiness();
      expect([status, reachable]).toEqual([200, 'reachable']);
      expect(unreachable).toEqual([new URL(cms.url).host]);
      expect(message).toContain(new URL(cms.url).host);
    },
  );

  it('a file is fetched from the other one', async () => {
    const large = `<svg>${' '.repeat(1_100_000)}</svg>`;
    for (const each of [cms, other]) {
      each.set('/uploads/large_1a2b.svg', large);
      each.set('/uploads/small_1a2b.svg', '<svg/>');
    }
    await cms.close();
    for (let i = 0; i < 4; i++) expect((await ask('/uploads/large_1a2b.svg')).body).toHaveLength(1_100_011);
    expect((await ask('/uploads/small_1a2b.svg')).status).toBe(200);
  });

  it('neither of which is there, says so', async () => {
    cms.fail();
    other.fail();
    const { status, cms: reachable } = await readiness();
    expect([status, reachable]).toEqual([503, 'unreachable']);
  });

  it('the order of their addresses does not matter to what is kept', async () => {
    const kept = await startSite(CODE, `${cms.url},${other.url}`);
    await askAt(kept.url, '/deep-dive');
    cms.behave('hang');
    other.behave('hang');
    await kept.restart({ cmsUrls: [other.url, cms.url] });
    expect((await askAt(kept.url, '/deep-dive')).status).toBe(200);
    await kept.close();
  });
});
