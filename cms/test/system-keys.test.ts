import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningCms, startCms } from './cms';
import { databases } from './databases';
import {
  documents,
  FIGURE,
  type Fields,
  makePartner,
  PAGE,
  PARTNER,
  type Person,
  publishWorkshop,
  SITE,
  seattle,
  signIn,
  WORKSHOP,
} from './stories';

const SCHOLARSHIP = 'api::scholarship.scholarship';
const PRICING = 'api::pricing.pricing';

const KEYS = [
  'documentId',
  'id',
  'locale',
  'localizations',
  'publishedAt',
  'createdBy',
  'updatedBy',
  'createdAt',
  'updatedAt',
  'status',
];

interface Kind {
  uid: string;
  /** The field whose change shows that the rest was saved. */
  text: string;
  entry: (text: string) => Fields;
}

let count = 0;
const KINDS: Kind[] = [
  { uid: PAGE, text: 'title', entry: (title) => ({ title, slug: `page-${++count}`, sections: [] }) },
  {
    uid: FIGURE,
    text: 'wordingWithout',
    entry: (wordingWithout) => ({ key: `key-${++count}`, phrase: 'over {value} schools', wordingWithout }),
  },
  {
    uid: PARTNER,
    text: 'contactName',
    entry: (contactName) => ({ name: `Partner ${++count}`, slug: `partner-${count}`, contactName }),
  },
  {
    uid: SCHOLARSHIP,
    text: 'sponsor',
    entry: (sponsor) => ({
      name: 'A scholarship',
      sponsor,
      eligibility: 'All',
      national: true,
      coverage: 'full',
      howToApply: 'Write to us',
    }),
  },
];

describe.each(databases)('system keys in a body, on %s', (database) => {
  let cms: RunningCms;
  let pat: Person;
  let maya: Person;
  let own: string;
  let ownWorkshop: string;
  let othersWorkshop: string;

  const rows = (uid: string): Promise<(Fields & { documentId: string })[]> =>
    cms.strapi.db.query(uid as typeof WORKSHOP).findMany({
      where: uid === PARTNER ? {} : { publishedAt: null },
      orderBy: { id: 'asc' },
      populate: ['createdBy'],
    }) as never;
  const workshopsOf = (partner: string): Promise<number> =>
    cms.strapi.db.query(WORKSHOP).count({ where: { partner: { documentId: partner } } });
  const addresses = async (uid: string) =>
    (await rows(uid)).map(({ id, documentId, createdAt }) => ({
      id,
      documentId,
      createdAt: new Date(createdAt as string).toISOString(),
    }));
  /** What somebody might put there: nothing, nonsense, and the address of another's workshop. */
  const values = async (): Promise<unknown[]> => {
    const other = (await rows(WORKSHOP)).find(({ documentId }) => documentId === othersWorkshop);
    return [
      othersWorkshop,
      other?.id,
      null,
      '',
      '../x',
      {},
      [],
      [null],
      { id: 1, set: [{ id: 1 }] },
      true,
      '2001-01-01T00:00:00.000Z',
    ];
  };

  beforeAll(async () => {
    cms = await startCms({ database });
    pat = await signIn(cms, 'pat@partner.test', 'regional-partner');
    maya = await signIn(cms, 'maya@marketing.test', 'marketing');
    own = await makePartner(cms, 'Own Partner', { admins: [pat.id] });
    const other = await makePartner(cms, 'Other Partner');
    ownWorkshop = await publishWorkshop(cms, seattle(own, { title: 'Ours' }));
    othersWorkshop = await publishWorkshop(cms, seattle(other, { title: 'Theirs' }));
  });
  afterAll(() => cms?.stop());

  it('are dropped when a partner saves a workshop, and the rest is saved', async () => {
    const before = await addresses(WORKSHOP);
    const wrong: unknown[] = [];
    for (const key of KEYS)
      for (const value of await values()) {
        const notes = `Notes ${++count}`;
        const { status } = await pat.ask(
          `/content-manager/collection-types/${WORKSHOP}/${ownWorkshop}`,
          { notes, [key]: value },
          'PUT',
        );
        const saved = await documents(cms, WORKSHOP).findOne({ documentId: ownWorkshop });
        if (status !== 200 || saved?.notes !== notes) wrong.push({ key, value, status, saved: saved?.notes });
      }
    expect(wrong).toEqual([]);
    expect(await addresses(WORKSHOP)).toEqual(before);
    expect((await documents(cms, WORKSHOP).findOne({ documentId: othersWorkshop }))?.title).toBe('Theirs');
  });

  it.each(KINDS)('are dropped by every action on $uid', async ({ uid, text, entry }) => {
    const path = `/content-manager/collection-types/${uid}`;
    const [first] = await rows(uid);
    const { documentId } = first ?? (await documents(cms, uid).create({ data: entry('First') }));
    const others = (await values()).slice(0, 6);
    for (const value of others) {
      const keys = Object.fromEntries(KEYS.map((key) => [key, value]));
      const before = await addresses(uid);
      const workshops = await workshopsOf(documentId);
      const words = `Words ${++count}`;

      const updated = await maya.ask(`${path}/${documentId}`, { ...keys, [text]: words }, 'PUT');
      expect({ value, status: updated.status, body: updated.status === 200 || updated.body }).toMatchObject({
        status: 200,
      });
      expect(await addresses(uid)).toEqual(before);
      expect((await documents(cms, uid).findOne({ documentId }))?.[text]).toBe(words);

      const published = await maya.ask(`${path}/${documentId}/actions/publish`, { ...keys, [text]: words });
      expect({ value, published: published.status < 500 }).toEqual({ value, published: true });
      expect(await addresses(uid)).toEqual(before);

      const created = await maya.ask(path, { ...entry(words), ...keys });
      expect({ value, status: created.status, body: created.status === 201 || created.body }).toMatchObject({
        status: 201,
      });
      const { key: _, slug: __, name: ___, ...copied } = entry(words);
      const cloned = await maya.ask(`${path}/clone/${documentId}`, { ...entry(words), ...copied, ...keys });
      expect(await workshopsOf(documentId)).toBe(workshops);
      expect({ value, status: cloned.status, body: cloned.status === 200 || cloned.body }).toMatchObject({
        status: 200,
      });
      const auto = await maya.ask(`${path}/auto-clone/${documentId}`, keys);
      expect([200, 400]).toContain(auto.status);

      const made = (await rows(uid)).slice(before.length);
      expect(made).toHaveLength(auto.status === 200 ? 3 : 2);
      expect(await addresses(uid)).toEqual([...before, ...(await addresses(uid)).slice(before.length)]);
      for (const row of made) {
        expect(row.documentId).toMatch(/^[a-z0-9]{24}$/);
        expect((row.createdBy as Fields).id).toBe(maya.id);
        expect(new Date(row.createdAt as string).getFullYear()).toBeGreaterThan(2020);
      }
      for (const row of made) await documents(cms, uid).delete({ documentId: row.documentId });
    }
  });

  it.each([
    { uid: SITE, text: 'footerText' },
    { uid: PRICING, text: 'statement' },
  ])('are dropped from $uid, of which there is one', async ({ uid, text }) => {
    const before = await addresses(uid);
    for (const value of await values()) {
      const keys = Object.fromEntries(KEYS.map((key) => [key, value]));
      const words = `Words ${++count}`;
      const path = `/content-manager/single-types/${uid}`;
      expect({ value, status: (await maya.ask(path, { ...keys, [text]: words }, 'PUT')).status }).toEqual({
        value,
        status: 200,
      });
      expect((await maya.ask(`${path}/actions/publish`, { ...keys, [text]: words })).status).toBe(200);
      expect(await addresses(uid)).toEqual(before);
      expect((await documents(cms, uid).findFirst({}))?.[text]).toBe(words);
    }
  });

  it('are dropped below, too, where our own code saves; components keep their ids', async () => {
    const stored = await documents(cms, WORKSHOP).findOne({ documentId: ownWorkshop, populate: ['venue'] });
    const venue = stored?.venue as Fields;
    const before = await addresses(WORKSHOP);
    await documents(cms, WORKSHOP).update({
      documentId: ownWorkshop,
      data: {
        documentId: othersWorkshop,
        id: 1,
        publishedAt: '2001-01-01',
        venue: { ...venue, name: 'Branch Library' },
      },
    });
    expect(await addresses(WORKSHOP)).toEqual(before);
    const saved = await documents(cms, WORKSHOP).findOne({ documentId: ownWorkshop, populate: ['venue'] });
    expect(saved?.venue).toMatchObject({ id: venue.id, name: 'Branch Library' });
  });
});
