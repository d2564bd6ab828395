import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningCms, startCms } from './cms';
import { databases } from './databases';
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
  publishWorkshop,
  seattle,
  signIn,
  WORKSHOP,
} from './stories';

const READ = 'plugin::content-manager.explorer.read';
const WORKSHOPS = `/content-manager/collection-types/${WORKSHOP}`;

/** What leads to people's accounts, which none of these roles may look at. */
const PEOPLE = [
  'createdBy.email',
  'updatedBy.firstname',
  'createdBy.roles.code',
  'partner.admins.email',
  'partner.admins.lastname',
  'partner.createdBy.email',
  'localizations.createdBy.email',
];

describe.each(databases)('what a role may not read, on %s', (database) => {
  let cms: RunningCms;
  let people: Record<'maya' | 'pat' | 'reader', Person>;
  let othersWorkshop: string;
  let other: string;

  const listed = async ({ ask }: Person, query: string): Promise<string[]> => {
    const { status, body } = await ask(`${WORKSHOPS}?${query}`);
    expect({ query, status }).toEqual({ query, status: 200 });
    return (body.results as Fields[]).map(({ documentId }) => String(documentId));
  };

  beforeAll(async () => {
    cms = await startCms({ database });
    people = {
      maya: await signIn(cms, 'maya@marketing.test', 'marketing'),
      pat: await signIn(cms, 'pat@partner.test', 'regional-partner'),
      reader: await ownRole(cms, 'readers', [
        [READ, WORKSHOP, ['title', 'partner']],
        [READ, FIGURE, ['key']],
      ]),
    };
    const zoe = await signIn(cms, 'zoe@partner.test', 'regional-partner');
    const own = await makePartner(cms, 'Own Partner', { admins: [people.pat.id] });
    other = await makePartner(cms, 'Zealous Partner', { admins: [zoe.id], email: 'hello@zealous.test' });
    for (const title of ['C', 'A', 'B']) await people.pat.ask(WORKSHOPS, seattle('', { title }));
    await people.maya.ask(WORKSHOPS, seattle(own, { title: 'D' }));
    othersWorkshop = await publishWorkshop(cms, seattle(other, { title: 'Theirs' }));
    await documents(cms, FIGURE).create({
      data: figure('teachers-981', { source: 'secret', phrase: 'over {value} Nans' }),
    });
  });
  afterAll(() => cms?.stop());

  it('changes neither which entries a list shows nor their order', async () => {
    const hidden: [Person, string[]][] = [
      [people.maya, PEOPLE],
      [people.pat, [...PEOPLE, 'partner.name', 'partner.email', 'partner.workshops.title']],
      [people.reader, [...PEOPLE, 'partner.name', 'partner.email', 'slug', 'notes']],
    ];
    for (const [person, paths] of hidden)
      for (const path of paths) {
        const field = path
          .split('.')
          .map((part) => `[${part}]`)
          .join('');
        const all = await listed(person, '');
        for (const query of [
          `sort=${path}:asc`,
          `sort=${path}:desc`,
          `filters${field}[$startsWith]=z`,
          `filters${field}[$null]=true`,
          `filters[$and][0]${field}[$notContains]=a`,
          `filters[$or][0]${field}[$eq]=nobody`,
          `filters[$not]${field}[$contains]=a`,
        ])
          expect({ path, query, listed: await listed(person, query) }).toEqual({ path, query, listed: all });
      }
  });

  it('can still be sorted, filtered and searched by where it may be read', async () => {
    expect(await listed(people.maya, 'filters[partner][name][$eq]=Zealous Partner')).toEqual([
      othersWorkshop,
    ]);
    expect((await listed(people.maya, 'sort=partner.name:desc'))[0]).toBe(othersWorkshop);
    expect(await listed(people.pat, '_q=A&filters[title][$eq]=A')).toHaveLength(1);
    expect(await listed(people.pat, 'sort=title:asc')).not.toEqual(
      await listed(people.pat, 'sort=title:desc'),
    );
  });

  it('is not found by searching', async () => {
    const figures = `/content-manager/collection-types/${FIGURE}`;
    const found = async (text: string) =>
      ((await people.reader.ask(`${figures}?_q=${text}`)).body.results as Fields[]).length;
    expect([await found('secret'), await found('Nan'), await found('981')]).toEqual([0, 0, 1]);
  });

  it('is in no relation picker', async () => {
    const picker = (path: string) => `/content-manager/relations/${path}`;
    const refused: [Person, string][] = [
      [people.maya, picker(`${PARTNER}/admins`)],
      [people.maya, picker(`${PARTNER}/admins?_q=z`)],
      [people.maya, picker(`${WORKSHOP}/createdBy`)],
      [people.pat, picker(`${WORKSHOP}/partner?idsToOmit[0]=1`)],
      [people.pat, picker(`${WORKSHOP}/partner?idsToInclude[0]=1`)],
      [people.pat, picker('elements.action/page')],
      [people.pat, picker('elements.action/1/page')],
      [people.pat, picker(`${PARTNER}/${other}/admins`)],
      [people.reader, picker(`${WORKSHOP}/partner?filters[email][$startsWith]=hello`)],
    ];
    for (const [{ ask }, path] of refused)
      expect({ path, status: (await ask(path)).status }).toEqual({ path, status: 403 });

    const admin = await signIn(cms, 'ada@admin.test', 'strapi-super-admin');
    for (const { ask } of [people.maya, admin])
      for (const query of [
        'populate[admins]=true',
        'populate=*',
        'populate[createdBy]=true',
        'populate[0]=admins',
      ]) {
        const { status, body } = await ask(picker(`${WORKSHOP}/partner?${query}`));
        expect({ query, status }).toEqual({ query, status: 200 });
        expect(JSON.stringify(body)).not.toMatch(/password|@partner\.test|resetPasswordToken/);
      }
    const shown = async (query: string) =>
      ((await people.maya.ask(picker(`${WORKSHOP}/partner?${query}`))).body.results as Fields[]).length;
    expect(await shown('filters[admins][email][$startsWith]=zoe')).toBe(await shown(''));
    expect(await shown('_q=Zealous')).toBe(1);
  });

  it('is not told by addresses, counts and bulk actions', async () => {
    for (const value of ['theirs-seattle', 'free'])
      expect(
        (
          await people.pat.ask('/content-manager/uid/check-availability', {
            contentTypeUID: WORKSHOP,
            field: 'slug',
            value,
          })
        ).status,
      ).toBe(403);
    const taken = await people.maya.ask('/content-manager/uid/check-availability', {
      contentTypeUID: PAGE,
      field: 'slug',
      value: 'deep-dive',
    });
    expect(taken.body.isAvailable).toBe(false);
    const counted = await people.pat.ask(
      `${WORKSHOPS}/actions/countManyEntriesDraftRelations?documentIds[0]=${othersWorkshop}`,
    );
    expect(counted.status).toBe(404);
    for (const action of ['bulkFindForValidation', 'bulkPublish', 'bulkDelete'])
      expect(
        (await people.pat.ask(`${WORKSHOPS}/actions/${action}`, { documentIds: [othersWorkshop] })).status,
      ).toBe(404);
    const found = async (sort: string) =>
      JSON.stringify(
        (
          await people.maya.ask(`${WORKSHOPS}/actions/bulkFindForValidation`, {
            documentIds: await listed(people.maya, ''),
            sort,
          })
        ).body,
      );
    expect(await found('createdBy.email:asc')).toBe(await found('createdBy.email:desc'));
  });

  it('is in no schema, form or fact about the program', async () => {
    const { body } = await people.pat.ask('/content-manager/init');
    const { contentTypes, components } = body.data as Record<
      'contentTypes' | 'components',
      { uid: string }[]
    >;
    expect(contentTypes.map(({ uid }) => uid).sort()).toEqual([PARTNER, WORKSHOP]);
    expect(components.map(({ uid }) => uid).sort()).toEqual([
      'elements.discount',
      'elements.group-price',
      'elements.session',
      'elements.territory-area',
      'elements.venue',
    ]);
    for (const path of ['/content-manager/content-types', '/content-manager/content-types-settings'])
      expect(
        ((await people.pat.ask(path)).body.data as { uid: string }[]).map(({ uid }) => uid).sort(),
      ).toEqual([PARTNER, WORKSHOP]);
    expect((await people.pat.ask('/content-manager/components/elements.venue/configuration')).status).toBe(
      200,
    );
    const form = await people.pat.ask(`/content-manager/content-types/${PARTNER}/configuration`);
    expect(form.status).toBe(200);
    expect(
      JSON.stringify((form.body.data as { contentType: { layouts: Fields } }).contentType.layouts),
    ).not.toContain('admins');
    for (const uid of [`content-types/${PAGE}`, 'components/elements.action', 'content-types/admin::user'])
      expect({ uid, status: (await people.pat.ask(`/content-manager/${uid}/configuration`)).status }).toEqual(
        { uid, status: 403 },
      );
    expect(Object.keys((await people.pat.ask('/admin/information')).body.data as Fields)).not.toContain(
      'dependencies',
    );
  });
});
