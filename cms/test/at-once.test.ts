import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningCms, startCms } from './cms';
import { databases } from './databases';
import {
  day,
  documents,
  type Fields,
  makePartner,
  PAGE,
  PARTNER,
  type Person,
  seattle,
  signIn,
  WORKSHOP,
} from './stories';

interface Refusal {
  details: { errors: { path: string[]; message: string }[] };
}

/** The fields a refusal names, with what it says of each. */
const said = (answer: { body: Fields }): Record<string, string> =>
  Object.fromEntries(
    (answer.body.error as Refusal).details.errors.map(({ path, message }) => [path.join('.'), message]),
  );

describe.each(databases)('mistakes, on %s', (database) => {
  let cms: RunningCms;
  let maya: Person;
  let pat: Person;
  let partner: string;

  beforeAll(async () => {
    cms = await startCms({ database });
    maya = await signIn(cms, 'maya@marketing.test', 'marketing');
    pat = await signIn(cms, 'pat@partner.test', 'regional-partner');
    partner = await makePartner(cms, 'Own Partner', { admins: [pat.id], territory: [] });
  });
  afterAll(() => cms?.stop());

  it('in a workshop are all said when it is published, each at its field, and nothing is stored', async () => {
    const { documentId } = await documents(cms, WORKSHOP).create({ data: seattle(partner) });
    const answer = await pat.ask(
      `/content-manager/collection-types/${WORKSHOP}/${documentId}/actions/publish`,
      {
        ...seattle(partner),
        title: ' ',
        capacity: '-1',
        feeKind: 'amount',
        registrationUrl: 'javascript:alert(1)',
        venue: { name: 'TBD', zip: '00000' },
        sessions: [
          { date: day(10), startTime: '09:00:00', endTime: '09:00:00' },
          { date: day(11), startTime: '09:00:00' },
          { date: 'soon', startTime: '09:00:00', endTime: '16:00:00' },
        ],
      },
    );
    expect(answer.status).toBe(400);
    expect(said(answer)).toEqual({
      title: 'Fill in “Title”.',
      capacity: expect.stringContaining('1 or more'),
      feeAmount: expect.stringContaining('Say what it costs'),
      registrationUrl: expect.stringContaining('can’t lead to a script'),
      'venue.name': expect.stringContaining('TBD'),
      'venue.zip': expect.stringContaining('no ZIP code “00000”'),
      'sessions.1.endTime': 'Dates and times 2: Fill in “Ends”.',
      'sessions.2.date': expect.stringContaining('“soon”'),
    });
    const stored = await documents(cms, WORKSHOP).findOne({ documentId, populate: ['venue'] });
    expect(stored).toMatchObject({ title: 'Deep Dive in Seattle', venue: { zip: '98101' } });
    expect(await documents(cms, WORKSHOP).findOne({ documentId, status: 'published' })).toBeNull();
  });

  it('in a page are said for each of its sections', async () => {
    const text = (words: string) => [{ type: 'paragraph', children: [{ type: 'text', text: words }] }];
    const hero = (fields: Fields) => ({
      __component: 'sections.hero',
      visible: true,
      heading: 'Deep Dive',
      body: text('Come along.'),
      ...fields,
    });
    const { body } = await maya.ask(`/content-manager/collection-types/${PAGE}`, {
      title: 'Mistakes',
      slug: 'mistakes',
      sections: [hero({})],
    });
    const { documentId } = body.data as { documentId: string };
    const answer = await maya.ask(`/content-manager/collection-types/${PAGE}/${documentId}/actions/publish`, {
      title: 'Mistakes'.repeat(20),
      slug: 'two words',
      sections: [
        hero({ heading: null, actions: [{ label: 'Go', style: 'primary', url: '#nowhere' }] }),
        hero({ visible: false, body: text(' ') }),
        hero({ body: text('Over ____ educators') }),
      ],
    });
    expect(said(answer)).toEqual({
      title: expect.stringContaining('room for 120 letters'),
      slug: expect.stringContaining('letters, digits and hyphens'),
      'sections.0.heading': expect.stringContaining('Fill in “Heading”'),
      'sections.0.actions.0.url': expect.stringContaining('has no such part'),
      'sections.1.body': expect.stringContaining('Fill in “Text”'),
      'sections.2.body': expect.stringContaining('still holds a blank'),
    });
  });

  it('in what has no drafts are said when it is saved', async () => {
    await makePartner(cms, 'Wyoming Partner', { territory: [{ kind: 'state', state: 'WY' }] });
    const answer = await maya.ask(
      `/content-manager/collection-types/${PARTNER}/${partner}`,
      {
        name: null,
        email: 'pat@',
        phone: '555',
        website: 'www.example.org',
        territory: [{ kind: 'state', state: 'WY' }],
      },
      'PUT',
    );
    expect(answer.status).toBe(400);
    expect(Object.keys(said(answer)).sort()).toEqual([
      'email',
      'name',
      'phone',
      'territory.0.state',
      'website',
    ]);
    const stored = await documents(cms, PARTNER).findOne({ documentId: partner });
    expect(stored).toMatchObject({ name: 'Own Partner' });
  });

  it('can be asked for before anything is saved, with what is worth a second look', async () => {
    const announced: string[] = [];
    const stop = cms.strapi.eventHub.subscribe(async (name, { uid }) => {
      if (uid === WORKSHOP) announced.push(name);
    });
    const before = await documents(cms, WORKSHOP).create({ data: seattle(partner) });
    await expect.poll(() => announced).toContain('entry.create');
    announced.length = 0;
    const count = () => cms.strapi.db.query(WORKSHOP).count();
    const stored = await count();
    const rehearse = (id: string, fields: Fields) =>
      pat.ask(
        `/content-manager/collection-types/${WORKSHOP}${id}/actions/publish?rehearse=true`,
        seattle(partner, fields),
      );
    const night = [{ date: day(10), startTime: '22:00:00', endTime: '02:00:00' }];
    const changed = await rehearse(`/${before.documentId}`, { sessions: night, title: 'Another' });
    expect(changed.status).toBe(200);
    expect(changed.body.shown).toMatch(/10:00 PM – 2:00 AM P[SD]T \(next day\) · Seattle, WA$/);
    expect(changed.body.remarks).toEqual([
      'Seattle, WA belongs to no partner’s territory.',
      expect.stringMatching(/10:00 PM – 2:00 AM P[SD]T \(next day\)/),
    ]);
    expect(await documents(cms, WORKSHOP).findOne({ documentId: before.documentId })).toMatchObject({
      title: 'Deep Dive in Seattle',
    });

    const dear = await rehearse('', { feeKind: 'amount', feeAmount: 5000 });
    expect(dear.body.remarks).toContainEqual(expect.stringContaining('more than the value of a place'));

    const copy = await rehearse('', {});
    expect(copy.status).toBe(200);
    expect(copy.body.remarks).toContainEqual(expect.stringContaining('is the same kind of workshop'));
    const refused = await rehearse('', { title: null, venue: { zip: '2139' } });
    expect(Object.keys(said(refused)).sort()).toEqual(['title', 'venue.zip']);
    expect(await count()).toBe(stored);
    expect(announced).toEqual([]);
    stop();
  });

  it('are said by the server alone: the admin is given nothing to check', async () => {
    const bare: string[] = [];
    for (const person of [maya, pat]) {
      const { body } = await person.ask('/content-manager/init');
      const { contentTypes, components } = body.data as Record<
        string,
        { uid: string; attributes: Record<string, Fields> }[]
      >;
      for (const { uid, attributes } of [...(contentTypes ?? []), ...(components ?? [])])
        for (const [name, { type, required, minLength, maxLength, min }] of Object.entries(attributes))
          if (
            type !== 'component' &&
            [required, minLength, maxLength, min].some((limit) => limit !== undefined)
          )
            bare.push(`${uid} ${name}`);
    }
    expect(bare).toEqual([]);
  });
});
