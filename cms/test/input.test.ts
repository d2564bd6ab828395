import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type RunningCms, startCms } from './cms';
import { databases } from './databases';
import {
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

const TYPES = [PAGE, FIGURE, PARTNER, WORKSHOP, 'api::scholarship.scholarship'];
const SINGLE = [SITE, 'api::pricing.pricing'];

const ODD: [string, unknown][] = [
  ['null', null],
  ['nothing', ''],
  ['true', true],
  ['a fraction', 1.5],
  ['a number no integer holds', 99_999_999_999],
  ['digits without end', '9'.repeat(40)],
  ['a list', []],
  ['an object', {}],
  ['a list of null', [null]],
  ['a list of text', ['x']],
  ['an object that holds more', { id: {}, documentId: {}, connect: 'x', set: [null] }],
  ['NUL', 'a\0b'],
  ['NUL, deep inside', [{ type: 'paragraph', children: [{ type: 'text', text: 'a\0b' }] }]],
  ['NUL in a key', { 'a\0b': 1 }],
  ['256 letters', 'x'.repeat(256)],
  ['3,000 letters', `https://example.org/${'x'.repeat(3000)}`],
  ['a day that is none', '2027-02-30'],
  ['a year that is none', '99999-01-01'],
  ['an hour that is none', '25:61'],
  ['a lone half of a letter', '\ud800'],
];

/** SQLite stores whatever it is given, so that all that refuses is our own, which PostgreSQL's turn tries too: every third will do. */
const SQLITE_TRIES = 3;

interface Attribute {
  type: string;
  component?: string;
  components?: string[];
  repeatable?: boolean;
}

describe.each(databases)('odd input, on %s', (database) => {
  let cms: RunningCms;
  let maya: Person;
  let pat: Person;
  let workshop: string;

  const attributesOf = (uid: string): [string, Attribute][] =>
    Object.entries(
      (cms.strapi.getModel(uid as typeof WORKSHOP) as unknown as { attributes: Record<string, Attribute> })
        .attributes,
    );
  const firstOf = async (uid: string): Promise<string> =>
    (await cms.strapi.db.query(uid as typeof WORKSHOP).findOne({ where: {} })).documentId as string;

  /** Bodies that hold the value in each field of a type, also in those of its components. */
  function* bodies(uid: string, value: unknown, depth = 0): Generator<{ path: string; body: Fields }> {
    for (const [name, attribute] of attributesOf(uid)) {
      if (/^(createdAt|updatedAt|publishedAt|createdBy|updatedBy|locale|localizations)$/.test(name)) continue;
      yield { path: name, body: { [name]: value } };
      if (depth > 0 || !attribute.component) continue;
      for (const inner of bodies(attribute.component, value, depth + 1))
        yield {
          path: `${name}.${inner.path}`,
          body: { [name]: attribute.repeatable ? [inner.body] : inner.body },
        };
    }
    if (depth > 0 || uid !== PAGE) return;
    // What sections share is tried in the first of them.
    const tried = new Set<string>();
    for (const section of ['sections.hero', 'sections.callout', 'sections.cost'])
      for (const inner of bodies(section, value, 1)) {
        if (tried.has(inner.path)) continue;
        tried.add(inner.path);
        yield {
          path: `sections.${inner.path}`,
          body: { sections: [{ __component: section, ...inner.body }] },
        };
      }
  }

  beforeAll(async () => {
    cms = await startCms({ database });
    maya = await signIn(cms, 'maya@marketing.test', 'marketing');
    pat = await signIn(cms, 'pat@partner.test', 'regional-partner');
    const own = await makePartner(cms, 'Own Partner', { admins: [pat.id] });
    workshop = await publishWorkshop(cms, seattle(own));
  });
  afterAll(() => cms?.stop());

  it.each([...TYPES, ...SINGLE])(
    'in any field of %s is saved, or refused naming the field',
    { timeout: 240_000 },
    async (uid) => {
      const path = SINGLE.includes(uid)
        ? `/content-manager/single-types/${uid}`
        : `/content-manager/collection-types/${uid}/${await firstOf(uid)}`;
      const wrong: unknown[] = [];
      const logged = vi.spyOn(cms.strapi.log, 'error');
      for (const [nth, [what, value]] of ODD.entries())
        for (const [index, { path: field, body }] of [...bodies(uid, value)].entries()) {
          if (database === 'sqlite' && (nth + index) % SQLITE_TRIES !== 0) continue;
          const answer = await maya.ask(path, body, 'PUT');
          const error = JSON.stringify(answer.body.error ?? '');
          const names = error.includes(field.split('.').at(-1) ?? '') || /"path":\[/.test(error);
          if (answer.status !== 200 && !(answer.status === 400 && names))
            wrong.push({ field, what, status: answer.status, error, log: logged.mock.lastCall });
        }
      logged.mockRestore();
      expect(wrong).toEqual([]);
    },
  );

  it('in bulk actions, relations, web addresses and queries is refused or finds nothing', {
    timeout: 240_000,
  }, async () => {
    const at = '/content-manager/collection-types';
    const wrong: unknown[] = [];
    const note = async (
      what: string,
      answer: Promise<{ status: number; body: Fields }>,
      person: string,
    ): Promise<void> => {
      const { status, body } = await answer;
      if (status >= 500) wrong.push({ what, person, status, error: body.error });
    };
    const encoded = (value: unknown): string =>
      typeof value === 'object' && value !== null
        ? '[a]=1'
        : `=${new URLSearchParams([['', String(value)]]).toString().slice(1)}`;
    for (const [what, value] of ODD) {
      const asked = [
        ...['bulkPublish', 'bulkUnpublish', 'bulkDelete', 'bulkFindForValidation'].flatMap((action) =>
          [value, [value]].map((documentIds) => [
            `${action} of ${what}`,
            maya.ask(`${at}/${WORKSHOP}/actions/${action}`, { documentIds }),
          ]),
        ),
        [
          `uid/generate with ${what}`,
          maya.ask('/content-manager/uid/generate', { contentTypeUID: value, field: value, data: value }),
        ],
        [
          `check-availability of ${what}`,
          maya.ask('/content-manager/uid/check-availability', {
            contentTypeUID: PAGE,
            field: 'slug',
            value,
          }),
        ],
        ...[
          '_q',
          'sort',
          'page',
          'pageSize',
          'locale',
          'status',
          'filters',
          'filters[title]',
          'filters[id][$eq]',
          'filters[capacity][$contains]',
        ].map((name) => [`${name} ${what}`, maya.ask(`${at}/${WORKSHOP}?${name}${encoded(value)}`)]),
        ...['idsToOmit', 'idsToInclude', '_q', 'id'].map((name) => [
          `relations ${name} ${what}`,
          maya.ask(`/content-manager/relations/${WORKSHOP}/partner?${name}${encoded(value)}`),
        ]),
      ] as [string, ReturnType<Person['ask']>][];
      await Promise.all(asked.map(([name, answer]) => note(name, answer, 'maya')));
    }
    for (const [person, { ask }] of Object.entries({ maya, pat }))
      for (const path of [
        `${at}/${WORKSHOP}/${workshop}%00`,
        `${at}/%00`,
        `/content-manager/relations/${WORKSHOP}/%00`,
        `/content-manager/relations/${WORKSHOP}/${workshop}/nothing`,
        '/content-manager/relations/constructor/partner',
        `${at}/__proto__`,
      ])
        await note(path, ask(path), person);
    expect(wrong).toEqual([]);
  });

  it('that holds a NUL is refused by name wherever it comes', async () => {
    for (const path of ['/api/workshops?near=a%00b', '/api/pages/a%00b', '/api/places?q=%00'])
      expect({ path, status: (await cms.get(path)).status }).toEqual({ path, status: 400 });
    const login = await fetch(`${cms.url}/admin/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'a\0@b.test', password: 'x' }),
    });
    expect(login.status).toBe(400);
    const saved = await pat.ask(
      `/content-manager/collection-types/${WORKSHOP}/${workshop}`,
      { notes: 'a\0b' },
      'PUT',
    );
    expect(saved.status).toBe(400);
    expect(JSON.stringify(saved.body.error)).toContain('notes');
  });

  it('that is a file’s name of 250 letters is refused by name', async () => {
    const answers = [240, 250, 300].map(async (letters) => {
      const form = new FormData();
      form.set('files', new Blob(['%PDF-1.4'], { type: 'application/pdf' }), `${'n'.repeat(letters)}.pdf`);
      return (await maya.send('/upload', form)).status;
    });
    expect(await Promise.all(answers)).toEqual([400, 400, 400]);
  });
});
