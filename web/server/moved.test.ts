import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { renderNotFound, renderPage } from '../src/entry-server';
import { renderLocatorSvg } from '../src/map/picture/locator';
import { renderWorkshopsSvg } from '../src/map/picture/svg';
import { renderTerritorySvg } from '../src/map/picture/territory';
import { matchRoute } from '../src/routes';
import { ask as askAt, type Question } from './testing/ask';
import { type FakeCms, pageNamed, site as siteBody, startFakeCms, workshop } from './testing/fake-cms';
import { SECRET, startSite, type TestSite } from './testing/start-site';

let cms: FakeCms;
let site: TestSite;
vi.spyOn(console, 'error').mockImplementation(() => {});

beforeEach(async () => {
  cms = await startFakeCms();
  site = await startSite(
    { renderPage, renderNotFound, matchRoute, renderWorkshopsSvg, renderLocatorSvg, renderTerritorySvg },
    cms.url,
  );
});
afterEach(async () => {
  await site.close();
  await cms.close();
});

const ask = (path: string, question?: Question) => askAt(site.url, path, question);
const invalidate = (...tags: string[]) =>
  ask('/_internal/invalidate', {
    method: 'POST',
    headers: { authorization: `Bearer ${SECRET}`, 'content-type': 'application/json' },
    body: JSON.stringify({ tags }),
  });
const leadsTo = async (path: string, question?: Question) => {
  const { status, headers } = await ask(path, question);
  return [status, headers.location, headers['cache-control']];
};
const to = (location: string) => [308, location, 'no-cache'];

describe('an old address', () => {
  beforeEach(() => {
    cms.set('/api/pages/summer-2027', pageNamed('summer-2027', 'Summer'));
    cms.move('/api/pages/summer', 'summer-2027');
    cms.move('/api/workshops/old', workshop.slug);
    cms.move('/api/partners/old', 'idaho-partner');
  });

  it.each([
    ['/summer', '/summer-2027'],
    ['/workshops/old', `/workshops/${workshop.slug}`],
    ['/workshops/old.ics', `/workshops/${workshop.slug}.ics`],
    ['/workshops/old.svg', `/workshops/${workshop.slug}.svg`],
    ['/partners/old', '/partners/idaho-partner'],
  ])('%s leads to %s, query and all', async (path, location) => {
    for (let time = 0; time < 2; time++) {
      expect(await leadsTo(path)).toEqual(to(location));
      expect(await leadsTo(`${path}?utm_source=mail&near=83702`)).toEqual(
        to(`${location}?utm_source=mail&near=83702`),
      );
      expect(await leadsTo(path, { method: 'HEAD' })).toEqual(to(location));
      const conditional = { headers: { 'if-none-match': '*', 'accept-encoding': 'br' } };
      expect(await leadsTo(path, conditional)).toEqual(to(location));
    }
    expect((await ask(path)).headers['content-length']).toBe('0');
    const questions = cms.asked.filter(({ url }) => /\/(pages|workshops|partners)\/(summer|old)$/.test(url));
    expect(questions).toHaveLength(1);
  });

  it('of the home page leads to "/"', async () => {
    cms.move('/api/pages/welcome', 'deep-dive');
    expect(await leadsTo('/welcome?x=1')).toEqual(to('/?x=1'));
  });

  it('is the page’s own again, somebody else’s, or nobody’s, as soon as the site hears of it', async () => {
    expect(await leadsTo('/summer')).toEqual(to('/summer-2027'));
    cms.move('/api/pages/summer', 'summer-2028');
    await invalidate('page', 'page:1');
    expect(await leadsTo('/summer')).toEqual(to('/summer-2028'));
    cms.set('/api/pages/summer', pageNamed('summer', 'Another summer'));
    await invalidate('page', 'page:2');
    expect((await ask('/summer')).text).toContain('Another summer');
    cms.move('/api/pages/summer', 'summer-2029');
    await invalidate('page', 'page:2');
    expect(await leadsTo('/summer')).toEqual(to('/summer-2029'));
  });

  it('of a page shown before leads on once it has moved', async () => {
    expect((await ask('/deep-dive')).status).toBe(200);
    cms.set('/api/pages/deeper', pageNamed('deeper', 'Deeper'));
    cms.move('/api/pages/deep-dive', 'deeper');
    cms.set('/api/site', { ...siteBody, homePage: null }, 'site,page');
    await invalidate('page', 'page:1');
    expect(await leadsTo('/deep-dive')).toEqual(to('/deeper'));
  });

  it('never leads "/" to itself, whatever the home page’s name in a menu grown old', async () => {
    cms.set('/api/pages/deeper', pageNamed('deeper', 'Deeper'));
    cms.move('/api/pages/deep-dive', 'deeper');
    expect(await leadsTo('/')).toEqual(to('/deeper'));
  });

  it('is told to the browser’s own questions', async () => {
    const { status, text } = await ask('/api/pages/summer');
    expect([status, JSON.parse(text).error.details]).toEqual([404, { movedTo: 'summer-2027' }]);
  });
});

describe('an address with capital letters', () => {
  beforeEach(() => {
    const rest = { logo: null, about: null, territory: [], discounts: [], groupPrices: [] };
    cms.set('/api/partners/idaho-partner', { ...workshop.contact, ...rest });
    cms.set('/api/pages/summer-2027', pageNamed('summer-2027', 'Summer'));
    cms.move('/api/pages/summer', 'summer-2027');
  });

  it.each([
    ['/Deep-Dive', '/deep-dive'],
    ['/DEEP-DIVE', '/deep-dive'],
    ['/Workshops', '/workshops'],
    ['/Workshops/Boise-2027-03-06', `/workshops/${workshop.slug}`],
    ['/workshops/BOISE-2027-03-06', `/workshops/${workshop.slug}`],
    ['/workshops/BOISE-2027-03-06.ics', `/workshops/${workshop.slug}.ics`],
    ['/workshops/Boise-2027-03-06.SVG', `/workshops/${workshop.slug}.svg`],
    ['/workshops.ICS', '/workshops.ics'],
    ['/partners/Idaho-Partner', '/partners/idaho-partner'],
    ['/PARTNERS/idaho-partner', '/partners/idaho-partner'],
    ['/Embed/Workshops', '/embed/workshops'],
  ])('%s leads to %s, query and all', async (path, location) => {
    expect(await leadsTo(path)).toEqual(to(location));
    expect(await leadsTo(`${path}?Near=Boise&x=Y`)).toEqual(to(`${location}?Near=Boise&x=Y`));
    expect(await leadsTo(path, { method: 'HEAD' })).toEqual(to(location));
    expect((await ask(location)).status).toBe(200);
  });

  it('leads at once to where the lower-case one has moved', async () => {
    expect(await leadsTo('/Summer?x=1')).toEqual(to('/summer-2027?x=1'));
  });

  it('is a page’s own where one has it', async () => {
    cms.set('/api/pages/Summer', pageNamed('Summer', 'Capital summer'));
    expect((await ask('/Summer')).text).toContain('Capital summer');
  });

  it.each(['/Nothing', '/workshops/Nothing', '/Nowhere/At/All', '/%C3%89t%C3%A9'])(
    '%s leads nowhere when nothing is there in lower case either',
    async (path) => {
      expect((await ask(path)).status).toBe(404);
    },
  );

  it('stays nobody’s among the addresses for programs', async () => {
    expect((await ask('/api/pages/Deep-Dive')).status).toBe(404);
    expect((await ask('/API/site')).status).toBe(404);
  });
});
