import { array, asyncProperty, assert as check, constantFrom } from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Need } from '../src/rules/needs';
import {
  type ActionResult,
  MOST_WORKSHOPS,
  WORKSHOP_ACTIONS,
  type WorkshopAction,
} from '../src/rules/workshop-actions';
import { type RunningCms, startCms } from './cms';
import { onEachDatabase } from './databases';
import {
  day,
  documents,
  type Fields,
  makePartner,
  ownRole,
  PARTNER,
  type Person,
  publishThenMove,
  publishWorkshop,
  seattle,
  sendInquiry,
  session,
  signIn,
  stranger,
  WORKSHOP,
} from './stories';

interface Workshop {
  title: string;
  slug: string;
  availability: string;
  placesTaken: number | null;
  updatedAt: string;
  sessions: { date: string; startTime: string }[];
  partner: { name: string } | null;
}

onEachDatabase('actions on workshops', (database) => {
  let cms: RunningCms;
  let pat: Person;
  let own: string;
  let other: string;

  beforeAll(async () => {
    cms = await startCms({ database });
    pat = await signIn(cms, 'pat@partner.test', 'regional-partner');
    own = await makePartner(cms, 'Own Partner', { admins: [pat.id] });
    other = await makePartner(cms, 'Other Partner');
  });
  afterAll(() => cms?.stop());

  const seen = (documentId: string, status: 'draft' | 'published'): Promise<Workshop | null> =>
    documents(cms, WORKSHOP).findOne({
      documentId,
      status,
      populate: { sessions: true, partner: true },
    }) as Promise<Workshop | null>;
  const live = (documentId: string) => seen(documentId, 'published');
  const draft = (documentId: string) => seen(documentId, 'draft');
  const save = (documentId: string, data: Fields) => documents(cms, WORKSHOP).update({ documentId, data });
  const makeDraft = async (data: Fields): Promise<string> =>
    (await documents(cms, WORKSHOP).create({ data })).documentId;

  async function act(action: WorkshopAction, documentIds: string[], more: Fields = {}, who = pat) {
    const { status, body } = await who.ask(`/workshop-actions/${action}`, { documentIds, ...more });
    const { results = [], error } = body as unknown as {
      results?: ActionResult[];
      error?: { message: string; details: { errors: { path: string[]; message: string }[] } };
    };
    return { status, results, error, fields: error?.details?.errors?.map(({ path }) => path.join('.')) };
  }
  const versions = (documentId: string): Promise<Fields[]> =>
    cms.strapi.db
      .connection('versions')
      .where({ uid: WORKSHOP, document: documentId })
      .orderBy('number')
      .select('number', 'action', 'name', 'admin');

  describe('say at once how it stands', () => {
    it('to visitors, in one change that names who made it', async () => {
      const id = await publishWorkshop(cms, seattle(own));
      const before = await versions(id);
      for (const [action, availability] of [
        ['full', 'full'],
        ['places-again', 'scheduled'],
        ['cancel', 'cancelled'],
        ['reinstate', 'scheduled'],
      ] as const) {
        const { status, results } = await act(action, [id]);
        expect(status).toBe(200);
        expect(results).toMatchObject([
          { documentId: id, title: 'Deep Dive in Seattle', problem: null, isSeen: true },
        ]);
        expect(await live(id)).toMatchObject({ availability });
        expect(await draft(id)).toMatchObject({ availability });
      }
      const after = (await versions(id)).slice(before.length);
      expect(after.map(({ action }) => action)).toEqual(Array(4).fill('published'));
      expect(after.every(({ name, admin }) => name === 'Some One' && admin === pat.id)).toBe(true);
    });

    it('once, however often it is said', async () => {
      const id = await publishWorkshop(cms, seattle(own));
      await act('full', [id]);
      const [once, { updatedAt } = { updatedAt: '' }] = [await versions(id), (await live(id)) ?? undefined];
      expect((await act('full', [id])).results).toMatchObject([{ problem: null, isSeen: true }]);
      expect(await versions(id)).toEqual(once);
      expect((await live(id))?.updatedAt).toBe(updatedAt);
    });

    it('to calendars, as something newer under the same name', async () => {
      const id = await publishWorkshop(cms, seattle(own));
      const before = await live(id);
      await act('cancel', [id]);
      const after = await live(id);
      expect(after?.slug).toBe(before?.slug);
      expect(Date.parse(after?.updatedAt ?? '')).toBeGreaterThan(Date.parse(before?.updatedAt ?? ''));
    });

    it('in a draft without publishing it', async () => {
      const id = await makeDraft(seattle(own));
      expect((await act('full', [id])).results).toMatchObject([{ problem: null, isSeen: false }]);
      expect(await draft(id)).toMatchObject({ availability: 'full' });
      expect(await live(id)).toBeNull();
    });

    it('of a private one, which stays private', async () => {
      const id = await publishWorkshop(cms, seattle(own, { visibility: 'private' }));
      await act('cancel', [id]);
      expect(await live(id)).toMatchObject({ availability: 'cancelled', visibility: 'private' });
    });

    it('and leave what else was written and is not published yet as it is, and unseen', async () => {
      const id = await publishWorkshop(cms, seattle(own));
      await save(id, {
        title: 'Not yet for visitors',
        notes: 'Bring lunch.',
        sessions: [session(20), session(21)],
      });
      const parts = (await draft(id))?.sessions;
      expect((await act('cancel', [id])).results).toMatchObject([{ problem: null, isSeen: true }]);
      expect(await live(id)).toMatchObject({
        title: 'Deep Dive in Seattle',
        availability: 'cancelled',
        notes: null,
        sessions: [{ date: day(10) }],
        partner: { name: 'Own Partner' },
      });
      expect(await draft(id)).toMatchObject({
        title: 'Not yet for visitors',
        availability: 'cancelled',
        notes: 'Bring lunch.',
      });
      expect((await draft(id))?.sessions).toEqual(parts);
      const { body } = await pat.ask(`/content-manager/collection-types/${WORKSHOP}/${id}`);
      expect(body).toMatchObject({ data: { status: 'modified' } });
    });
  });

  describe('are refused in words where they make no sense', () => {
    it.each<[string, WorkshopAction, string]>([
      ['cancelled', 'full', 'It is cancelled. Say first that it takes place after all.'],
      ['cancelled', 'places-again', 'It is cancelled. Say first that it takes place after all.'],
      ['published', 'reinstate', 'It is not cancelled.'],
      ['draft', 'cancel', 'It is a draft, which nobody has seen. Delete it if it is not needed.'],
      ['draft', 'unpublish', 'Visitors don’t see it: it is a draft.'],
      ['over', 'full', 'It is over: nobody can sign up any more.'],
      ['taken', 'places-again', 'All 20 places are taken. Correct “Places taken” in its form.'],
    ])('of one that is %s: %s', async (state, action, problem) => {
      const made: Record<string, () => Promise<string>> = {
        draft: () => makeDraft(seattle(own)),
        published: () => publishWorkshop(cms, seattle(own)),
        cancelled: () => publishWorkshop(cms, seattle(own, { availability: 'cancelled' })),
        over: () => publishThenMove(cms, seattle(own), [session(-3)]),
        taken: () => publishWorkshop(cms, seattle(own, { capacity: 20, placesTaken: 20 })),
      };
      const id = (await made[state]?.()) ?? '';
      const before = [await draft(id), await live(id), await versions(id)];
      const { status, results } = await act(action, [id]);
      expect(status).toBe(200);
      expect(results).toMatchObject([
        { documentId: id, title: 'Deep Dive in Seattle', problem, isSeen: false },
      ]);
      expect([await draft(id), await live(id), await versions(id)]).toEqual(before);
    });

    it('of one among many, which is named, and the others go on', async () => {
      const [one, two] = [await publishWorkshop(cms, seattle(own)), await publishWorkshop(cms, seattle(own))];
      const unseen = await makeDraft(seattle(own, { title: 'Nobody saw it' }));
      const foreign = await publishWorkshop(cms, seattle(other));
      const { results } = await act('cancel', [one, unseen, foreign, 'nobody', two, one]);
      expect(results.map(({ documentId, title, problem }) => [documentId, title, problem === null])).toEqual([
        [one, 'Deep Dive in Seattle', true],
        [unseen, 'Nobody saw it', false],
        [foreign, 'A workshop', false],
        ['nobody', 'A workshop', false],
        [two, 'Deep Dive in Seattle', true],
      ]);
      expect(await live(one)).toMatchObject({ availability: 'cancelled' });
      expect(await live(two)).toMatchObject({ availability: 'cancelled' });
      expect(await live(foreign)).toMatchObject({ availability: 'scheduled' });
    });
  });

  it('unpublish: visitors find nothing, and the draft stays', async () => {
    const id = await publishWorkshop(cms, seattle(own));
    await save(id, { notes: 'Bring lunch.' });
    expect((await act('unpublish', [id])).results).toMatchObject([{ problem: null, isSeen: true }]);
    expect(await live(id)).toBeNull();
    expect(await draft(id)).toMatchObject({ notes: 'Bring lunch.' });
  });

  describe('give it new dates', () => {
    const newDates = [{ date: day(30), startTime: '9', endTime: '4 pm' }];

    it('at the same address, as typed', async () => {
      const id = await publishWorkshop(cms, seattle(own, { sessions: [session(10), session(11)] }));
      const before = await live(id);
      await save(id, { notes: 'Not yet.' });
      const { results } = await act('new-dates', [id], { sessions: newDates });
      expect(results).toMatchObject([{ problem: null, isSeen: true }]);
      const after = await live(id);
      expect(after).toMatchObject({
        slug: before?.slug,
        notes: null,
        sessions: [{ date: day(30), startTime: expect.stringContaining('09:00') }],
      });
      expect(after?.sessions).toHaveLength(1);
      expect(Date.parse(after?.updatedAt ?? '')).toBeGreaterThan(Date.parse(before?.updatedAt ?? ''));
      expect(await draft(id)).toMatchObject({ notes: 'Not yet.', sessions: [{ date: day(30) }] });
    });

    it('that can be read, are still to come and follow one another, or nothing is changed', async () => {
      const id = await publishWorkshop(cms, seattle(own));
      const unread = await act('new-dates', [id], {
        sessions: [{ date: 'soon', startTime: '3', endTime: '' }],
      });
      expect(unread.status).toBe(400);
      expect(unread.fields).toEqual(['sessions.0.date', 'sessions.0.startTime', 'sessions.0.endTime']);
      for (const [sessions, field] of [
        [[session(-2)], 'sessions.0.date'],
        [[session(30), session(30)], 'sessions.1.date'],
        [[{ ...session(30), endTime: '09:00' }], 'sessions.0.endTime'],
        [[session(30), session(90)], 'sessions.1.date'],
      ] as const) {
        const { status, results } = await act('new-dates', [id], { sessions });
        expect(status).toBe(200);
        expect(Object.keys(results[0]?.fields ?? {})).toEqual([field]);
        expect(results[0]?.problem).toBe(results[0]?.fields[field]);
      }
      expect(await live(id)).toMatchObject({ sessions: [{ date: day(10) }] });
      expect(await draft(id)).toMatchObject({ sessions: [{ date: day(10) }] });
    });
  });

  describe('duplicate it', () => {
    const copiesOf = async (results: ActionResult[]): Promise<(Workshop | null)[]> =>
      Promise.all((results[0]?.copies ?? []).map(({ documentId }) => draft(documentId)));

    it('to several dates, as drafts with no place taken', async () => {
      const id = await publishWorkshop(
        cms,
        seattle(own, {
          title: 'Often',
          capacity: 38,
          placesTaken: 30,
          sessions: [session(10), session(12)],
        }),
      );
      const { results } = await act('duplicate', [id], { dates: [day(40), day(47)] });
      expect(results).toMatchObject([{ problem: null, isSeen: false, copies: [{ title: 'Often' }, {}] }]);
      const copies = await copiesOf(results);
      expect(copies.map((copy) => copy?.sessions.map(({ date }) => date))).toEqual([
        [day(40), day(42)],
        [day(47), day(49)],
      ]);
      for (const copy of copies)
        expect(copy).toMatchObject({
          availability: 'scheduled',
          placesTaken: 0,
          partner: { name: 'Own Partner' },
        });
      expect(new Set([...copies, await draft(id)].map((each) => each?.slug)).size).toBe(3);
      for (const { documentId } of results[0]?.copies ?? []) expect(await live(documentId)).toBeNull();
      expect(await live(id)).toMatchObject({
        placesTaken: 30,
        sessions: [{ date: day(10) }, { date: day(12) }],
      });
    });

    it('and publish the copies where what it says is published', async () => {
      const id = await publishWorkshop(cms, seattle(own));
      const { results } = await act('duplicate', [id], { dates: [day(40)], publish: true });
      expect(results).toMatchObject([{ problem: null, isSeen: true }]);
      expect(await live(results[0]?.copies[0]?.documentId ?? '')).toMatchObject({
        sessions: [{ date: day(40) }],
      });
      await save(id, { notes: 'Not yet.' });
      const modified = await act('duplicate', [id], { dates: [day(41)], publish: true });
      expect(modified.results[0]?.problem).toContain('changes that visitors don’t see yet');
      const unseen = await makeDraft(seattle(own));
      expect(
        (await act('duplicate', [unseen], { dates: [day(41)], publish: true })).results[0]?.problem,
      ).toContain('It is a draft itself');
    });

    it('to all of the dates or to none', async () => {
      const id = await publishWorkshop(cms, seattle(own, { title: 'All or none' }));
      const { results } = await act('duplicate', [id], { dates: [day(40), day(-5), day(41)] });
      expect(results[0]?.fields).toEqual({ 'dates.1': expect.stringContaining('is over') });
      const undated = await makeDraft(seattle(own, { title: 'All or none', sessions: [] }));
      expect((await act('duplicate', [undated], { dates: [day(40)] })).results[0]?.problem).toContain(
        'no dates',
      );
      expect(
        await cms.strapi.db.query(WORKSHOP).count({ where: { title: 'All or none', publishedAt: null } }),
      ).toBe(2);
      const { status, fields } = await act('duplicate', [id], { dates: [day(40), 'soon', day(40)] });
      expect(status).toBe(400);
      expect(fields).toEqual(['dates.1', 'dates']);
    });
  });

  it('come out the same as doing it step by step, whatever comes after what', async () => {
    type Step =
      | 'full'
      | 'places-again'
      | 'cancel'
      | 'reinstate'
      | 'unpublish'
      | 'new-dates'
      | 'write'
      | 'publish';
    const steps: Step[] = [
      'full',
      'places-again',
      'cancel',
      'reinstate',
      'unpublish',
      'new-dates',
      'write',
      'publish',
    ];
    type Said = { availability: string; notes: string | null; date: string };
    const AFTER: Partial<Record<Step, string>> = {
      full: 'full',
      'places-again': 'scheduled',
      cancel: 'cancelled',
      reinstate: 'scheduled',
    };
    const said = (workshop: Workshop | null): Said | null =>
      workshop && {
        availability: workshop.availability,
        notes: (workshop as unknown as Said).notes,
        date: workshop.sessions[0]?.date ?? '',
      };
    await check(
      asyncProperty(array(constantFrom(...steps), { minLength: 3, maxLength: 9 }), async (walk) => {
        const id = await publishWorkshop(cms, seattle(own));
        const asMade = { availability: 'scheduled', notes: null, date: day(10) };
        const model: { draft: Said; live: Said | null } = { draft: { ...asMade }, live: { ...asMade } };
        for (const [turn, step] of walk.entries()) {
          const isCancelled = (model.live ?? model.draft).availability === 'cancelled';
          if (step === 'write') {
            await save(id, { notes: `Note ${turn}` });
            model.draft.notes = `Note ${turn}`;
          } else if (step === 'publish') {
            await documents(cms, WORKSHOP).publish({ documentId: id });
            model.live = { ...model.draft };
          } else {
            const sessions = [session(20 + turn)];
            const { results } = await act(step, [id], step === 'new-dates' ? { sessions } : {});
            const isMeant = {
              full: !isCancelled,
              'places-again': !isCancelled,
              'new-dates': !isCancelled,
              cancel: model.live !== null,
              unpublish: model.live !== null,
              reinstate: isCancelled,
            }[step];
            expect([step, results[0]?.problem === null]).toEqual([step, isMeant]);
            if (!isMeant) continue;
            if (step === 'unpublish') model.live = null;
            const change =
              step === 'new-dates'
                ? { date: day(20 + turn) }
                : AFTER[step] !== undefined && { availability: AFTER[step] };
            Object.assign(model.draft, change);
            if (model.live) Object.assign(model.live, change);
          }
          expect({ draft: said(await draft(id)), live: said(await live(id)) }).toEqual(model);
        }
      }),
      { numRuns: 12 },
    );
  });

  describe('are for one’s own workshops', () => {
    it('by every id, whatever else the body has', async () => {
      const foreign = await publishWorkshop(cms, seattle(other));
      const before = [await draft(foreign), await live(foreign), await versions(foreign)];
      const count = () => cms.strapi.db.query(WORKSHOP).count();
      const all = await count();
      const bodies: Partial<Record<WorkshopAction, Fields>> = {
        'new-dates': { sessions: [session(30)] },
        duplicate: { dates: [day(30)], publish: true },
      };
      for (const action of WORKSHOP_ACTIONS) {
        const { results } = await act(action, [foreign], bodies[action]);
        expect(results).toMatchObject([
          { title: 'A workshop', when: null, problem: 'Your Regional Partner has no such workshop.' },
        ]);
        for (const more of [
          { partner: own },
          { data: { partner: own } },
          { documentId: foreign },
          { id: 1 },
        ]) {
          const { status } = await act(action, [foreign], { ...bodies[action], ...more });
          expect([action, status]).toEqual([action, 400]);
        }
      }
      expect([await draft(foreign), await live(foreign), await versions(foreign)]).toEqual(before);
      expect(await count()).toBe(all);
    });

    it('and what else can be sent is refused by name', async () => {
      const id = await publishWorkshop(cms, seattle(own));
      for (const documentIds of [
        undefined,
        null,
        id,
        [],
        [null],
        [{ $ne: '' }],
        [7],
        ['a b'],
        ['x'.repeat(65)],
        Array.from({ length: MOST_WORKSHOPS + 1 }, (_, number) => `id${number}`),
      ]) {
        const { status, body } = await pat.ask('/workshop-actions/cancel', { documentIds });
        expect([documentIds, status]).toEqual([documentIds, 400]);
        expect(body).toMatchObject({ error: { details: { errors: [{ path: ['documentIds'] }] } } });
      }
      expect((await act('cancel', [id], { sessions: [] })).fields).toEqual(['sessions']);
      expect((await act('duplicate', [id], { dates: [day(30)], publish: 'yes' })).fields).toEqual([
        'publish',
      ]);
      expect((await pat.ask('/workshop-actions/delete', { documentIds: [id] })).status).toBe(404);
      expect(await live(id)).toMatchObject({ availability: 'scheduled' });
    });

    it('with the rights that the form asks for', async () => {
      const id = await publishWorkshop(cms, seattle(own));
      const [nobody, reader] = [
        stranger(cms),
        await ownRole(cms, 'readers', [['plugin::content-manager.explorer.read', WORKSHOP, ['title']]]),
      ];
      expect((await act('cancel', [id], {}, nobody)).status).toBe(401);
      for (const action of WORKSHOP_ACTIONS.filter((each) => each !== 'reinstate')) {
        const more = { 'new-dates': { sessions: [session(30)] }, duplicate: { dates: [day(30)] } }[
          action as string
        ];
        const { results } = await act(action, [id], more, reader);
        expect([action, results[0]?.problem]).toEqual([action, 'Your account may not do this.']);
      }
      expect(await live(id)).toMatchObject({ availability: 'scheduled' });
      const maya = await signIn(cms, 'maya@marketing.test', 'marketing');
      expect((await act('full', [id], {}, maya)).results).toMatchObject([{ problem: null }]);
    });
  });

  it('a partner’s home says what waits for them, and nobody else’s does', async () => {
    const kim = await signIn(cms, 'kim@busy.test', 'regional-partner');
    const busy = await makePartner(cms, 'Busy Partner', { admins: [kim.id], email: 'kim@busy.test' });
    const needsOf = async (who: Person): Promise<Need[]> =>
      (await who.ask('/workshop-actions/needs')).body.needs as Need[];
    const [costs] = await needsOf(kim);
    expect(costs).toMatchObject({ link: `/content-manager/collection-types/${PARTNER}/${busy}` });
    await documents(cms, PARTNER).update({ documentId: busy, data: { costNote: 'Ask us.' } });
    expect(await needsOf(kim)).toEqual([]);

    const later = await makeDraft(seattle(busy, { title: 'Later', sessions: [session(30)] }));
    await makeDraft(seattle(busy, { title: 'Soon', sessions: [session(5)] }));
    await makeDraft(seattle(other, { title: 'Not theirs' }));
    const asked = await publishWorkshop(cms, seattle(busy, { title: 'Asked about' }));
    await sendInquiry(cms, {
      purpose: 'place',
      name: 'Ana',
      email: 'ana@school.test',
      school: null,
      zip: null,
      role: null,
      grades: [],
      teachers: null,
      message: 'Is there a place?',
      workshop: String((await live(asked))?.slug),
      partner: null,
    });
    const words = async (): Promise<string[]> => (await needsOf(kim)).map((need) => need.words);
    expect(await words()).toEqual([
      'One person waits for your answer.',
      expect.stringMatching(/^“Soon”, .+, is a draft/),
      expect.stringMatching(/^“Later”, .+, is a draft/),
    ]);
    await documents(cms, WORKSHOP).update({
      documentId: asked,
      data: { sessions: [session(-3)] },
      status: 'published',
    });
    expect((await words())[1]).toBe(
      '“Asked about” is over, and somebody who asked about it still waits: answer, or close it.',
    );
    await documents(cms, WORKSHOP).publish({ documentId: later });
    expect(await words()).toHaveLength(3);
    expect((await needsOf(pat)).every(({ words: said }) => !/Later|Soon|Asked/.test(said))).toBe(true);
    const staff = await signIn(cms, 'sam@marketing.test', 'marketing');
    expect(await needsOf(staff)).toEqual([]);
  });
});
