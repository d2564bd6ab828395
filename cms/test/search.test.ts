import { type WorkshopList, workshopTilesUrl } from '@deep-dive/shared-types';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type RunningCms, startCms } from './cms';
import { onEachDatabase } from './databases';
import { documents, makePartner, PARTNER, publishWorkshop, seattle, session, WORKSHOP } from './stories';

const SCHOLARSHIP = 'api::scholarship.scholarship';

onEachDatabase('searching workshops', (database) => {
  let cms: RunningCms;
  let partner: string;

  beforeAll(async () => {
    cms = await startCms({ database });
    partner = await makePartner(cms, 'Puget Codes', { territory: [{ state: 'WA' }] });
  });
  afterAll(() => cms?.stop());

  const search = async (query: string) =>
    (await (await cms.get(`/api/workshops${query}`)).json()) as WorkshopList;
  const titles = async (query = '') => (await search(query)).workshops.map(({ title }) => title);

  describe('what was changed is in the very next search', () => {
    it('published, changed, called off, hidden, taken down, deleted', async () => {
      const service = documents(cms, WORKSHOP);
      const documentId = await publishWorkshop(cms, seattle(partner, { title: 'Changing' }));
      const change = (data: object) => service.update({ documentId, data: { ...data }, status: 'published' });
      expect(await titles('?near=98101')).toEqual(['Changing']);
      await service.update({ documentId, data: { title: 'A draft' } });
      expect(await titles()).toEqual(['Changing']);
      await change({ title: 'Moved', venue: { zip: '97201', name: 'Hall' } });
      expect([await titles('?near=98101'), await titles('?near=97201')]).toEqual([[], ['Moved']]);
      await change({ availability: 'cancelled' });
      expect(await titles()).toEqual([]);
      await change({ availability: 'full' });
      expect([await titles(), await titles('?available=true')]).toEqual([['Moved'], []]);
      for (const visibility of ['hidden', 'private']) {
        await change({ visibility });
        expect(await titles()).toEqual([]);
      }
      await change({ visibility: 'public' });
      expect(await titles()).toEqual(['Moved']);
      await service.unpublish({ documentId });
      expect(await titles()).toEqual([]);
      await service.publish({ documentId });
      expect(await titles()).toEqual(['Moved']);
      await service.delete({ documentId });
      expect(await titles()).toEqual([]);
    });

    it('a partner’s name, address and territory', async () => {
      const documentId = await publishWorkshop(cms, seattle(partner));
      await documents(cms, PARTNER).update({
        documentId: partner,
        data: { name: 'Sound Codes', slug: 'sound-codes', territory: [{ state: 'OR' }] },
      });
      const { workshops } = await search('?partner=sound-codes');
      expect(workshops.map((each) => each.partner)).toEqual([{ name: 'Sound Codes', slug: 'sound-codes' }]);
      // The address it had leads on to it, so that calendars that subscribe to it go on.
      expect(await titles('?partner=puget-codes')).toEqual(['Deep Dive in Seattle']);
      const serving = async (near: string) =>
        (await search(`?near=${near}`)).partners.map(({ name }) => name);
      expect([await serving('98101'), await serving('97201')]).toEqual([[], ['Sound Codes']]);
      await documents(cms, WORKSHOP).delete({ documentId });
    });

    it('a scholarship', async () => {
      const seeded = await documents(cms, SCHOLARSHIP).findFirst({});
      if (seeded) await documents(cms, SCHOLARSHIP).unpublish(seeded);
      const documentId = await publishWorkshop(cms, seattle(partner));
      expect(await titles('?scholarship=true')).toEqual([]);
      const scholarship = await documents(cms, SCHOLARSHIP).create({
        data: {
          name: 'For Washington',
          sponsor: 'Us',
          eligibility: 'All',
          howToApply: 'Write',
          national: false,
          regions: [{ state: 'WA' }],
        },
        status: 'published',
      });
      const { workshops } = await search('?scholarship=true');
      expect(workshops.map(({ hasScholarship }) => hasScholarship)).toEqual([true]);
      await documents(cms, SCHOLARSHIP).delete(scholarship);
      expect(await titles('?scholarship=true')).toEqual([]);
      await documents(cms, WORKSHOP).delete({ documentId });
    });

    it('nothing of what was rolled back', async () => {
      const stored = cms.strapi.db.transaction(async () => {
        await publishWorkshop(cms, seattle(partner, { title: 'Never was' }));
        throw new Error('Changed my mind');
      });
      await expect(stored).rejects.toThrow('Changed my mind');
      expect(await titles()).toEqual([]);
    });

    it('whichever process changed it', async () => {
      const documentId = await publishWorkshop(cms, seattle(partner, { title: 'Changed elsewhere' }));
      expect(await titles()).toEqual(['Changed elsewhere']);
      // Another process is seen through the database alone: the published row and the list of changes.
      const knex = cms.strapi.db.connection;
      await knex.transaction(async (elsewhere) => {
        await elsewhere('workshops').where({ document_id: documentId }).update({ title: 'By another' });
        await elsewhere('search_changes').insert({ uid: WORKSHOP, document: documentId, at: Date.now() });
      });
      expect(await titles()).toEqual(['By another']);
      await documents(cms, WORKSHOP).delete({ documentId });
    });

    // SQLite takes one writer at a time.
    if (database === 'postgres')
      it('also one that got its number early and was stored late', async () => {
        const documentId = await publishWorkshop(cms, seattle(partner, { title: 'Slow' }));
        const knex = cms.strapi.db.connection;
        const elsewhere = await knex.transaction();
        await elsewhere('search_changes').insert({ uid: WORKSHOP, document: documentId, at: Date.now() });
        const other = await publishWorkshop(
          cms,
          seattle(partner, { title: 'Swift', sessions: [session(3)] }),
        );
        expect(await titles()).toEqual(['Swift', 'Slow']);
        await elsewhere('workshops').where({ document_id: documentId }).update({ title: 'Slow but sure' });
        await elsewhere.commit();
        expect(await titles()).toEqual(['Swift', 'Slow but sure']);
        for (const each of [documentId, other]) await documents(cms, WORKSHOP).delete({ documentId: each });
      });

    it('a search that comes while many are published sees all that were stored before it', async () => {
      const made: string[] = [];
      await Promise.all(
        Array.from({ length: 8 }, async (_, number) => {
          made.push(await publishWorkshop(cms, seattle(partner, { title: `Many ${number}` })));
          expect(await titles('?near=Seattle')).toContain(`Many ${number}`);
        }),
      );
      for (const documentId of made) await documents(cms, WORKSHOP).delete({ documentId });
    });
  });

  it('a state, a ZIP code and a place abroad are told apart', async () => {
    const documentId = await publishWorkshop(cms, seattle(partner));
    expect(await search('?near=Washington')).toMatchObject({ total: 1, near: { place: { kind: 'state' } } });
    expect(await search('?near=98104')).toMatchObject({ total: 1, near: { place: { kind: 'zip' } } });
    expect(await search('?near=00000')).toMatchObject({ total: 0, near: { status: 'unknown-zip' } });
    expect(await search('?near=Toronto, ON')).toMatchObject({ total: 0, near: { status: 'outside-us' } });
    expect((await search('?near=Honolulu')).beyond).toHaveLength(1);
    await documents(cms, WORKSHOP).delete({ documentId });
  });

  it('a session’s day is the one at its place, whatever day it is in UTC', async () => {
    const online = (title: string, virtualTimeZone: string, date: string, startTime: string) =>
      publishWorkshop(
        cms,
        seattle(partner, {
          title,
          format: 'virtual',
          venue: null,
          virtualTimeZone,
          sessions: [{ date, startTime, endTime: '21:00:00.000' }],
        }),
      );
    const year = new Date().getFullYear() + 1;
    const newYearsEve = `${year}-12-31`;
    const newYear = `${year + 1}-01-01`;
    const marchSeventh = new Date(Date.UTC(year, 2, 7));
    const forward = `${year}-03-${String(14 - marchSeventh.getUTCDay()).padStart(2, '0')}`;
    const made = [
      await online('Evening in Honolulu', 'Hawaii', newYearsEve, '20:00:00.000'),
      await online('Morning on Guam', 'Guam', newYear, '08:00:00.000'),
      await online('The day clocks go forward', 'Eastern', forward, '10:00:00.000'),
    ];
    expect(await titles(`?from=${newYearsEve}&to=${newYearsEve}`)).toEqual(['Evening in Honolulu']);
    expect(await titles(`?from=${newYear}`)).toEqual(['Morning on Guam']);
    expect(await titles(`?from=${forward}&to=${forward}`)).toEqual(['The day clocks go forward']);
    for (const documentId of made) await documents(cms, WORKSHOP).delete({ documentId });
  });

  it('any query at all is answered or refused, and nothing is logged beyond a warning', async () => {
    await publishWorkshop(cms, seattle(partner));
    const logged = vi.spyOn(cms.strapi.log, 'error');
    const value = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }).map(encodeURIComponent),
      fc.constantFrom(
        '98101',
        'Seattle',
        'any',
        '-1',
        '1e9',
        '%00',
        '%E0%A4%A',
        '2027-02-30',
        'distance',
        '0',
      ),
      fc.tuple(fc.double(), fc.double(), fc.double(), fc.double()).map(String),
    );
    const name = fc.constantFrom(
      ...['near', 'radius', 'bbox', 'from', 'to', 'kind', 'format', 'scholarship', 'available', 'partner'],
      ...['sort', 'page', 'ignored', 'near[]', '__proto__', 'populate'],
    );
    const query = fc
      .array(fc.tuple(name, value), { maxLength: 5 })
      .map((pairs) => pairs.map(([each, text]) => `${each}=${text}`).join('&'));
    const path = fc.constantFrom(
      '/api/workshops',
      '/api/workshop-feed',
      '/api/workshop-places',
      workshopTilesUrl({}).replace('{z}/{x}/{y}', '1/0/0'),
      '/api/workshop-tiles/99/-1/x',
    );
    await fc.assert(
      fc.asyncProperty(path, query, async (asked, text) => {
        expect([200, 400]).toContain((await cms.get(`${asked}?${text}`)).status);
      }),
      { numRuns: 400 },
    );
    expect(logged).not.toHaveBeenCalled();
  });
});
