import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { type RunningCms, startCms } from './cms';
import { onEachDatabase } from './databases';
import {
  documents,
  FIGURE,
  type Fields,
  makePartner,
  PAGE,
  type Person,
  seattle,
  signIn,
  WORKSHOP,
} from './stories';

onEachDatabase('the site hears what changed', (database) => {
  let cms: RunningCms;
  let maya: Person;
  let web: Server;
  let heard: { tags: string[]; authorization: string | undefined; stored: boolean }[] = [];
  let watched = '';

  /** Whether the change can be seen from outside the transaction that made it. */
  const isStored = async (): Promise<boolean> =>
    watched !== '' && (await cms.get(`/api/workshops/${watched}`)).status === 200;

  beforeAll(async () => {
    web = createServer(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += chunk;
      heard.push({
        tags: JSON.parse(body).tags,
        authorization: request.headers.authorization,
        stored: await isStored(),
      });
      response.writeHead(204).end();
    });
    await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(web.address() as AddressInfo).port}`;
    cms = await startCms({ database, env: { WEB_URLS: url } });
    maya = await signIn(cms, 'maya@marketing.test', 'marketing');
  });
  afterAll(async () => {
    await cms?.stop();
    web.close();
    web.closeAllConnections();
  });
  beforeEach(() => {
    heard = [];
    watched = '';
  });
  const tags = () => heard.map((message) => message.tags);

  it('of a publication made in the admin, before it is answered and after it is stored', async () => {
    const partner = await makePartner(cms, 'Puget Codes');
    await vi.waitFor(() => expect(tags().flat()).toContain(`regional-partner:${partner}`));
    heard = [];
    watched = 'watched-workshop';
    const { documentId } = await documents(cms, WORKSHOP).create({
      data: seattle(partner, { slug: watched }),
    });
    const path = `/content-manager/collection-types/${WORKSHOP}/${documentId}`;
    expect((await maya.ask(path, { notes: 'A draft' }, 'PUT')).status).toBe(200);
    expect(heard).toEqual([]);
    expect((await maya.ask(`${path}/actions/publish`, {})).status).toBe(200);
    expect(heard).toEqual([
      {
        tags: ['workshop', `workshop:${documentId}`],
        authorization: `Bearer ${process.env.INVALIDATION_SECRET}`,
        stored: true,
      },
    ]);
    heard = [];
    await maya.ask(`${path}/actions/unpublish`, {});
    expect(tags()).toEqual([['workshop', `workshop:${documentId}`]]);
  });

  it('of several at once, in one message', async () => {
    const figures = await Promise.all(
      ['one', 'two'].map((key) =>
        documents(cms, FIGURE).create({ data: { key, phrase: '{value}', wordingWithout: key } }),
      ),
    );
    const documentIds = figures.map(({ documentId }) => documentId);
    await maya.ask(`/content-manager/collection-types/${FIGURE}/actions/bulkPublish`, { documentIds });
    expect(heard).toHaveLength(1);
    expect(new Set(tags()[0])).toEqual(new Set(['figure', ...documentIds.map((id) => `figure:${id}`)]));
  });

  it('of an entry whose links came back with a page', async () => {
    const page = async (slug: string, sections: Fields[]): Promise<string> =>
      (await documents(cms, PAGE).create({ data: { title: slug, slug, sections }, status: 'published' }))
        .documentId;
    const target = await page('target', []);
    const action = { label: 'Go', page: target };
    const leading = await page('leading', [{ __component: 'sections.banner', text: 'T', action }]);
    await documents(cms, PAGE).unpublish({ documentId: target });
    await vi.waitFor(() => expect(tags().flat()).toContain(`page:${leading}`));
    heard = [];
    await maya.ask(`/content-manager/collection-types/${PAGE}/${target}/actions/publish`, {});
    expect(new Set(tags().flat())).toEqual(new Set(['page', `page:${target}`, `page:${leading}`]));
  });

  it('of nothing when publishing is refused, or only rehearsed', async () => {
    const { documentId } = await documents(cms, FIGURE).create({
      data: { key: 'bad', phrase: 'no number', wordingWithout: 'none' },
    });
    const path = `/content-manager/collection-types/${FIGURE}/${documentId}/actions/publish`;
    expect((await maya.ask(path, {})).status).toBe(400);
    const whole = { phrase: 'over {value} educators' };
    expect((await maya.ask(`${path}?rehearse=true`, whole)).status).toBe(200);
    expect(heard).toEqual([]);
  });

  it('of a section whose time has come, by itself', async () => {
    const soon = Date.now() + 4_000;
    const { documentId } = await documents(cms, PAGE).create({
      data: {
        title: 'By itself',
        slug: 'by-itself',
        sections: [
          {
            __component: 'sections.callout',
            visible: true,
            showFrom: new Date(soon).toISOString(),
            text: 'Sign up opens today.',
            action: { label: 'Sign up', url: '/workshops' },
          },
        ],
      },
      status: 'published',
    });
    const words = async (): Promise<string> => (await cms.get('/api/pages/by-itself')).text();
    const before = await words();
    expect(Date.now() < soon && before.includes('Sign up opens today.')).toBe(false);
    await vi.waitFor(() => expect(tags().flat()).toContain(`page:${documentId}`));
    heard = [];
    await vi.waitFor(() => expect(tags()).toContainEqual(['page', `page:${documentId}`]), 10_000);
    expect(await words()).toContain('Sign up opens today.');
  });
});
