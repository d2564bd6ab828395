import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { DocumentSchedule, ScheduleAnswer, WholeSchedule } from '../src/rules/scheduled';
import { dueBy, putDown, type StoredChange, scheduledWhere, waiting } from '../src/scheduled/store';
import { populateFor } from '../src/schema/populate';
import { modelsOf } from '../src/strapi/documents';
import { type DocumentName, heldAt, standing, versionsOf } from '../src/versions/store';
import { type RunningCms, startCms } from './cms';
import { onEachDatabase } from './databases';
import {
  day,
  documents,
  FIGURE,
  type Fields,
  figure,
  makePartner,
  PAGE,
  PARTNER,
  type Person,
  seattle,
  signIn,
  stranger,
  WORKSHOP,
} from './stories';

/** A page that leads to another. */
const page = (slug: string, to?: DocumentName): Fields => ({
  title: `About ${slug}`,
  slug,
  metaDescription: 'All about it.',
  sections: [
    {
      __component: 'sections.callout',
      visible: true,
      text: 'It is worth it.',
      action: { label: 'Go there', ...(to ? { page: to.documentId } : { url: 'https://example.org' }) },
    },
  ],
});

/** A change asked for through the admin's API. */
const nineInNewYork = (fields: Fields = {}): Fields => ({
  action: 'publish',
  date: day(30),
  time: '9:00 AM',
  timeZone: 'America/New_York',
  ...fields,
});

onEachDatabase('what is scheduled', (database) => {
  let cms: RunningCms;
  let maya: Person;
  beforeAll(async () => {
    cms = await startCms({ database });
    maya = await signIn(cms, 'maya@marketing.test', 'marketing');
  });
  afterAll(() => cms?.stop());

  const make = async (uid: string, data: Fields): Promise<DocumentName> => ({
    uid,
    documentId: (await documents(cms, uid).create({ data })).documentId,
  });
  const save = ({ uid, documentId }: DocumentName, data: Fields) =>
    documents(cms, uid).update({ documentId, data });
  const live = ({ uid, documentId }: DocumentName): Promise<Fields | null> =>
    documents(cms, uid).findOne({ documentId, status: 'published' });

  const scheduled = (document: DocumentName, fields: Partial<StoredChange> = {}): Promise<StoredChange> =>
    putDown(cms.strapi, {
      ...document,
      action: 'publish',
      version: 1,
      at: Date.now(),
      timeZone: 'America/New_York',
      admin: maya.id,
      name: 'Some One',
      ...fields,
    });
  const waitingFor = (document: DocumentName): Promise<StoredChange[]> =>
    scheduledWhere(cms.strapi, { uid: document.uid, document: document.documentId }, 100);

  const ask = (document: DocumentName, body?: unknown, who = maya, method?: string, more = '') =>
    who.ask(`/scheduled/${document.uid}/${document.documentId}${more}`, body, method);

  it('goes live as it was then, and the draft that was written since stays as it is', async () => {
    const made = await make(FIGURE, figure('as-it-was', { value: '12' }));
    await save(made, { value: '13' });
    await scheduled(made);
    await vi.waitFor(async () => expect(await live(made)).toMatchObject({ value: '12' }), 10_000);
    expect((await standing(cms.strapi, made))?.content.value).toBe('13');
    expect(await waitingFor(made)).toEqual([]);
    const [last] = await versionsOf(cms.strapi, made, { most: 1 });
    expect(last).toMatchObject({ number: 3, action: 'published', restored: 1, source: 'schedule' });
    expect(last).toMatchObject({ admin: maya.id, name: 'Some One' });
    expect((await heldAt(cms.strapi, made))?.content.value).toBe('13');
  });

  it('waits for its time', async () => {
    const made = await make(FIGURE, figure('waits', { value: '12' }));
    const later = await scheduled(made, { at: Date.now() + 3_600_000 });
    const now = await make(FIGURE, figure('waits-not', { value: '12' }));
    await scheduled(now);
    await vi.waitFor(async () => expect(await live(now)).not.toBeNull(), 10_000);
    expect(await live(made)).toBeNull();
    const next = await waiting(cms.strapi, 100);
    expect(dueBy(next, later.at - 1)).toEqual([]);
    expect(dueBy(next, later.at)).toEqual([later]);
    await documents(cms, FIGURE).delete(made);
    expect(await waitingFor(made)).toEqual([]);
  });

  it('takes what is live offline', async () => {
    const made = await make(FIGURE, figure('offline', { value: '12' }));
    await documents(cms, FIGURE).publish(made);
    await scheduled(made, { action: 'unpublish', version: null });
    await vi.waitFor(async () => expect(await live(made)).toBeNull(), 10_000);
    const [last] = await versionsOf(cms.strapi, made, { most: 1 });
    expect(last).toMatchObject({ action: 'unpublished', source: 'schedule', name: 'Some One' });
  });

  it('that is refused changes nothing, and says why to the one who asked for it', async () => {
    const made = await make(FIGURE, figure('refused', { value: '12' }));
    await documents(cms, FIGURE).publish(made);
    await save(made, { phrase: 'TBD', value: '13' });
    await save(made, { phrase: 'over {value} teachers', value: '14' });
    const versions = await versionsOf(cms.strapi, made, { most: 10 });
    await scheduled(made, { version: versions[1]?.number ?? 0 });
    await vi.waitFor(async () => expect((await waitingFor(made))[0]?.refusal).toBeTruthy(), 10_000);
    expect(await live(made)).toMatchObject({ value: '12', phrase: 'over {value} educators' });
    expect((await standing(cms.strapi, made))?.content).toMatchObject({ value: '14' });
    expect(await versionsOf(cms.strapi, made, { most: 10 })).toEqual(versions);
    const { text } = (await maya.ask('/scheduled')).body;
    const told = (JSON.parse(String(text)) as WholeSchedule).find(
      ({ documentId }) => documentId === made.documentId,
    );
    expect(told).toMatchObject({ own: true, refusal: expect.stringContaining('TBD') });

    expect((await ask(made, undefined, maya, 'DELETE', `/${told?.id}`)).status).toBe(200);
    expect(await waitingFor(made)).toEqual([]);
    expect((await ask(made, undefined, maya, 'DELETE', `/${told?.id}`)).status).toBe(404);
  });

  it('may lead to what goes live at the same time, whichever comes first', async () => {
    const there = await make(PAGE, page('there'));
    const here = await make(PAGE, page('here', there));
    const at = Date.now() + 200;
    await scheduled(here, { at });
    await scheduled(there, { at });
    await vi.waitFor(async () => expect(await live(here)).not.toBeNull(), 20_000);
    expect(await live(there)).not.toBeNull();
    expect([...(await waitingFor(here)), ...(await waitingFor(there))]).toEqual([]);
  });

  it('leaves the draft as it was, down to the ids of its parts, by which an open form saves them', async () => {
    const { documentId } = (await documents(cms, PAGE).findFirst({ filters: { slug: 'deep-dive' } })) ?? {};
    const deepDive = { uid: PAGE, documentId: documentId ?? '' };
    await save(deepDive, { title: 'Written later' });
    const getModel = modelsOf(cms.strapi);
    const draft = async (): Promise<Fields> => {
      const found = await cms.strapi.db.query(PAGE).findOne({
        where: { documentId: deepDive.documentId, publishedAt: null },
        populate: populateFor(PAGE, getModel),
      });
      return { ...found, updatedAt: null };
    };
    const parts = async (): Promise<number> => {
      let count = 0;
      for (const uid of Object.keys(cms.strapi.components))
        count += await cms.strapi.db.query(uid as 'plugin::upload.file').count();
      return count;
    };
    const [before, partsBefore] = [await draft(), await parts()];
    const path = `/content-manager/collection-types/${PAGE}/${documentId}`;
    const form = (await maya.ask(path)).body.data as Fields;
    await scheduled(deepDive);
    const isDone = async () =>
      (await versionsOf(cms.strapi, deepDive, { most: 1 }))[0]?.source === 'schedule';
    await vi.waitFor(async () => expect(await isDone()).toBe(true), 20_000);
    expect((await live(deepDive))?.title).not.toBe('Written later');
    expect(await draft()).toEqual(before);
    expect(await parts()).toBe(partsBefore);
    expect((await maya.ask(path)).body.meta).toBeTruthy();
    expect((await maya.ask(path)).body.data).toMatchObject({ status: 'modified' });

    const sections = (form.sections as Fields[]).map(({ __component, id }) => ({ __component, id }));
    const saved = await maya.ask(path, { title: 'Later still', revision: form.revision, sections }, 'PUT');
    expect(saved.status).toBe(200);
    expect({ ...(await draft()), title: before.title }).toEqual(before);
  });

  it('of a workshop counts as published from then on', async () => {
    const made = await make(WORKSHOP, seattle(await makePartner(cms, 'Once Public')));
    await save(made, { title: 'Another title' });
    await scheduled(made);
    await vi.waitFor(async () => expect(await live(made)).not.toBeNull(), 10_000);
    const draft = await cms.strapi.db
      .query(WORKSHOP)
      .findOne({ where: { documentId: made.documentId, publishedAt: null } });
    expect(draft).toMatchObject({ title: 'Another title', wasPublished: true });
  });

  it('is asked for in the admin, of what was seen there, and can be cancelled', async () => {
    const made = await make(FIGURE, figure('asked-for', { value: '12' }));
    const path = `/content-manager/collection-types/${FIGURE}/${made.documentId}`;
    const { revision } = (await maya.ask(path)).body.data as { revision: number };
    const answer = (await ask(made, nineInNewYork({ version: revision }))).body as unknown as ScheduleAnswer;
    expect(answer).toMatchObject({ change: { version: 1, own: true, refusal: null }, problems: [] });
    expect(new Date(answer.change.at).toISOString().slice(0, 10)).toBe(day(30));

    const { body } = await ask(made);
    expect(body as unknown as DocumentSchedule).toEqual({ changes: [answer.change], mayChange: true });
    const twice = await ask(made, nineInNewYork({ version: revision, action: 'unpublish' }));
    expect(twice).toMatchObject({
      status: 400,
      body: { error: { details: { errors: [{ path: ['time'] }] } } },
    });

    await save(made, { value: '13' });
    const unseen = await ask(made, nineInNewYork({ version: revision, time: '10' }));
    expect(unseen.status).toBe(400);
    expect(JSON.stringify(unseen.body)).toContain('changed after you opened it');
    expect((await ask(made, undefined, maya, 'DELETE', `/${answer.change.id}`)).status).toBe(200);
    expect(await waitingFor(made)).toEqual([]);
  });

  it('says at once what would keep it from going live', async () => {
    const made = await make(FIGURE, figure('not-yet', { phrase: 'TBD', value: '12' }));
    const answer = (await ask(made, nineInNewYork({ version: 1 }))).body as unknown as ScheduleAnswer;
    expect(answer.problems.join()).toContain('TBD');
    expect(await waitingFor(made)).toHaveLength(1);
  });

  it('of partners is theirs alone; of what has no drafts, and of strangers, there is none', async () => {
    const riley = await signIn(cms, 'riley@partner.test', 'regional-partner');
    const own = await makePartner(cms, 'Own Partner', { admins: [riley.id] });
    const other = await makePartner(cms, 'Other Partner');
    const ours = await make(WORKSHOP, seattle(own));
    const theirs = await make(WORKSHOP, seattle(other));
    expect((await ask(ours, nineInNewYork({ version: 1 }), riley)).status).toBe(200);
    expect((await ask(theirs, nineInNewYork({ version: 1 }), riley)).status).toBeGreaterThanOrEqual(403);
    expect((await ask(theirs, undefined, riley)).status).toBeGreaterThanOrEqual(403);
    const change = await scheduled(theirs, { at: Date.now() + 3_600_000 });
    const cancelled = await ask(theirs, undefined, riley, 'DELETE', `/${change.id}`);
    expect(cancelled.status).toBeGreaterThanOrEqual(403);
    const around = await ask(ours, undefined, riley, 'DELETE', `/${change.id}`);
    expect(around.status).toBe(404);
    expect(await waitingFor(theirs)).toHaveLength(1);
    const seen = JSON.parse(String((await riley.ask('/scheduled')).body.text)) as WholeSchedule;
    expect(seen.map(({ documentId }) => documentId)).toEqual([ours.documentId]);

    const partner = { uid: PARTNER, documentId: own };
    expect((await ask(partner, nineInNewYork({ version: 1 }))).status).toBe(400);
    expect((await ask(ours, undefined, stranger(cms))).status).toBe(401);
    expect((await maya.ask('/scheduled/plugin::users/x')).status).toBe(404);
  });

  it('takes no odd value for any key of a body', async () => {
    const made = await make(FIGURE, figure('odd'));
    const odd = [null, true, -1, 1e99, [], {}, [{}], 'x'.repeat(2000), 'a\0b', '\ud800', { $ne: null }];
    const wrong: unknown[] = [];
    for (const key of Object.keys(nineInNewYork({ version: 1 })))
      for (const value of odd) {
        const { status } = await ask(made, nineInNewYork({ version: 1, [key]: value }));
        if (status !== 400) wrong.push({ key, value, status });
      }
    for (const body of [[], [{}]]) expect((await ask(made, body)).status).toBe(400);
    expect(wrong).toEqual([]);
    expect(await waitingFor(made)).toEqual([]);
  });

  it('goes live though it was taken offline meanwhile, and taking offline what is offline is no matter', async () => {
    const made = await make(FIGURE, figure('to-and-fro', { value: '12' }));
    await documents(cms, FIGURE).publish(made);
    await documents(cms, FIGURE).unpublish(made);
    await scheduled(made);
    await vi.waitFor(async () => expect(await live(made)).toMatchObject({ value: '12' }), 10_000);
    await documents(cms, FIGURE).unpublish(made);
    await scheduled(made, { action: 'unpublish', version: null });
    await vi.waitFor(async () => expect(await waitingFor(made)).toEqual([]), 10_000);
    expect(await live(made)).toBeNull();
  });

  it.each([
    [{ date: 'soon' }, 'date'],
    [{ time: '25:00' }, 'time'],
    [{ timeZone: 'Nowhere' }, 'timeZone'],
    [{ action: 'delete' }, 'action'],
    [{ date: day(-2) }, 'date'],
  ])('refuses %j at its field', async (fields, field) => {
    const made = await make(FIGURE, figure(`field-${field}-${Object.values(fields)}`));
    const answer = await ask(made, nineInNewYork({ version: 1, ...fields }));
    expect(answer).toMatchObject({
      status: 400,
      body: { error: { details: { errors: [{ path: [field] }] } } },
    });
    expect(await waitingFor(made)).toEqual([]);
  });
});
