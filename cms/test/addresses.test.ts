import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningCms, startCms } from './cms';
import { onEachDatabase } from './databases';
import {
  documents,
  type Fields,
  makePartner,
  PAGE,
  PARTNER,
  type Person,
  publishWorkshop,
  seattle,
  signIn,
  WORKSHOP,
} from './stories';

onEachDatabase('old addresses', (database) => {
  let cms: RunningCms;
  let maya: Person;
  let partner: string;

  beforeAll(async () => {
    cms = await startCms({ database });
    maya = await signIn(cms, 'maya@marketing.test', 'marketing');
    partner = await makePartner(cms, 'Puget Codes');
  });
  afterAll(() => cms?.stop());

  /** What an address answers: its title, where it moved ("→ slug"), or its status. */
  async function at(address: string): Promise<string | number> {
    const response = await cms.get(`/api/${address}`);
    const body = (await response.json()) as Fields;
    if (response.status === 200) return String(body.title ?? body.name);
    if (response.status !== 404) return response.status;
    const { error } = body as { error: { name: string; status: number; details: { movedTo?: string } } };
    expect(body).toMatchObject({ data: null, error: { name: 'NotFoundError', status: 404 } });
    expect(response.headers.get('cache-control')).toBe('no-cache');
    return error.details.movedTo === undefined ? 404 : `→ ${error.details.movedTo}`;
  }
  const page = (slug: string) => at(`pages/${slug}`);
  const makePage = async (title: string, slug: string): Promise<string> =>
    (await documents(cms, PAGE).create({ data: { title, slug, sections: [] }, status: 'published' }))
      .documentId;
  async function move(documentId: string, slug: string): Promise<void> {
    await documents(cms, PAGE).update({ documentId, data: { slug } });
    await documents(cms, PAGE).publish({ documentId });
  }

  describe('of a page', () => {
    it('leads to the new one as soon as that is published, and not before', async () => {
      const documentId = await makePage('Summer', 'summer');
      await documents(cms, PAGE).update({ documentId, data: { slug: 'summer-2027' } });
      expect([await page('summer'), await page('summer-2027')]).toEqual(['Summer', 404]);
      await documents(cms, PAGE).publish({ documentId });
      expect([await page('summer'), await page('summer-2027')]).toEqual(['→ summer-2027', 'Summer']);
      const { headers } = await cms.get('/api/pages/summer');
      expect(headers.get('cache-tag')?.split(',')).toContain('page');
    });

    it('is kept whichever door the change came through', async () => {
      const documentId = await makePage('Doors', 'door-1');
      const path = `/content-manager/collection-types/${PAGE}`;
      await maya.ask(`${path}/${documentId}`, { slug: 'door-2' }, 'PUT');
      await maya.ask(`${path}/${documentId}/actions/publish`, {});
      expect(await page('door-1')).toBe('→ door-2');
      const form = { title: 'Doors', slug: 'door-3', sections: [] };
      await maya.ask(`${path}/${documentId}/actions/publish`, form);
      expect(await page('door-2')).toBe('→ door-3');
      await maya.ask(`${path}/${documentId}`, { slug: 'door-4' }, 'PUT');
      await maya.ask(`${path}/actions/bulkPublish`, { documentIds: [documentId] });
      expect(await page('door-3')).toBe('→ door-4');
      await documents(cms, PAGE).update({ documentId, data: { slug: 'door-5' }, status: 'published' });
      expect([await page('door-1'), await page('door-4')]).toEqual(['→ door-5', '→ door-5']);
    });

    it('leads straight to the newest of several, and nowhere when it is the page’s own again', async () => {
      const documentId = await makePage('Chain', 'link-a');
      await move(documentId, 'link-b');
      await move(documentId, 'link-c');
      expect([await page('link-a'), await page('link-b')]).toEqual(['→ link-c', '→ link-c']);
      await move(documentId, 'link-a');
      expect([await page('link-a'), await page('link-b'), await page('link-c')]).toEqual([
        'Chain',
        '→ link-a',
        '→ link-a',
      ]);
    });

    it('belongs to whoever takes it anew, for good', async () => {
      const first = await makePage('First', 'wanted');
      await move(first, 'first');
      const second = await makePage('Second', 'wanted');
      expect(await page('wanted')).toBe('Second');
      await move(second, 'second');
      expect([await page('wanted'), await page('first')]).toEqual(['→ second', 'First']);
      await documents(cms, PAGE).delete({ documentId: second });
      expect([await page('wanted'), await page('second')]).toEqual([404, 404]);
    });

    it('can be swapped for another’s', async () => {
      const left = await makePage('Left', 'left');
      const right = await makePage('Right', 'right');
      await move(left, 'aside');
      await move(right, 'left');
      await move(left, 'right');
      expect([await page('left'), await page('right'), await page('aside')]).toEqual([
        'Right',
        'Left',
        '→ right',
      ]);
    });

    it('tells nothing while the page is no longer published, and comes back with it', async () => {
      const documentId = await makePage('Tide', 'ebb');
      await move(documentId, 'flood');
      await documents(cms, PAGE).unpublish({ documentId });
      expect([await page('ebb'), await page('flood')]).toEqual([404, 404]);
      await documents(cms, PAGE).publish({ documentId });
      expect([await page('ebb'), await page('flood')]).toEqual(['→ flood', 'Tide']);
      await documents(cms, PAGE).unpublish({ documentId });
      await move(documentId, 'slack');
      expect([await page('ebb'), await page('flood')]).toEqual(['→ slack', '→ slack']);
      await documents(cms, PAGE).delete({ documentId });
      expect([await page('ebb'), await page('flood'), await page('slack')]).toEqual([404, 404, 404]);
    });

    it('is not lost when publishing is refused', async () => {
      const documentId = await makePage('Refused', 'refused');
      await documents(cms, PAGE).update({ documentId, data: { slug: 'workshops' } });
      await expect(documents(cms, PAGE).publish({ documentId })).rejects.toThrow('another part of the site');
      expect(await page('refused')).toBe('Refused');
    });

    it('is what a simple model says, whatever is renamed, published, withdrawn and deleted in whatever order', async () => {
      const SLUGS = ['any-a', 'any-b', 'any-c', 'any-d'];
      const step = fc.record({
        action: fc.constantFrom('move', 'move', 'move', 'move', 'unpublish', 'delete'),
        page: fc.nat({ max: 2 }),
        slug: fc.constantFrom(...SLUGS),
      });
      const [steps = []] = fc.sample(fc.array(step, { minLength: 40, maxLength: 40 }), {
        numRuns: 1,
        seed: 7,
      });
      const ids: (string | undefined)[] = [];
      const published = new Map<string, string>();
      const old = new Map<string, string>();
      for (const { action, page: number, slug } of steps) {
        const id = ids[number];
        const before = id && published.get(id);
        const owner = [...published].find(([, taken]) => taken === slug)?.[0];
        if (action === 'move') {
          if (owner && owner !== id) continue;
          const moved = id ?? (await makePage(`Page ${number}`, slug));
          if (id) await move(id, slug);
          ids[number] = moved;
          if (before && before !== slug) old.set(before, moved);
          old.delete(slug);
          published.set(moved, slug);
        } else if (id) {
          if (action === 'unpublish') await documents(cms, PAGE).unpublish({ documentId: id });
          else await documents(cms, PAGE).delete({ documentId: id });
          if (before) old.set(before, id);
          published.delete(id);
          if (action === 'delete') {
            for (const [address, document] of old) if (document === id) old.delete(address);
            ids[number] = undefined;
          }
        }
        const expected = SLUGS.map((address) => {
          const holder = [...published].find(([, taken]) => taken === address)?.[0];
          if (holder) return `Page ${ids.indexOf(holder)}`;
          const target = published.get(old.get(address) ?? '');
          return target ? `→ ${target}` : 404;
        });
        expect(await Promise.all(SLUGS.map(page))).toEqual(expected);
      }
    });
  });

  it('of a workshop leads to the new one, unless visitors can’t see that', async () => {
    const documentId = await publishWorkshop(cms, seattle(partner, { slug: 'in-spring' }));
    const workshop = (slug: string) => at(`workshops/${slug}`);
    await documents(cms, WORKSHOP).update({ documentId, data: { slug: 'in-april' } });
    expect(await workshop('in-april')).toBe(404);
    await documents(cms, WORKSHOP).publish({ documentId });
    expect([await workshop('in-spring'), await workshop('in-april')]).toEqual([
      '→ in-april',
      'Deep Dive in Seattle',
    ]);
    await documents(cms, WORKSHOP).update({
      documentId,
      data: { visibility: 'hidden' },
      status: 'published',
    });
    expect([await workshop('in-spring'), await workshop('in-april')]).toEqual([404, 404]);
    await documents(cms, WORKSHOP).update({
      documentId,
      data: { visibility: 'private' },
      status: 'published',
    });
    expect(await workshop('in-spring')).toBe('→ in-april');
    await publishWorkshop(cms, seattle(partner, { title: 'Another', slug: 'in-spring' }));
    expect(await workshop('in-spring')).toBe('Another');
  });

  it('of a Regional Partner leads to the new one when it is saved, and searches by it go on', async () => {
    const documentId = await makePartner(cms, 'Old Name');
    await publishWorkshop(cms, seattle(documentId, { title: 'Theirs' }));
    await documents(cms, PARTNER).update({ documentId, data: { slug: 'new-name' } });
    expect([await at('partners/old-name'), await at('partners/new-name')]).toEqual([
      '→ new-name',
      'Old Name',
    ]);
    const total = async (path: string) => ((await (await cms.get(path)).json()) as { total: number }).total;
    expect(await total('/api/workshops?partner=old-name')).toBe(1);
    expect(await total('/api/workshop-feed?partner=old-name')).toBe(1);
    expect(await total('/api/workshops?partner=no-name')).toBe(0);
    const newcomer = await makePartner(cms, 'Newcomer', { slug: 'old-name' });
    expect([await at('partners/old-name'), await total('/api/workshops?partner=old-name')]).toEqual([
      'Newcomer',
      0,
    ]);
    await documents(cms, PARTNER).delete({ documentId: newcomer });
    expect(await at('partners/old-name')).toBe(404);
  });

  it('that nobody ever had, or that is none, is simply not found', async () => {
    for (const slug of ['never', 'a%2Fb', '..%2f', '%00']) expect([404, 400]).toContain(await page(slug));
  });

  describe('a new address', () => {
    const create = (data: Fields) => documents(cms, PAGE).create({ data });

    it('is made of the title, with a number when it is taken, was somebody’s, or is the site’s', async () => {
      expect((await create({ title: 'What’s new: Été à Denver!' })).slug).toBe('whats-new-ete-a-denver');
      expect((await create({ title: 'What’s new: Été à Denver!' })).slug).toBe('whats-new-ete-a-denver-2');
      expect((await create({ title: 'Workshops' })).slug).toBe('workshops-2');
      expect((await create({ title: '工作坊' })).slug).toBe('page');
      const documentId = await makePage('Harvest', 'harvest');
      await move(documentId, 'harvest-2027');
      expect((await create({ title: 'Harvest' })).slug).toBe('harvest-2');
      expect(String((await create({ title: `${'Very '.repeat(23)}long` })).slug).length).toBeLessThanOrEqual(
        80,
      );
    });

    it('follows the title until somebody edits it, and not once visitors have seen it', async () => {
      const update = (documentId: string, data: Fields) => documents(cms, PAGE).update({ documentId, data });
      const { documentId } = await create({ title: 'Alpha' });
      expect((await update(documentId, { title: 'Beta' })).slug).toBe('beta');
      // As the form sends it: with the address it shows.
      expect((await update(documentId, { title: 'Gamma', slug: 'beta' })).slug).toBe('gamma');
      expect((await update(documentId, { slug: 'my-own' })).slug).toBe('my-own');
      expect((await update(documentId, { title: 'Delta' })).slug).toBe('my-own');

      const seen = (await create({ title: 'Seen' })).documentId;
      await documents(cms, PAGE).publish({ documentId: seen });
      expect((await update(seen, { title: 'Unseen' })).slug).toBe('seen');
      await documents(cms, PAGE).unpublish({ documentId: seen });
      expect((await update(seen, { title: 'Forgotten' })).slug).toBe('seen');
    });

    it('is another’s own when a page is duplicated', async () => {
      const { documentId } = await create({ title: 'Original', slug: 'hand-made' });
      const { entries } = await documents(cms, PAGE).clone({ documentId, data: {} });
      expect(entries[0]?.slug).toBe('hand-made-2');
    });

    it('of a partner is made of its name, and stays', async () => {
      const made = await documents(cms, PARTNER).create({ data: { name: 'Río Grande Teachers' } });
      expect(made.slug).toBe('rio-grande-teachers');
      const { documentId } = made;
      const renamed = await documents(cms, PARTNER).update({ documentId, data: { name: 'Rio Teachers' } });
      expect(renamed.slug).toBe('rio-grande-teachers');
    });
  });
});
