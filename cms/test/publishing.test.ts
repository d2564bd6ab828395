import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningCms, startCms } from './cms';
import { onEachDatabase } from './databases';
import {
  documents,
  FIGURE,
  type Fields,
  makePartner,
  PAGE,
  PARTNER,
  SITE,
  seattle,
  session,
  signIn,
  WORKSHOP,
} from './stories';

const paragraph = (text: string) => [{ type: 'paragraph', children: [{ type: 'text', text }] }];
const hero = (fields: Fields = {}): Fields => ({
  __component: 'sections.hero',
  heading: 'Deep Dive',
  body: paragraph('Come along.'),
  actions: [],
  ...fields,
});

interface Refusal {
  message: string;
  details: { errors: { path: string[]; message: string }[] };
}
const refusal = (promise: Promise<unknown>): Promise<Refusal> =>
  promise.then(
    () => expect.fail('nothing was refused'),
    (error: Refusal) => error,
  );

onEachDatabase('what may be saved and published', (database) => {
  let cms: RunningCms;
  let partner: string;
  const makePage = async (slug: string, ...sections: Fields[]) =>
    (await documents(cms, PAGE).create({ data: { title: 'A page', slug, sections } })).documentId;
  const publishPage = (documentId: string) => documents(cms, PAGE).publish({ documentId });
  const read = async (path: string) => (await (await cms.get(path)).json()) as Fields;

  beforeAll(async () => {
    cms = await startCms({ database });
    partner = await makePartner(cms, 'Puget Codes', { territory: [{ state: 'WA' }] });
  });
  afterAll(() => cms?.stop());

  describe('a page', () => {
    it('with a blank is not published, and the message names section and field', async () => {
      const page = await makePage('blank', hero(), hero({ heading: 'With ____ educators' }));
      const { message, details } = await refusal(publishPage(page));
      expect(message).toContain('Section 2 (Opening, “With ____ educators”): “Heading” still holds a blank');
      expect(details.errors[0]?.path).toEqual(['sections', '1', 'heading']);
      expect((await cms.get('/api/pages/blank')).status).toBe(404);
    });

    it('is refused in one step as in two, and then nothing is saved', async () => {
      const data = { title: 'A page', slug: 'one-step', sections: [hero({ heading: '____' })] };
      await refusal(documents(cms, PAGE).create({ data, status: 'published' }));
      expect(await documents(cms, PAGE).findFirst({ filters: { slug: 'one-step' } })).toBeNull();
    });

    it('with an unknown figure, a dead or unsafe button, or a reserved address is not published', async () => {
      const refused = async (slug: string, section: Fields): Promise<string> =>
        (await refusal(publishPage(await makePage(slug, section)))).message;
      expect(await refused('figure', hero({ body: paragraph('{{teechers}}') }))).toContain('{{teechers}}');
      expect(await refused('dead', hero({ actions: [{ label: 'Go' }] }))).toContain('“Go” leads nowhere');
      const unsafe = hero({ actions: [{ label: 'Go', url: 'javascript:alert(1)' }] });
      expect(await refused('unsafe', unsafe)).toContain('isn’t an address we can link to');
      expect(await refused('workshops', hero())).toContain('belongs to another part of the site');
    });

    it('can’t lead to a page that visitors can’t see', async () => {
      const target = await makePage('target', hero());
      const page = await makePage('pointing', hero({ actions: [{ label: 'Go', page: target }] }));
      expect((await refusal(publishPage(page))).message).toContain('leads to a page that isn’t published');
      await publishPage(target);
      await publishPage(page);
      expect(((await read('/api/pages/pointing')).sections as Fields[])[0]).toMatchObject({
        actions: [{ page: { slug: 'target', title: 'A page' } }],
      });
      await documents(cms, PAGE).unpublish({ documentId: target });
      expect(((await read('/api/pages/pointing')).sections as Fields[])[0]).toMatchObject({ actions: [] });
    });

    it('leaves out a section that is switched off, whatever is in it', async () => {
      await publishPage(
        await makePage(
          'switched',
          hero(),
          hero({ visible: false, heading: '____', actions: [{ label: 'Go' }] }),
        ),
      );
      expect((await read('/api/pages/switched')).sections).toHaveLength(1);
      expect(JSON.stringify(await read('/api/pages/switched'))).not.toContain('____');
    });

    it('quotes a figure without its number, and with it as soon as it is known', async () => {
      const figure = await documents(cms, FIGURE).create({
        data: { key: 'schools', phrase: 'over {value} schools', wordingWithout: 'schools' },
        status: 'published',
      });
      await publishPage(await makePage('figures', hero({ body: paragraph('With {{schools}}.') })));
      const body = async () => ((await read('/api/pages/figures')).sections as Fields[])[0]?.body;
      expect(await body()).toEqual(paragraph('With schools.'));
      const { documentId } = figure;
      await documents(cms, FIGURE).update({ documentId, data: { value: '1234567' } });
      expect(await body()).toEqual(paragraph('With schools.'));
      await documents(cms, FIGURE).publish({ documentId });
      expect(await body()).toEqual(paragraph('With over 1,234,567 schools.'));
      expect((await refusal(documents(cms, FIGURE).delete({ documentId }))).message).toContain('is quoted');
      expect(await body()).toEqual(paragraph('With over 1,234,567 schools.'));
    });
  });

  it('a figure without a place for its number is not published', async () => {
    const figure = { key: 'clubs', phrase: 'many clubs', wordingWithout: 'clubs' };
    const { details } = await refusal(documents(cms, FIGURE).create({ data: figure, status: 'published' }));
    expect(details.errors[0]?.path).toEqual(['phrase']);
  });

  it('the site is not published without a home page', async () => {
    const site = await documents(cms, SITE).findFirst({});
    const { documentId } = site as { documentId: string };
    await documents(cms, SITE).update({ documentId, data: { homePage: null } });
    const { details } = await refusal(documents(cms, SITE).publish({ documentId }));
    expect(details.errors[0]?.path).toEqual(['homePage']);
  });

  describe('a workshop', () => {
    const make = (fields: Fields = {}) => documents(cms, WORKSHOP).create({ data: seattle(partner, fields) });

    it('at an unknown ZIP code is refused, and the admin’s form is told the field', async () => {
      const maya = await signIn(cms, 'maya@marketing.test', 'marketing');
      const { status, body } = await maya.ask(`/content-manager/collection-types/${WORKSHOP}`, {
        ...seattle(partner, { title: 'Nowhere', venue: { zip: '00000' } }),
        partner: { connect: [{ documentId: partner }] },
      });
      expect(status).toBe(400);
      const { details } = body.error as { details: Refusal['details'] };
      expect(details.errors).toEqual([
        {
          path: ['venue', 'zip'],
          message: 'We know no ZIP code “00000”. Check it: five digits, such as 98101, or ZIP+4.',
          name: 'ValidationError',
        },
      ]);
      expect(await documents(cms, WORKSHOP).findFirst({ filters: { title: 'Nowhere' } })).toBeNull();
    });

    it('has place, zone, instants and address worked out, whatever the caller typed there', async () => {
      const made = await make({
        title: 'Deep Dive',
        sessions: [session(20), session(13)],
        latitude: 1,
        longitude: 1,
        timeZone: 'Europe/Paris',
        startsAt: '2020-01-01T00:00:00Z',
      });
      const stored = await documents(cms, WORKSHOP).findOne({
        documentId: made.documentId,
        populate: ['venue', 'sessions'],
      });
      const [first] = (stored?.sessions ?? []) as [{ date: string }];
      expect(first.date).toBe(session(13).date);
      expect(stored).toMatchObject({
        timeZone: 'America/Los_Angeles',
        latitude: expect.closeTo(47.6, 0),
        longitude: expect.closeTo(-122.3, 0),
        venue: { city: 'Seattle', state: 'WA' },
        slug: `deep-dive-seattle-${first.date}`,
      });
      expect(String(stored?.startsAt).slice(0, 10)).toBe(first.date);
      expect(made).toMatchObject({ timeZone: 'America/Los_Angeles', slug: stored?.slug });
    });

    it('moves when its venue does, its sessions unchanged', async () => {
      const { documentId, startsAt } = await make();
      const moved = await documents(cms, WORKSHOP).update({
        documentId,
        data: { venue: { zip: '10001', name: 'Library' } },
      });
      expect(moved.timeZone).toBe('America/New_York');
      expect(Date.parse(String(startsAt)) - Date.parse(String(moved.startsAt))).toBe(3 * 3_600_000);
    });

    it('may lack its venue in a draft, but not on the map', async () => {
      const { documentId, timeZone } = await make({ venue: null });
      expect(timeZone).toBeNull();
      const { details } = await refusal(documents(cms, WORKSHOP).publish({ documentId }));
      expect(details.errors).toContainEqual(expect.objectContaining({ path: ['venue', 'zip'] }));
    });

    it('is announced before it begins, and may be corrected for good once visitors have seen it', async () => {
      const { documentId } = await make({ sessions: [session(-3)] });
      const publish = () => documents(cms, WORKSHOP).publish({ documentId });
      const change = (data: Fields) => documents(cms, WORKSHOP).update({ documentId, data });
      const { details } = await refusal(publish());
      expect(details.errors).toEqual([
        expect.objectContaining({
          path: ['sessions', '0', 'date'],
          message: expect.stringContaining('is over'),
        }),
      ]);
      await change({ wasPublished: true });
      await refusal(publish());

      await change({ sessions: [session(3)] });
      await publish();
      await change({ sessions: [session(-3)], title: 'Deep Dive, with a better title' });
      await documents(cms, WORKSHOP).unpublish({ documentId });
      await publish();

      const copy = (await documents(cms, WORKSHOP).clone({
        documentId,
        data: { title: 'Again', sessions: [session(-2)] },
      })) as unknown as {
        entries: { documentId: string }[];
      };
      await refusal(documents(cms, WORKSHOP).publish({ documentId: copy.entries[0]?.documentId ?? '' }));
    });

    it('is saved with its texts as they can be seen', async () => {
      const made = await make({
        title: '\u200b Deep Dive\u00a0',
        slug: '',
        registrationUrl: ' https://forms.gle/abc\u200b',
        venue: { name: 'Library', zip: '98101\u200b' },
      });
      expect(made).toMatchObject({ title: 'Deep Dive', registrationUrl: 'https://forms.gle/abc' });
      expect(made.slug).toMatch(/^deep-dive-seattle-/);
      const blank = await make({ title: ' \u200b ' });
      const { details } = await refusal(documents(cms, WORKSHOP).publish({ documentId: blank.documentId }));
      expect(details.errors).toContainEqual(expect.objectContaining({ path: ['title'] }));
    });

    it('can’t start when clocks skip the hour, overlap itself, or be in the wrong state', async () => {
      const gap = { date: '2027-03-14', startTime: '02:30:00.000', endTime: '09:00:00.000' };
      expect((await refusal(make({ sessions: [gap] }))).message).toContain('clocks go forward');
      expect((await refusal(make({ sessions: [session(5), session(5)] }))).message).toContain('listed twice');
      const venue = { zip: '98101', state: 'OR' };
      expect((await refusal(make({ venue }))).message).toContain('is in WA, not in OR');
    });

    it('gets an address of its own when another has it', async () => {
      const slugs = await Promise.all([await make({ title: 'Twin' }), await make({ title: 'Twin' })]);
      expect(slugs[1]?.slug).toBe(`${slugs[0]?.slug}-2`);
    });
  });

  describe('a Regional Partner', () => {
    it('can’t take a state or ZIP code that another has, and the message names who', async () => {
      const taken = makePartner(cms, 'Newcomer', { territory: [{ state: 'OR' }, { state: 'WA' }] });
      const { message, details } = await refusal(taken);
      expect(message).toContain('WA already belongs to Puget Codes');
      expect(details.errors[0]?.path).toEqual(['territory', '1', 'state']);
      expect(await documents(cms, PARTNER).findFirst({ filters: { name: 'Newcomer' } })).toBeNull();
      await makePartner(cms, 'Newcomer', { territory: [{ zips: '98101' }] });
    });

    it('can keep its own territory when saved again, and stays while it has workshops', async () => {
      await documents(cms, PARTNER).update({ documentId: partner, data: { about: 'We teach.' } });
      await documents(cms, WORKSHOP).create({ data: seattle(partner) });
      const { message } = await refusal(documents(cms, PARTNER).delete({ documentId: partner }));
      expect(message).toContain('still has');
    });
  });
});
