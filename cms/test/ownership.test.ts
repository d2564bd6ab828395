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
      '/content-manager/relations/api::inquiry.inquiry/workshop',
      `/content-manager/collection-types/${PARTNER}`,
      '/content-manager/collection-types/api::page.page',
      '/content-manager/collection-types/api::inquiry.inquiry',
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
      '/content-manager/collection-types/api::inquiry.inquiry',
    ])
      expect({ path, status: (await maya.ask(path)).status }).toEqual({ path, status: 403 });
  });

  it('shares inquiries with none of Strapi’s own roles but the administrator’s', async () => {
    const permissions = await cms.strapi.db
      .query('admin::permission')
      .findMany({ where: { subject: 'api::inquiry.inquiry' }, populate: ['role'] });
    expect(new Set(permissions.map(({ role }) => role.code))).toEqual(new Set(['strapi-super-admin']));
  });
});
