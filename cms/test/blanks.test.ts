import { afterAll, beforeAll, expect, it } from 'vitest';
import type { BlankCounts, BlanksReport, ListedBlank } from '../src/rules/blank-tasks';
import type { QuotedFigure } from '../src/rules/to-fill';
import { type RunningCms, startCms } from './cms';
import { onEachDatabase } from './databases';
import {
  day,
  documents,
  FIGURE,
  type Fields,
  figure,
  makePartner,
  ownRole,
  PAGE,
  type Person,
  publishWorkshop,
  seattle,
  signIn,
  WORKSHOP,
} from './stories';

const PAGES = `/content-manager/collection-types/${PAGE}`;
const paragraph = (text: string) => [{ type: 'paragraph', children: [{ type: 'text', text }] }];
const hero = (fields: Fields = {}): Fields => ({
  __component: 'sections.hero',
  heading: 'Summer',
  body: paragraph('Come along.'),
  ...fields,
});

onEachDatabase('the blanks to fill', (database) => {
  let cms: RunningCms;
  let maya: Person;
  beforeAll(async () => {
    cms = await startCms({ database });
    maya = await signIn(cms, 'maya@marketing.test', 'marketing');
  });
  afterAll(() => cms?.stop());

  async function report(person = maya): Promise<BlanksReport> {
    const { status, body } = await person.ask('/blanks');
    expect(status).toBe(200);
    return body as unknown as BlanksReport;
  }
  const blanksIn = async (title: string): Promise<ListedBlank[]> =>
    (await report()).groups.find(({ name }) => name === `“${title}” (Page)`)?.blanks ?? [];
  const makePage = async (title: string, fields: Fields): Promise<string> => {
    const slug = title.toLowerCase().replaceAll(' ', '-');
    const { documentId } = await documents(cms, PAGE).create({ data: { title, slug, ...fields } });
    return documentId;
  };
  const sectionsOf = async (documentId: string): Promise<Fields[]> => {
    const found = await documents(cms, PAGE).findOne({
      documentId,
      populate: { sections: { populate: '*' } },
    });
    return found?.sections as Fields[];
  };

  const notes = async (): Promise<Fields[]> =>
    JSON.parse(((await maya.ask('/blanks/tasks')).body as { text: string }).text);
  const aDayPasses = () => cms.strapi.db.connection('blank_tasks').decrement('at', 25 * 60 * 60 * 1000);

  it('are those that the author of the first page left: two numbers, and a section she was not sure of', async () => {
    const { groups, colleagues } = await report();
    const deepDive = groups.find(({ name }) => name.includes('Deep Dive'));
    const messages = deepDive?.blanks.map(({ message }) => message).join('\n');
    expect(messages).toContain('{{educators}} has no number yet');
    expect(messages).toContain('{{students}} has no number yet');
    expect(messages).toMatch(/switched off: “Not sure/);
    expect(colleagues).toContain('Some One');
  });

  it('lead to their fields, and are gone as soon as they are filled in', async () => {
    const { documentId } = await documents(cms, FIGURE).create({
      data: figure('camps'),
      status: 'published',
    });
    const page = await makePage('Summer', {
      sections: [hero({ heading: 'For {{camps}}', pictureToCome: true, note: 'Ask Dee for the picture' })],
    });
    const found = await blanksIn('Summer');
    expect(found.map(({ kind, link }) => [kind, link])).toEqual([
      ['picture', `${PAGES}/${page}?at=sections.0.image`],
      ['figure', `/content-manager/collection-types/${FIGURE}/${documentId}?at=value`],
      ['search', `${PAGES}/${page}?at=seo.description`],
      ['note', `${PAGES}/${page}?at=sections.0.note`],
    ]);
    await documents(cms, FIGURE).update({ documentId, data: { value: '12', reviewBy: day(-3) } });
    expect((await blanksIn('Summer')).map(({ message }) => message)).toContain(
      '{{camps}} has a number that isn’t published yet.',
    );
    await documents(cms, FIGURE).publish({ documentId });
    expect((await blanksIn('Summer')).map(({ key }) => key)).toContain('figure reviewBy');
    await documents(cms, FIGURE).update({ documentId, data: { reviewBy: day(3) }, status: 'published' });
    const [section = {}] = await sectionsOf(page);
    await documents(cms, PAGE).update({
      documentId: page,
      data: {
        sections: [{ ...section, note: null, pictureToCome: false }],
        seo: { description: 'Camps for teachers.' },
      },
    });
    expect(await blanksIn('Summer')).toEqual([]);
  });

  it('name who fills them in and by when, after their sections were moved, until they are filled in', async () => {
    const page = await makePage('Moving', { sections: [hero({ note: 'One' }), hero({ note: 'Two' })] });
    const two = (await blanksIn('Moving')).find(({ message }) => message.includes('Two'));
    const noted = { ...two, who: '  Dee ', by: '3/6/2027' };
    expect((await maya.ask('/blanks/tasks', noted, 'PUT')).status).toBe(200);
    const sections = await sectionsOf(page);
    await documents(cms, PAGE).update({ documentId: page, data: { sections: sections.toReversed() } });
    const tasks = async () =>
      (await blanksIn('Moving')).map(({ message, task }) => [message.slice(-5), task]);
    const expected = ['“Two”', { who: 'Dee', by: '2027-03-06' }];
    expect(await tasks()).toContainEqual(expected);
    expect((await tasks()).filter(([, task]) => task)).toHaveLength(1);
    expect(await notes()).toMatchObject([{ key: 'note note', who: 'Dee', by: '2027-03-06' }]);

    expect((await maya.ask('/blanks/tasks', { ...noted, who: 'Ana', by: null }, 'PUT')).status).toBe(200);
    expect(await tasks()).toContainEqual(['“Two”', { who: 'Ana', by: null }]);
    const [first = {}, second = {}] = await sectionsOf(page);
    await documents(cms, PAGE).update({
      documentId: page,
      data: { sections: [{ ...first, note: '' }, second] },
    });
    await report();
    expect(await notes()).toMatchObject([{ who: 'Ana' }]);
    await aDayPasses();
    await report();
    expect(await notes()).toEqual([]);
  });

  it('are noted while their section isn’t saved yet, and the note is changed or emptied after the page was written anew', async () => {
    const page = await makePage('Anew', { sections: [hero({ note: 'One' })] });
    const [one] = (await blanksIn('Anew')).filter(({ kind }) => kind === 'note');
    const typed = { ...one, section: '', place: 'sections.hero 2' };
    expect((await maya.ask('/blanks/tasks', { ...typed, who: 'Dee' }, 'PUT')).status).toBe(200);
    await report();
    const [first = {}] = await sectionsOf(page);
    await documents(cms, PAGE).update({
      documentId: page,
      data: { sections: [first, hero({ note: 'Two' })] },
    });
    const two = async () => (await blanksIn('Anew')).find(({ message }) => message.includes('Two'));
    expect((await two())?.task?.who).toBe('Dee');

    expect((await maya.ask('/blanks/tasks', { ...(await two()), who: 'Ana' }, 'PUT')).status).toBe(200);
    expect(await notes()).toMatchObject([{ who: 'Ana' }]);
    await documents(cms, PAGE).update({
      documentId: page,
      data: { sections: [hero({ note: 'One' }), hero({ note: 'Two' })] },
    });
    const found = await two();
    expect(found?.task?.who).toBe('Ana');
    expect((await maya.ask('/blanks/tasks', { ...found, who: '', by: '' }, 'PUT')).status).toBe(200);
    expect((await two())?.task).toBeNull();
    expect(await notes()).toEqual([]);
  });

  it.each([
    [{ by: 'some day' }, 400, 'as a date'],
    [{ who: 'x'.repeat(121) }, 400, 'Shorten it'],
    [{ key: 7 }, 400, 'which blank'],
    [{ section: 1 }, 400, 'which blank'],
    [{ uid: 'admin::user' }, 404, 'no blanks of this type'],
    [{ documentId: 'gone' }, 404, 'deleted meanwhile'],
  ])('are noted with %j', async (fields, status, words) => {
    const [blank] = (await report()).groups[0]?.blanks ?? [];
    const answer = await maya.ask('/blanks/tasks', { ...blank, who: 'Dee', by: '', ...fields }, 'PUT');
    expect([answer.status, JSON.stringify(answer.body)]).toEqual([status, expect.stringContaining(words)]);
  });

  it('are told to whoever may read the pages, and to no partner', async () => {
    const readers = await ownRole(cms, 'page-readers', [
      ['plugin::content-manager.explorer.read', PAGE, ['title', 'slug', 'sections', 'seo']],
    ]);
    const links = (await report(readers)).groups.map(({ link }) => link);
    expect(links.length).toBeGreaterThan(0);
    expect(links.filter((link) => !link.startsWith(PAGES))).toEqual([]);
    const pat = await signIn(cms, 'pat@partner.test', 'regional-partner');
    for (const path of ['', '/counts', '/tasks', '/figures'])
      expect((await pat.ask(`/blanks${path}`)).status).toBe(403);
  });

  it('are counted for the list of pages, as many as the report has of each', async () => {
    const page = await makePage('Counted', { sections: [hero({ note: 'One' }), hero({ note: 'Two' })] });
    const { status, body } = await maya.ask('/blanks/counts');
    const { pages, isWhole } = body as unknown as BlankCounts;
    expect([status, isWhole, pages[page]]).toEqual([200, true, (await blanksIn('Counted')).length]);
    const told = (await report()).groups.filter(({ link }) => link.startsWith(`${PAGES}/`));
    expect(Object.values(pages).sort()).toEqual(told.map(({ blanks }) => blanks.length).sort());
  });

  it('stand beside the form as one types, whether it could be published or not', async () => {
    const rehearse = async (fields: Fields) => {
      const { body } = await maya.ask(`${PAGES}/actions/publish?rehearse=true`, {
        title: 'Typed',
        slug: 'typed',
        ...fields,
      });
      const { error } = body as { error?: { details: Fields } };
      return (error?.details ?? body).toFill as { blanks: ListedBlank[]; sentences: Fields[] };
    };
    const ready = await rehearse({ sections: [hero({ body: paragraph('With {{educators}}. Come!') })] });
    expect(ready.blanks.map(({ kind }) => kind)).toEqual(['figure', 'search']);
    expect(ready.sentences).toMatchObject([
      { with: 'With over ____ educators.', without: 'With educators.', now: 'With educators.' },
    ]);
    const unfit = await rehearse({ sections: [hero({ heading: 'For {{educatros}}', note: 'Which?' })] });
    expect(unfit.blanks.map(({ kind, refused }) => [kind, refused])).toEqual([
      ['figure', true],
      ['search', false],
      ['note', false],
    ]);
    expect(unfit.blanks[0]?.message).toContain('Did you mean {{educators}}?');
  });

  it('come with the figures that text can quote', async () => {
    const { text } = (await maya.ask('/blanks/figures')).body as { text: string };
    const figures = JSON.parse(text) as QuotedFigure[];
    expect(figures.find(({ key }) => key === 'educators')).toMatchObject({
      value: null,
      isPublished: true,
      wordingWithout: 'educators',
    });
  });

  it('are found in hundreds of pages within seconds, and at once when nothing has changed', async () => {
    const PAGES_MADE = 300;
    const knex = cms.strapi.db.connection;
    const now = new Date().toISOString();
    const made = Array.from({ length: PAGES_MADE }, (_, index) => ({
      document_id: `many${index}`,
      title: `Many ${index}`,
      slug: `many-${index}`,
      created_at: now,
      updated_at: now,
    }));
    await knex.batchInsert('pages', made, 50);
    await documents(cms, PAGE).create({ data: { title: 'The last', slug: 'the-last' } });
    const timed = async (): Promise<number> => {
      const start = performance.now();
      expect((await report()).groups.length).toBeGreaterThan(PAGES_MADE);
      return performance.now() - start;
    };
    expect(await timed()).toBeLessThan(5000);
    expect(await timed()).toBeLessThan(1000);
  });

  it('are looked for again when a page was changed, and not for a workshop', async () => {
    const makesLook = async (): Promise<boolean> => {
      let looks = false;
      const watch = ({ sql }: { sql: string }): void => {
        looks ||= /components_sections_/.test(sql);
      };
      cms.strapi.db.connection.on('query', watch);
      await report();
      cms.strapi.db.connection.removeListener('query', watch);
      return looks;
    };
    await report();
    expect(await makesLook()).toBe(false);
    const partner = await makePartner(cms, 'Cascadia', { territory: [{ state: 'WA' }] });
    const documentId = await publishWorkshop(cms, seattle(partner));
    // The partner, to whose page others may lead.
    expect(await makesLook()).toBe(true);
    await documents(cms, WORKSHOP).update({ documentId, data: { title: 'Changed' } });
    expect(await makesLook()).toBe(false);
    await makePage('Another', {});
    expect(await makesLook()).toBe(true);
  });
});
