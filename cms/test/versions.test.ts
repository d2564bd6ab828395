import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentOf, VERSIONED } from '../src/rules/versions/content';
import type { History, Recent } from '../src/rules/versions/history';
import { OPEN_FOR } from '../src/rules/versions/presence';
import { populateFor } from '../src/schema/populate';
import { modelsOf } from '../src/strapi/documents';
import {
  ALWAYS_KEPT,
  type DocumentName,
  forgetOldVersions,
  heldAt,
  KEPT_FOR,
  standing,
  versionsOf,
} from '../src/versions/store';
import { type RunningCms, startCms } from './cms';
import { onEachDatabase } from './databases';
import {
  documents,
  FIGURE,
  type Fields,
  figure,
  makePartner,
  ownRole,
  PAGE,
  PARTNER,
  type Person,
  SITE,
  seattle,
  sendInquiry,
  session,
  signIn,
  stranger,
  WORKSHOP,
} from './stories';

const paragraph = (text: string): Fields[] => [{ type: 'paragraph', children: [{ type: 'text', text }] }];

/** Where the admin's API has an entry of a list. */
const pathOf = ({ uid, documentId }: DocumentName): string =>
  `/content-manager/collection-types/${uid}/${documentId}`;

onEachDatabase('every version is kept', (database) => {
  let cms: RunningCms;
  let maya: Person;
  beforeAll(async () => {
    cms = await startCms({ database });
    maya = await signIn(cms, 'maya@marketing.test', 'marketing');
  });
  afterAll(() => cms?.stop());

  /** What was done to a document, the first first. */
  const actions = async (document: DocumentName): Promise<string[]> =>
    (await versionsOf(cms.strapi, document, { most: 1000 })).map(({ action }) => action).reverse();

  const make = async (uid: string, data: Fields): Promise<DocumentName> => ({
    uid,
    documentId: (await documents(cms, uid).create({ data })).documentId,
  });

  const bulk = (uid: string, action: string, made: DocumentName[]) =>
    maya.ask(`/content-manager/collection-types/${uid}/actions/${action}`, {
      documentIds: made.map(({ documentId }) => documentId),
    });

  it('of what is done in the admin, with who did it; one that says nothing new is none', async () => {
    const { body } = await maya.ask(`/content-manager/collection-types/${FIGURE}`, figure('first'));
    const made = { uid: FIGURE, documentId: String((body.data as Fields).documentId) };
    const path = pathOf(made);
    await maya.ask(path, figure('first', { value: '12' }), 'PUT');
    await maya.ask(path, figure('first', { value: '12' }), 'PUT');
    expect((await maya.ask(`${path}/actions/publish`, figure('first', { value: '12' }))).status).toBe(200);
    await maya.ask(`${path}/actions/publish`, figure('first', { value: '13' }));
    await maya.ask(path, figure('first', { value: '14' }), 'PUT');
    await maya.ask(`${path}/actions/discard`, {});
    await maya.ask(`${path}/actions/unpublish`, {});
    await maya.ask(path, undefined, 'DELETE');
    expect(await actions(made)).toEqual([
      'created',
      'saved',
      'published',
      'saved',
      'published',
      'saved',
      'discarded',
      'unpublished',
      'deleted',
    ]);
    const values = [];
    for (let number = 1; number <= 9; number++)
      values.push((await heldAt(cms.strapi, made, number))?.content.value);
    expect(values).toEqual([undefined, '12', '12', '13', '13', '14', '13', '13', '13']);
    for (const version of await versionsOf(cms.strapi, made, { most: 9 }))
      expect(version).toMatchObject({ admin: maya.id, name: 'Some One', source: 'admin' });
  });

  it('of what programs write, with which it was', async () => {
    const page = await documents(cms, PAGE).findFirst({ filters: { slug: 'deep-dive' } });
    const [first] = (
      await versionsOf(cms.strapi, { uid: PAGE, documentId: page?.documentId ?? '' }, { most: 1000 })
    ).reverse();
    expect(first).toMatchObject({ action: 'created', admin: null, name: '', source: 'seed' });
    const [ours] = await versionsOf(cms.strapi, await make(FIGURE, figure('ours')), { most: 1 });
    expect(ours).toMatchObject({ admin: null, name: '', source: 'program' });
  });

  it('of several published, unpublished and deleted at once, and of a copy', async () => {
    const made = [await make(FIGURE, figure('one')), await make(FIGURE, figure('two'))];
    await bulk(FIGURE, 'bulkPublish', made);
    await bulk(FIGURE, 'bulkUnpublish', made);
    await bulk(FIGURE, 'bulkDelete', made);
    for (const each of made)
      expect(await actions(each)).toEqual(['created', 'published', 'unpublished', 'deleted']);

    const original = await make(FIGURE, figure('original'));
    const { entries } = await documents(cms, FIGURE).clone({
      documentId: original.documentId,
      data: { key: 'copied' },
    });
    const copy = { uid: FIGURE, documentId: entries[0]?.documentId ?? '' };
    expect(await actions(copy)).toEqual(['copied']);
    expect((await heldAt(cms.strapi, copy))?.content).toMatchObject(figure('copied'));
  });

  it('of a workshop’s copy once, though its dates are taken out after it was made', async () => {
    const partner = await makePartner(cms, 'Partner With A Copy');
    const { documentId } = await make(WORKSHOP, seattle(partner));
    const { entries } = await documents(cms, WORKSHOP).clone({ documentId, data: { title: 'Again' } });
    const copy = { uid: WORKSHOP, documentId: entries[0]?.documentId ?? '' };
    expect(await actions(copy)).toEqual(['copied']);
    const { content } = (await heldAt(cms.strapi, copy)) ?? {};
    expect(content).toMatchObject({ title: 'Again' });
    expect(content).not.toHaveProperty('sessions');
  });

  it('of what is made and published in one go, and of what is public when it is saved', async () => {
    const partner = await makePartner(cms, 'Cascade Codes', { about: 'First' });
    const { documentId } = await documents(cms, WORKSHOP).create({
      data: seattle(partner),
      status: 'published',
    });
    expect(await actions({ uid: WORKSHOP, documentId })).toEqual(['created', 'published']);
    const { content } = (await heldAt(cms.strapi, { uid: WORKSHOP, documentId })) ?? { content: {} };
    expect(content).toMatchObject({
      partner: { documentId: partner, name: 'Cascade Codes' },
      venue: { zip: '98101' },
    });
    expect(Object.keys(content)).not.toContain('wasPublished');
    expect(Object.keys(content)).not.toContain('startsAt');

    const of = { uid: PARTNER, documentId: partner };
    const admins = { admins: [maya.id] };
    await documents(cms, PARTNER).update({ documentId: partner, data: { about: 'Second', ...admins } });
    await documents(cms, PARTNER).update({ documentId: partner, data: { admins: [] } });
    expect(await actions(of)).toEqual(['created', 'saved']);
    expect(JSON.stringify(await heldAt(cms.strapi, of))).not.toContain('admins');
  });

  it('as Strapi’s own reading has it: sections, what is in them, links and files', async () => {
    const partner = await makePartner(cms, 'Whole Codes', {
      groupPrices: [
        { minimumPeople: 5, pricePerPerson: 250.5 },
        { minimumPeople: 10, pricePerPerson: 200 },
      ],
      territory: [{ state: 'OR' }],
    });
    await make(WORKSHOP, seattle(partner, { sessions: [session(12), session(10)], capacity: 30 }));
    await make(PARTNER, { name: 'Bare Codes', slug: 'bare-codes' });
    const getModel = modelsOf(cms.strapi);
    let read = 0;
    for (const uid of VERSIONED) {
      const hasDrafts = getModel(uid).options?.draftAndPublish;
      const rows: Fields[] = await cms.strapi.db.query(uid as typeof PAGE).findMany({
        where: hasDrafts ? { publishedAt: null } : {},
        populate: populateFor(uid, getModel),
      });
      for (const row of rows) {
        const now = await standing(cms.strapi, { uid, documentId: String(row.documentId) });
        expect(now?.content).toEqual(contentOf(uid, row, getModel));
        read++;
      }
    }
    expect(read).toBeGreaterThan(8);
  });

  it('of nothing that was refused', async () => {
    const made = await make(FIGURE, figure('refused', { phrase: 'no number' }));
    const { status } = await maya.ask(`${pathOf(made)}/actions/publish`, {
      ...figure('refused', { phrase: 'still none' }),
    });
    expect(status).toBe(400);
    expect(await actions(made)).toEqual(['created']);
    expect((await heldAt(cms.strapi, made))?.content.phrase).toBe('no number');
    const partner = await makePartner(cms, 'Refused Codes');
    const nowhere = seattle(partner, { title: 'Nowhere', venue: { zip: '00000' } });
    expect((await maya.ask(`/content-manager/collection-types/${WORKSHOP}`, nowhere)).status).toBe(400);
    const kept = await cms.strapi.db.connection('versions').where({ uid: WORKSHOP }).select('content');
    expect(kept.filter(({ content }) => String(content).includes('Nowhere'))).toEqual([]);
  });

  it('of what visitors send in, none', async () => {
    await sendInquiry(cms, { purpose: 'other', name: 'Terry', email: 'terry@school.test', message: 'Hello' });
    expect(await cms.strapi.db.connection('visitor_inquiries').select('name')).toEqual([{ name: 'Terry' }]);
    const kept = await cms.strapi.db.connection('versions').select('content');
    expect(kept.filter(({ content }) => /Terry|terry@school/.test(String(content)))).toEqual([]);
  });

  it('of what was there before any were kept, once it changes', async () => {
    const made = await make(FIGURE, figure('older', { value: '1' }));
    await cms.strapi.db.connection('versions').where({ document: made.documentId }).delete();
    await documents(cms, FIGURE).update({ documentId: made.documentId, data: { value: '2' } });
    expect(await actions(made)).toEqual(['found', 'saved']);
    expect((await heldAt(cms.strapi, made, 1))?.content.value).toBe('1');
  });

  it('under a number of its own, also when two save at the same moment', async () => {
    const partner = await makePartner(cms, 'Hurried Codes');
    await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        maya.ask(`/content-manager/collection-types/${PARTNER}/${partner}`, { about: `${index}` }, 'PUT'),
      ),
    );
    const kept = await versionsOf(cms.strapi, { uid: PARTNER, documentId: partner }, { most: 20 });
    expect(kept.map(({ number }) => number)).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1]);
  });

  it('for 400 days, and the last 200 for good; what is left still has its content', async () => {
    const made = await make(FIGURE, figure('pruned', { value: '0' }));
    const now = Date.now();
    const old = now - KEPT_FOR - 1000;
    const rows = Array.from({ length: ALWAYS_KEPT + 20 }, (_, index) => ({
      uid: made.uid,
      document: made.documentId,
      number: index + 2,
      action: 'published',
      source: 'program',
      at: old,
    }));
    for (let from = 0; from < rows.length; from += 50)
      await cms.strapi.db.connection('versions').insert(rows.slice(from, from + 50));
    const young = await make(FIGURE, figure('young'));
    await cms.strapi.db
      .connection('versions')
      .where({ document: made.documentId, number: 100 })
      .update({ content: JSON.stringify({ value: '100' }) });

    // The first was kept a moment ago, and all older ones that are many enough go.
    await cms.strapi.db
      .connection('versions')
      .where({ document: made.documentId, number: 1 })
      .update({ at: old });
    expect(await forgetOldVersions(cms.strapi, now)).toBe(0);
    await cms.strapi.db
      .connection('versions')
      .where({ document: made.documentId, number: 15 })
      .update({ content: JSON.stringify({ value: '15' }) });
    const [once, twice] = await Promise.all([
      forgetOldVersions(cms.strapi, now),
      forgetOldVersions(cms.strapi, now),
    ]);
    expect(once + twice).toBe(14);
    const kept = await versionsOf(cms.strapi, made, { most: 1000 });
    expect(kept.at(-1)?.number).toBe(15);
    expect((await heldAt(cms.strapi, made, 22))?.content.value).toBe('15');
    expect(await actions(young)).toEqual(['created']);
  });

  it('and can be had back, whatever was written since: any sequence, any version', async () => {
    const deadline = Date.now() + 15_000;
    const text = fc.constantFrom('One', 'Two', 'Three', 'Four');
    const section = fc.oneof(
      fc.record({
        __component: fc.constant('sections.hero'),
        heading: text,
        body: text.map(paragraph),
        visible: fc.boolean(),
        note: fc.option(text),
        actions: fc.array(fc.record({ label: text, url: fc.constant('/workshops') }), { maxLength: 2 }),
      }),
      fc.record({ __component: fc.constant('sections.banner'), text, action: fc.constant(null) }),
    );
    const write = fc.oneof(
      { weight: 6, arbitrary: fc.record({ title: text, sections: fc.array(section, { maxLength: 4 }) }) },
      { weight: 1, arbitrary: fc.constantFrom('publish', 'unpublish', 'discard' as const) },
    );
    let restored = 0;
    let slug = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(write, { minLength: 2, maxLength: 8 }), fc.nat(), async (writes, pick) => {
        if (Date.now() > deadline) return;
        const made = await make(PAGE, { title: 'Any', slug: `any-${slug++}` });
        const seen = [];
        for (const each of ['nothing', ...writes]) {
          if (typeof each === 'object') await maya.ask(pathOf(made), each, 'PUT');
          else if (each !== 'nothing') await maya.ask(`${pathOf(made)}/actions/${each}`, {});
          const [last] = await versionsOf(cms.strapi, made, { most: 1 });
          const { content } = (await standing(cms.strapi, made)) ?? {};
          seen.push({ number: last?.number ?? 0, content });
        }
        const { number, content } = seen[pick % seen.length] ?? { number: 0 };
        const { status } = await maya.ask(`/versions/${PAGE}/${made.documentId}/restore`, {
          version: number,
        });
        expect(status).toBe(200);
        expect((await standing(cms.strapi, made))?.content).toEqual(content);
        restored++;
      }),
      { seed: 20270306, numRuns: 30 },
    );
    expect(restored).toBeGreaterThan(3);
  });
});

describe('in the admin', () => {
  let cms: RunningCms;
  let maya: Person;
  let pat: Person;
  beforeAll(async () => {
    cms = await startCms();
    maya = await signIn(cms, 'maya@marketing.test', 'marketing');
    pat = await signIn(cms, 'pat@partner.test', 'regional-partner');
  });
  afterAll(() => cms?.stop());

  describe('who has a form open', () => {
    let riley: Person;
    beforeAll(async () => {
      riley = await signIn(cms, 'riley@partner.test', 'regional-partner');
    });

    const window = (who: Person, name: string) => ({
      opens: async (path: string) => who.ask(path, {}, 'PUT', { 'x-opening': name }),
      closes: (path: string) => who.ask(path, undefined, 'DELETE', { 'x-opening': name }),
    });
    const openPath = async (partner: string): Promise<string> => {
      const { documentId } = await documents(cms, WORKSHOP).create({ data: seattle(partner) });
      return `/versions/${WORKSHOP}/${documentId}/open`;
    };

    it('is told to who opens it as well, until it is closed', async () => {
      const path = await openPath(await makePartner(cms, 'Open Codes', { admins: [riley.id] }));
      const [mayas, rileys] = [window(maya, 'maya'), window(riley, 'riley')];
      expect((await mayas.opens(path)).body).toEqual({ names: [], own: false });
      expect((await rileys.opens(path)).body).toEqual({ names: ['Some One'], own: false });
      expect((await window(maya, 'maya-2').opens(path)).body).toEqual({ names: ['Some One'], own: true });
      await rileys.closes(path);
      expect((await mayas.opens(path)).body).toEqual({ names: [], own: true });
    });

    it('counts no more once its window has said nothing for a while', async () => {
      const path = await openPath(await makePartner(cms, 'Gone Codes'));
      await window(maya, 'gone').opens(path);
      await cms.strapi.db
        .connection('openings')
        .where({ opening: 'gone' })
        .update({ at: Date.now() - OPEN_FOR - 1 });
      expect((await window(maya, 'here').opens(path)).body).toEqual({ names: [], own: false });
    });

    it('is no partner’s business of another’s workshop, and nobody’s without naming the window', async () => {
      const path = await openPath(await makePartner(cms, 'Foreign Codes'));
      expect((await window(riley, 'riley').opens(path)).status).toBe(404);
      expect((await maya.ask(path, {}, 'PUT')).status).toBe(400);
      const at = await Promise.all([1, 2, 3].map(() => window(maya, 'twice').opens(path)));
      expect(at.map(({ status }) => status)).toEqual([200, 200, 200]);
    });
  });

  describe('the history', () => {
    const historyOf = async (person: Person, uid: string, documentId: string): Promise<History> =>
      (await person.ask(`/versions/${uid}/${documentId}`)).body as unknown as History;

    it('says who did what, in words', async () => {
      const { documentId } = await documents(cms, PAGE).create({
        data: {
          title: 'About',
          slug: 'about',
          sections: [{ __component: 'sections.hero', heading: 'Hello', body: paragraph('Text') }],
        },
      });
      await maya.ask(
        `/content-manager/collection-types/${PAGE}/${documentId}`,
        {
          title: 'About us',
          sections: [
            { __component: 'sections.hero', heading: 'Hello', body: paragraph('Text'), visible: false },
          ],
        },
        'PUT',
      );
      const { entries, more } = await historyOf(maya, PAGE, documentId);
      expect(more).toBe(false);
      expect(entries).toMatchObject([
        {
          number: 2,
          action: 'saved',
          name: 'Some One',
          changes: [
            { words: '“Title”: “About” → “About us”' },
            { words: '“Web address”: “about” → “about-us”' },
            { words: 'Section 1 (Opening, “Hello”): switched off' },
          ],
        },
        { number: 1, action: 'created', source: 'program', changes: [] },
      ]);
      const { body } = await maya.ask(`/versions/${PAGE}/${documentId}/compare?from=2&to=1`);
      expect(body.changes).toContainEqual({ field: 'title', words: '“Title”: “About us” → “About”' });
    });

    it('names what a restored version led to that is gone, and leaves that empty', async () => {
      const target = await documents(cms, PAGE).create({ data: { title: 'Soon gone', slug: 'soon-gone' } });
      const banner = {
        __component: 'sections.banner',
        text: 'Look',
        action: { label: 'Go', page: target.documentId },
      };
      const { documentId } = await documents(cms, PAGE).create({
        data: { title: 'Leads', slug: 'leads', sections: [banner] },
      });
      await documents(cms, PAGE).update({ documentId, data: { sections: [] } });
      await documents(cms, PAGE).delete({ documentId: target.documentId });
      const { status, body } = await maya.ask(`/versions/${PAGE}/${documentId}/restore`, { version: 1 });
      expect(status).toBe(200);
      expect(body.gone).toEqual([
        'Section 1 (Banner, “Look”), “Button”, “Leads to a page of this site”: “Soon gone”',
      ]);
      const { entries } = await historyOf(maya, PAGE, documentId);
      expect(entries[0]).toMatchObject({ number: 3, action: 'restored', restored: 1 });
    });

    it('restores only what the rules let be saved', async () => {
      const documentId = await makePartner(cms, 'Sound Codes');
      await documents(cms, PARTNER).update({ documentId, data: { name: 'Bay Codes' } });
      await makePartner(cms, 'Sound Codes', { slug: 'sound-codes-2' });
      const { status } = await maya.ask(`/versions/${PARTNER}/${documentId}/restore`, { version: 1 });
      expect(status).toBe(400);
      expect((await historyOf(maya, PARTNER, documentId)).entries).toHaveLength(2);
    });

    it('refuses numbers that are none, and versions that are not kept', async () => {
      const { documentId } = await documents(cms, FIGURE).create({ data: figure('numbers') });
      const path = `/versions/${FIGURE}/${documentId}`;
      for (const version of ['x', -1, 0, 1.5, 2 ** 40, null, {}, undefined])
        expect((await maya.ask(`${path}/restore`, { version })).status).toBe(400);
      expect((await maya.ask(`${path}/restore`, { version: 7 })).status).toBe(404);
      expect((await maya.ask(`${path}/compare?from=1`)).status).toBe(400);
      expect((await maya.ask(`${path}?before=soon`)).status).toBe(400);
      expect((await maya.ask('/versions/inquiries::inquiry/1')).status).toBe(404);
      expect((await maya.ask('/versions/admin::user/1')).status).toBe(404);
    });

    describe('is for those who may read what it is about', () => {
      const routes = (uid: string, documentId: string): [string, unknown?][] => [
        [`/versions/${uid}/${documentId}`],
        [`/versions/${uid}/${documentId}/compare?from=1&to=1`],
        [`/versions/${uid}/${documentId}/restore`, { version: 1 }],
      ];
      let own: string;
      let foreign: string;
      let page: string;
      let reader: Person;
      beforeAll(async () => {
        const mine = await makePartner(cms, 'Pats Codes', { admins: [pat.id] });
        const other = await makePartner(cms, 'Other Codes', { about: 'Telling', contactName: 'Ann' });
        ({ documentId: own } = await documents(cms, WORKSHOP).create({ data: seattle(mine) }));
        ({ documentId: foreign } = await documents(cms, WORKSHOP).create({ data: seattle(other) }));
        ({ documentId: page } = await documents(cms, PAGE).create({ data: { title: 'P', slug: 'p' } }));
        await documents(cms, PARTNER).update({
          documentId: other,
          data: { name: 'Another Codes', contactName: 'Bob' },
        });
        reader = await ownRole(cms, 'readers', [
          ['plugin::content-manager.explorer.read', PARTNER, ['name']],
        ]);
      });

      it.each<[string, () => Person, () => Record<string, number[]>]>([
        ['no token', () => stranger(cms), () => ({ [own]: [401, 401, 401], [page]: [401, 401, 401] })],
        ['marketing', () => maya, () => ({ [own]: [200, 200, 200], [page]: [200, 200, 200] })],
        [
          'a Regional Partner',
          () => pat,
          () => ({ [own]: [200, 200, 200], [foreign]: [404, 404, 404], [page]: [403, 403, 403] }),
        ],
        ['a role that reads partners', () => reader, () => ({ [own]: [403, 403, 403] })],
      ])('%s', async (_who, person, expected) => {
        for (const [documentId, statuses] of Object.entries(expected())) {
          const uid = documentId === page ? PAGE : WORKSHOP;
          const answers = [];
          for (const [path, body] of routes(uid, documentId))
            answers.push((await person().ask(path, body)).status);
          expect(answers).toEqual(statuses);
        }
      });

      it('tells of fields those one may read, and lets nobody restore what they may not change', async () => {
        const { documentId } = (await documents(cms, PARTNER).findFirst({
          filters: { name: 'Another Codes' },
        })) as { documentId: string };
        const { entries } = await historyOf(reader, PARTNER, documentId);
        expect(entries[0]?.changes.map(({ field }) => field)).toEqual(['name']);
        const { status } = await reader.ask(`/versions/${PARTNER}/${documentId}/restore`, { version: 1 });
        expect(status).toBe(403);
      });

      it('gives a workshop no other partner when one who acts for a partner restores it', async () => {
        const path = `/versions/${WORKSHOP}/${own}`;
        const partner = async (): Promise<unknown> =>
          (await standing(cms.strapi, { uid: WORKSHOP, documentId: own }))?.content.partner;
        const before = await partner();
        expect((await pat.ask(`${path}/restore`, { version: 1 })).status).toBe(200);
        expect(before).toBeTruthy();
        expect(await partner()).toEqual(before);
      });

      it('and so is what changed last', async () => {
        const recent = async (person: Person): Promise<Recent> =>
          (await person.ask('/versions/recent')).body as unknown as Recent;
        await documents(cms, WORKSHOP).update({ documentId: foreign, data: { sessions: [session(20)] } });
        const links = (found: unknown): string[] =>
          (JSON.parse(String((found as Fields).text)) as Recent).map(({ link }) => link ?? '');
        expect(links(await recent(pat))).toEqual([`/content-manager/collection-types/${WORKSHOP}/${own}`]);
        expect(links(await recent(maya))[0]).toBe(`/content-manager/collection-types/${WORKSHOP}/${foreign}`);
        expect(links(await recent(reader)).every((link) => link.includes(PARTNER))).toBe(true);
        expect((await stranger(cms).ask('/versions/recent')).status).toBe(401);
      });
    });
  });
});

describe('two editors', () => {
  let cms: RunningCms;
  let maya: Person;
  let max: Person;
  beforeAll(async () => {
    cms = await startCms();
    maya = await signIn(cms, 'maya@marketing.test', 'marketing');
    max = await signIn(cms, 'max@marketing.test', 'marketing');
  });
  afterAll(() => cms?.stop());

  const open = async (person: Person, path: string): Promise<Fields> =>
    (await person.ask(path)).body.data as Fields;

  it('are told apart: what was made from an older version is refused, and says what changed', async () => {
    const { documentId } = await documents(cms, FIGURE).create({ data: figure('contested') });
    const path = pathOf({ uid: FIGURE, documentId });
    const [mayas, maxs] = [await open(maya, path), await open(max, path)];
    expect(mayas.revision).toBe(1);
    expect((await maya.ask(path, { ...mayas, value: '7' }, 'PUT')).status).toBe(200);
    for (const [asked, method] of [
      [path, 'PUT'],
      [`${path}/actions/publish`, 'POST'],
    ] as const) {
      const { status, body } = await max.ask(asked, { ...maxs, source: 'A survey' }, method);
      expect(status).toBe(400);
      expect(body.error).toMatchObject({
        message: expect.stringContaining(
          'Some One changed this after you opened it, just now: “Number”: empty → “7”.',
        ),
        details: { meanwhile: [{ name: 'Some One', changes: [{ field: 'value' }] }] },
      });
    }
    const again = await open(max, path);
    expect(again).toMatchObject({ revision: 2, value: '7', source: null });
    expect((await max.ask(path, { ...again, source: 'A survey' }, 'PUT')).status).toBe(200);
  });

  it('do not disturb each other by publishing, or by saving what says the same', async () => {
    const { documentId } = await documents(cms, FIGURE).create({ data: figure('calm') });
    const path = pathOf({ uid: FIGURE, documentId });
    const maxs = await open(max, path);
    await maya.ask(`${path}/actions/publish`, {});
    await maya.ask(path, figure('calm'), 'PUT');
    expect((await max.ask(`${path}/actions/publish`, { ...maxs, value: '3' })).status).toBe(200);
  });

  it('hold for what there is one of', async () => {
    const path = `/content-manager/single-types/${SITE}`;
    const [mayas, maxs] = [await open(maya, path), await open(max, path)];
    expect((await maya.ask(path, { name: 'Ours', revision: mayas.revision }, 'PUT')).status).toBe(200);
    expect((await max.ask(path, { name: 'Mine', revision: maxs.revision }, 'PUT')).status).toBe(400);
  });

  it('are one when the second save comes from the window of the first', async () => {
    const { documentId } = await documents(cms, FIGURE).create({ data: figure('hasty') });
    const path = pathOf({ uid: FIGURE, documentId });
    const { revision } = await open(maya, path);
    const save = async (value: string, opening: string): Promise<number> =>
      (await maya.ask(path, { value, revision }, 'PUT', { 'x-opening': opening })).status;
    expect(await save('1', 'window-a')).toBe(200);
    expect(await save('2', 'window-a')).toBe(200);
    expect(await save('3', 'window-b')).toBe(400);
  });

  it('are no concern of a list: several are published without a form', async () => {
    const { documentId } = await documents(cms, FIGURE).create({ data: figure('listed') });
    const { status } = await maya.ask(`/content-manager/collection-types/${FIGURE}/actions/bulkPublish`, {
      documentIds: [documentId],
    });
    expect(status).toBe(200);
  });
});
