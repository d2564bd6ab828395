import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningCms, startCms } from './cms';
import { onEachDatabase } from './databases';
import {
  day,
  documents,
  type Fields,
  makePartner,
  PARTNER,
  type Person,
  publishWorkshop,
  seattle,
  session,
  signIn,
  WORKSHOP,
} from './stories';

const WORKSHOPS = `/content-manager/collection-types/${WORKSHOP}`;
const PARTNERS = `/content-manager/collection-types/${PARTNER}`;

onEachDatabase('a person who acts for a Regional Partner', (database) => {
  let cms: RunningCms;
  let pat: Person;
  let own: string;
  let other: string;
  let ownWorkshop: string;
  let othersWorkshop: string;

  const partnerOf = async (workshop: string): Promise<unknown> => {
    const found = await documents(cms, WORKSHOP).findOne({ documentId: workshop, populate: ['partner'] });
    return (found?.partner as Fields | null)?.documentId;
  };
  const titleOf = async (workshop: string): Promise<unknown> =>
    (await documents(cms, WORKSHOP).findOne({ documentId: workshop }))?.title;
  const entered = ({ partner: _, ...fields }: Fields): Fields => fields;

  beforeAll(async () => {
    cms = await startCms({ database });
    pat = await signIn(cms, 'pat@partner.test', 'regional-partner');
    own = await makePartner(cms, 'Own Partner', { admins: [pat.id], territory: [{ state: 'WA' }] });
    other = await makePartner(cms, 'Other Partner', { territory: [{ state: 'OR' }] });
    ownWorkshop = await publishWorkshop(cms, seattle(own, { title: 'Ours' }));
    othersWorkshop = await publishWorkshop(cms, seattle(other, { title: 'Theirs' }));
  });
  afterAll(() => cms?.stop());

  it('sees their own workshops in the list, and no other’s', async () => {
    const { status, body } = await pat.ask(WORKSHOPS);
    expect(status).toBe(200);
    expect((body.results as Fields[]).map(({ title }) => title)).toEqual(['Ours']);
    expect((body.pagination as Fields).total).toBe(1);
  });

  it('finds no other’s by asking for it by id, by searching or by filtering', async () => {
    for (const query of ['', '?status=published'])
      expect((await pat.ask(`${WORKSHOPS}/${othersWorkshop}${query}`)).status).toBe(404);
    for (const query of [
      '_q=Theirs',
      'filters[title][$eq]=Theirs',
      'filters[partner][name][$eq]=Other Partner',
    ]) {
      const { body } = await pat.ask(`${WORKSHOPS}?${query}`);
      expect(JSON.stringify(body)).not.toContain('Theirs');
    }
  });

  it('enters one and publishes it: partner, place, zone and instants are filled in', async () => {
    const { status, body } = await pat.ask(`${WORKSHOPS}/actions/publish`, {
      ...entered(seattle('', { title: 'Entered by Pat' })),
    });
    expect(status).toBe(200);
    const { documentId } = body.data as { documentId: string };
    expect(await partnerOf(documentId)).toBe(own);
    const list = (await (await cms.get('/api/workshops')).json()) as { workshops: Fields[] };
    expect(list.workshops.find(({ title }) => title === 'Entered by Pat')).toMatchObject({
      timeZone: 'America/Los_Angeles',
      place: { city: 'Seattle', state: 'WA' },
      partner: { slug: 'own-partner' },
    });
  });

  it('edits one step by step', async () => {
    const { status } = await pat.ask(`${WORKSHOPS}/${ownWorkshop}`, { notes: 'Bring a laptop' }, 'PUT');
    expect(status).toBe(200);
    expect((await pat.ask(`${WORKSHOPS}/${ownWorkshop}`)).body.data).toMatchObject({
      notes: 'Bring a laptop',
      timeZone: 'America/Los_Angeles',
    });
  });

  it('can’t create for another partner, nor move one there', async () => {
    const created = await pat.ask(WORKSHOPS, seattle(other, { title: 'Smuggled' }));
    const { documentId } = (created.body.data ?? {}) as { documentId?: string };
    if (documentId) expect(await partnerOf(documentId)).toBe(own);
    for (const partner of [
      other,
      { documentId: other },
      { connect: [{ documentId: other }] },
      { set: [] },
      null,
    ]) {
      await pat.ask(`${WORKSHOPS}/${ownWorkshop}`, { partner }, 'PUT');
      expect(await partnerOf(ownWorkshop)).toBe(own);
    }
  });

  it('can’t change, publish, take down, discard, clone or delete another’s', async () => {
    const refused = [
      await pat.ask(`${WORKSHOPS}/${othersWorkshop}`, { title: 'Taken' }, 'PUT'),
      await pat.ask(`${WORKSHOPS}/${othersWorkshop}/actions/publish`, { title: 'Taken' }),
      await pat.ask(`${WORKSHOPS}/${othersWorkshop}/actions/unpublish`, {}),
      await pat.ask(`${WORKSHOPS}/${othersWorkshop}/actions/discard`, {}),
      await pat.ask(`${WORKSHOPS}/clone/${othersWorkshop}`, { title: 'Copied' }),
      await pat.ask(`${WORKSHOPS}/auto-clone/${othersWorkshop}`, {}),
      await pat.ask(`${WORKSHOPS}/${othersWorkshop}`, undefined, 'DELETE'),
    ];
    for (const { status } of refused) expect(status).toBe(404);
    expect(await titleOf(othersWorkshop)).toBe('Theirs');
    expect((await cms.get('/api/workshops/deep-dive-in-seattle')).status).toBe(404);
    const copied = await documents(cms, WORKSHOP).findFirst({ filters: { title: 'Copied' } });
    expect(copied).toBeNull();
  });

  it('can’t reach another’s with the bulk actions, not even among their own', async () => {
    for (const action of ['bulkPublish', 'bulkUnpublish', 'bulkDelete']) {
      for (const documentIds of [[othersWorkshop], [ownWorkshop, othersWorkshop]])
        expect((await pat.ask(`${WORKSHOPS}/actions/${action}`, { documentIds })).status).toBe(404);
      expect(await titleOf(othersWorkshop)).toBe('Theirs');
      const published = await documents(cms, WORKSHOP).findOne({
        documentId: othersWorkshop,
        status: 'published',
      });
      expect(published).not.toBeNull();
    }
  });

  it('can’t look around through relations, other types or settings', async () => {
    const paths = [
      `/content-manager/relations/${WORKSHOP}/partner`,
      `/content-manager/relations/${WORKSHOP}/${ownWorkshop}/partner`,
      `/content-manager/relations/${PARTNER}/${other}/workshops`,
      `/content-manager/relations/${PARTNER}/admins`,
      `/content-manager/relations/${PARTNER}/${own}/admins`,
      `/content-manager/relations/${PARTNER}/${own}/workshops`,
      '/content-manager/collection-types/api::page.page',
      '/content-manager/collection-types/inquiries::inquiry',
      '/content-manager/single-types/api::site.site',
      '/content-manager/collection-types/admin::user',
      '/admin/users',
      '/admin/roles',
      '/admin/api-tokens',
      '/admin/webhooks',
      '/upload/files',
    ];
    for (const path of paths) {
      const { status, body } = await pat.ask(path);
      const leaks = /Other Partner|Theirs/.test(JSON.stringify(body));
      expect({ path, status, leaks }).toEqual({ path, status: 403, leaks: false });
    }
  });

  it('sees nothing of others on the admin’s first page', async () => {
    for (const action of ['update', 'publish']) {
      const { body } = await pat.ask(`/content-manager/homepage/recent-documents?action=${action}`);
      expect(JSON.stringify(body)).not.toContain('Theirs');
    }
  });

  it('stays within bounds even when the permission has lost its condition', async () => {
    const permissions = cms.strapi.db.query('admin::permission');
    const where = { role: { code: 'regional-partner' } };
    const before: { id: number; conditions: unknown }[] = await permissions.findMany({ where });
    for (const { id } of before) await permissions.update({ where: { id }, data: { conditions: [] } });
    try {
      const { body } = await pat.ask(WORKSHOPS);
      expect(JSON.stringify(body)).not.toContain('Theirs');
      expect((await pat.ask(`${WORKSHOPS}/${othersWorkshop}`)).status).toBe(404);
      const update = await pat.ask(`${WORKSHOPS}/${othersWorkshop}`, { title: 'Taken' }, 'PUT');
      expect(update.status).toBe(404);
      expect((await pat.ask(`${WORKSHOPS}/${othersWorkshop}`, undefined, 'DELETE')).status).toBe(404);
      expect(await titleOf(othersWorkshop)).toBe('Theirs');
    } finally {
      for (const { id, conditions } of before)
        await permissions.update({ where: { id }, data: { conditions } });
    }
  });

  it('sees and does nothing while they act for no partner', async () => {
    const nina = await signIn(cms, 'nina@partner.test', 'regional-partner');
    expect((await nina.ask(WORKSHOPS)).body.results).toEqual([]);
    expect((await nina.ask(WORKSHOPS, entered(seattle('')))).status).toBe(403);
  });

  it('acts for one partner only', async () => {
    const both = documents(cms, PARTNER).update({ documentId: other, data: { admins: [pat.id] } });
    await expect(both).rejects.toThrow('pat@partner.test already acts for Own Partner');
  });

  it('clones their own: the copy has an address of its own', async () => {
    const { status, body } = await pat.ask(`${WORKSHOPS}/clone/${ownWorkshop}`, { sessions: [session(20)] });
    expect(status).toBe(200);
    const copy = (body.data ?? body) as { documentId: string };
    const [original, cloned] = await Promise.all(
      [ownWorkshop, copy.documentId].map((documentId) => documents(cms, WORKSHOP).findOne({ documentId })),
    );
    expect(cloned?.slug).not.toBe(original?.slug);
    expect(await partnerOf(copy.documentId)).toBe(own);
  });

  it('duplicates their own: the copy asks for its dates, and has those it is given and no other', async () => {
    const dates = async (documentId: string) => {
      const stored = await documents(cms, WORKSHOP).findOne({ documentId, populate: ['sessions'] });
      return ((stored?.sessions ?? []) as Fields[]).map(({ date }) => date);
    };
    const series = await publishWorkshop(cms, seattle(own, { sessions: [session(10), session(12)] }));
    const later = await pat.ask(`${WORKSHOPS}/clone/${series}`, { sessions: [session(30)] });
    expect(await dates((later.body.data as { documentId: string }).documentId)).toEqual([day(30)]);

    const duplicated = await pat.ask(`${WORKSHOPS}/clone/${ownWorkshop}`, {});
    expect(duplicated.status).toBe(200);
    const { documentId } = (duplicated.body.data ?? duplicated.body) as { documentId: string };
    expect(await dates(documentId)).toEqual([]);
    const asks = { availability: 'scheduled', startsAt: null, venue: { zip: '98101' } };
    expect(await documents(cms, WORKSHOP).findOne({ documentId, populate: ['venue'] })).toMatchObject(asks);
  });
});

/** What of a profile those write who act for the partner, each with a value. */
const WRITTEN: Fields = {
  contactName: 'Hannah Okafor',
  email: 'hello@own-partner.test',
  phone: '(206) 555-0100',
  website: 'https://own-partner.test',
  about: 'We host workshops.',
  costNote: 'Ask us first.',
  discounts: [{ name: 'Colleagues together', percentOff: 10, minimumPeople: 2 }],
  groupPrices: [{ minimumPeople: 20, pricePerPerson: 200 }],
  teachersNeeded: 15,
};

/** What staff keeps, each with values that are another. */
const STAFFS: [field: string, value: unknown][] = [
  ['name', 'Renamed'],
  ['slug', 'elsewhere'],
  ['territory', [{ state: 'CA' }]],
  ['territory', []],
  ['logo', 1],
  ['admins', { connect: [{ id: 1 }] }],
  ['admins', { set: [] }],
  ['workshops', { connect: [{ documentId: 'anothers' }] }],
];

onEachDatabase('the profile of a Regional Partner', (database) => {
  let cms: RunningCms;
  let pat: Person;
  let own: string;
  let other: string;

  beforeAll(async () => {
    cms = await startCms({ database });
    pat = await signIn(cms, 'pat@partner.test', 'regional-partner');
    own = await makePartner(cms, 'Own Partner', {
      admins: [pat.id],
      territory: [{ state: 'WA' }, { zips: '97201, 97202' }],
      phone: '(206) 555-0145',
    });
    other = await makePartner(cms, 'Other Partner', { territory: [{ state: 'OR' }] });
  });
  afterAll(() => cms?.stop());

  const stored = (documentId: string) =>
    documents(cms, PARTNER).findOne({
      documentId,
      populate: ['territory', 'discounts', 'groupPrices', 'admins', 'logo', 'workshops'],
    });
  const opened = async (): Promise<Fields> => (await pat.ask(`${PARTNERS}/${own}`)).body.data as Fields;

  it('is seen by those who act for it, without accounts, and no other is', async () => {
    const { status, body } = await pat.ask(PARTNERS);
    expect(status).toBe(200);
    expect((body.results as Fields[]).map(({ name }) => name)).toEqual(['Own Partner']);
    const profile = await opened();
    expect(profile).toMatchObject({ name: 'Own Partner', phone: '(206) 555-0145', territory: [{}, {}] });
    expect(profile).not.toHaveProperty('admins');
    for (const query of ['_q=Other', 'filters[name][$eq]=Other Partner', `filters[admins][id][$gt]=0`])
      expect(JSON.stringify((await pat.ask(`${PARTNERS}?${query}`)).body)).not.toContain('Other Partner');
    expect((await pat.ask(`${PARTNERS}/${other}`)).status).toBe(404);
    for (const path of ['', '/compare?from=1&to=1'])
      expect((await pat.ask(`/versions/${PARTNER}/${other}${path}`)).status).toBe(403);
    expect((await pat.ask('/ownership/me')).body).toMatchObject({ partner: { documentId: own } });
  });

  it.each(Object.entries(WRITTEN))('is theirs to write: %s', async (field, value) => {
    const saved = await pat.ask(`${PARTNERS}/${own}`, { ...(await opened()), [field]: value }, 'PUT');
    expect(saved.status).toBe(200);
    expect(await stored(own)).toMatchObject({ [field]: value });
  });

  it.each(STAFFS)(
    'is staff’s in part: changing %s is refused, and nothing of it saved',
    async (field, value) => {
      const before = await stored(own);
      const sent = { ...(await opened()), about: 'Taken along', [field]: value };
      const { status, body } = await pat.ask(`${PARTNERS}/${own}`, sent, 'PUT');
      expect(status).toBe(400);
      expect(body).toMatchObject({ error: { details: { errors: [{ path: [field] }] } } });
      expect(await stored(own)).toEqual(before);
    },
  );

  it('leaves no field undecided: each is theirs or staff’s', () => {
    const fields = Object.entries(cms.strapi.getModel(PARTNER).attributes)
      .filter(([name]) => !/^(created|updated|published)(At|By)$|^locali|^locale$/.test(name))
      .map(([name]) => name);
    const decided = [...Object.keys(WRITTEN), ...STAFFS.map(([field]) => field)];
    expect(fields.filter((field) => !decided.includes(field))).toEqual([]);
  });

  it('is neither made, copied, removed nor taken back beyond what is theirs', async () => {
    const name = { name: 'A third', slug: 'a-third' };
    expect((await pat.ask(PARTNERS, name)).status).toBe(403);
    expect((await pat.ask(`${PARTNERS}/clone/${own}`, name)).status).toBe(403);
    expect((await pat.ask(`${PARTNERS}/auto-clone/${own}`, {})).status).toBe(403);
    expect((await pat.ask(`${PARTNERS}/${own}`, undefined, 'DELETE')).status).toBe(403);
    expect((await pat.ask(`${PARTNERS}/actions/bulkDelete`, { documentIds: [own] })).status).toBe(403);
    expect((await pat.ask(`${PARTNERS}/${other}`, { about: 'Taken' }, 'PUT')).status).toBe(404);

    await documents(cms, PARTNER).update({ documentId: own, data: { territory: [{ state: 'ID' }] } });
    const restored = await pat.ask(`/versions/${PARTNER}/${own}/restore`, { version: 1 });
    expect(restored.status).toBe(200);
    expect(await stored(own)).toMatchObject({ phone: '(206) 555-0145', territory: [{ state: 'ID' }] });
  });

  it('stays within bounds even when the permission has lost its condition and its fields', async () => {
    const permissions = cms.strapi.db.query('admin::permission');
    const where = { role: { code: 'regional-partner' }, subject: PARTNER };
    const before: { id: number; conditions: unknown; properties: unknown }[] = await permissions.findMany({
      where,
    });
    for (const { id } of before)
      await permissions.update({ where: { id }, data: { conditions: [], properties: {} } });
    try {
      expect(JSON.stringify((await pat.ask(PARTNERS)).body)).not.toContain('Other Partner');
      expect((await pat.ask(`${PARTNERS}/${other}`, { about: 'Taken' }, 'PUT')).status).toBe(404);
      expect((await pat.ask(`${PARTNERS}/${own}`, { slug: 'elsewhere' }, 'PUT')).status).toBe(400);
      expect(await stored(own)).toMatchObject({ slug: 'own-partner' });
    } finally {
      for (const { id, conditions, properties } of before)
        await permissions.update({ where: { id }, data: { conditions, properties } });
    }
  });
});

onEachDatabase('marketing', (database) => {
  let cms: RunningCms;
  let maya: Person;
  beforeAll(async () => {
    cms = await startCms({ database });
    maya = await signIn(cms, 'maya@marketing.test', 'marketing');
  });
  afterAll(() => cms?.stop());

  it('edits and publishes a figure, a page, prices and any partner’s workshop', async () => {
    const [, figure] = await Promise.all([
      maya.ask('/content-manager/collection-types/api::page.page'),
      maya.ask('/content-manager/collection-types/api::figure.figure?filters[key][$eq]=educators'),
    ]);
    const [{ documentId }] = figure.body.results as [{ documentId: string }];
    const published = await maya.ask(
      `/content-manager/collection-types/api::figure.figure/${documentId}/actions/publish`,
      { value: '1000000' },
    );
    expect(published.status).toBe(200);
    expect((await maya.ask('/content-manager/single-types/api::pricing.pricing')).status).toBe(200);
    expect((await maya.ask(WORKSHOPS)).status).toBe(200);
    expect((await maya.ask('/upload/files')).status).toBe(200);
  });

  it('has no rights over people, roles, tokens and inquiries', async () => {
    for (const path of [
      '/admin/users',
      '/admin/roles',
      '/admin/api-tokens',
      '/admin/webhooks',
      '/content-manager/collection-types/inquiries::inquiry',
    ])
      expect({ path, status: (await maya.ask(path)).status }).toEqual({ path, status: 403 });
  });
});
