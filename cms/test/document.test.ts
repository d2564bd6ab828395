import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { docx, paragraph, run } from '../src/imports/document/fixtures';
import { type RunningCms, startCms } from './cms';
import { onEachDatabase } from './databases';
import { documents, FIGURE, type Fields, PAGE, type Person, signIn, stranger } from './stories';

const DOCUMENT = '/imports/document';
const missionPage = readFileSync(path.join(import.meta.dirname, '../seed/content/deep-dive.author.txt'));

const SHORT = '# A short page\n\nFor nearly ____ schools.\n\n## More\n\nText.';

interface Answer {
  document: Fields;
  understood: {
    page: Fields & { sections: Fields[] };
    figures: Fields[];
    guesses: (Fields & { id: string })[];
  };
}

onEachDatabase('A page from a document', (database) => {
  let cms: RunningCms;
  let maya: Person;
  let pat: Person;

  beforeAll(async () => {
    cms = await startCms({ database });
    maya = await signIn(cms, 'maya@marketing.test', 'marketing');
    pat = await signIn(cms, 'pat@partner.test', 'regional-partner');
  });
  afterAll(() => cms?.stop());

  async function send(person: Person, name: string, content: string | Uint8Array, field = 'file') {
    const form = new FormData();
    form.set(field, new File([Buffer.from(content)], name));
    const response = await person.send(DOCUMENT, form);
    const body = (await response.json()) as { error?: { message: string } } & Answer;
    return { status: response.status, body, said: body.error?.message ?? '' };
  }
  const counts = async (): Promise<number[]> =>
    Promise.all(
      [PAGE, FIGURE].map((uid) => cms.strapi.db.query(uid).count({ where: { publishedAt: null } })),
    );
  /** Files on the way that hold some words. */
  const keptOf = (words: string): string[] =>
    readdirSync(os.tmpdir())
      .filter((name) => /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(name))
      .filter((name) => {
        try {
          return readFileSync(path.join(os.tmpdir(), name), 'utf8').includes(words);
        } catch {
          // Another story's, and gone by now.
          return false;
        }
      });

  describe('for marketing', () => {
    it('becomes a draft by whoever asks: in the document’s words, with versions kept, and seen by no visitor', async () => {
      const { status, body } = await send(maya, 'mission-page.md', missionPage);
      expect(status).toBe(200);
      const made = await maya.ask(`${DOCUMENT}/page`, { document: body.document, choices: {} });
      expect(made.status).toBe(200);
      const { documentId } = made.body as { documentId: string };
      const stored = await documents(cms, PAGE).findOne({
        documentId,
        populate: { sections: { populate: '*' }, seo: true },
      });
      expect(stored).toMatchObject({
        title: 'CS Fundamentals: Deep Dive',
        slug: 'cs-fundamentals-deep-dive',
        seo: { title: 'Professional Development Deep Dive' },
        publishedAt: null,
      });
      const sections = stored?.sections as Fields[];
      expect(sections.map(({ __component, visible }) => `${__component}${visible ? '' : ' (off)'}`)).toEqual([
        'sections.hero',
        'sections.text-and-image',
        'sections.callout',
        'sections.outcomes',
        'sections.callout',
        'sections.text-and-image',
        'sections.text-and-image',
        'sections.text-and-image (off)',
        'sections.workshop-finder',
        'sections.cost',
        'sections.banner (off)',
      ]);
      expect((await cms.get('/api/pages/cs-fundamentals-deep-dive')).status).toBe(404);
      const history = await maya.ask(`/versions/${PAGE}/${documentId}`);
      expect(history.body).toMatchObject({
        entries: [{ action: 'created', name: 'Some One', source: 'admin' }],
      });
    });

    it('can’t be published while a blank or a button is open, and says which', async () => {
      const { body } = await send(maya, 'mission-page.md', missionPage);
      const choices = { 'blank-0': 'blank' };
      const { body: made } = await maya.ask(`${DOCUMENT}/page`, { document: body.document, choices });
      const published = await maya.ask(
        `/content-manager/collection-types/${PAGE}/${made.documentId}/actions/publish`,
        (await maya.ask(`/content-manager/collection-types/${PAGE}/${made.documentId}`)).body.data,
      );
      expect(published.status).toBe(400);
      const said = (published.body.error as { message: string }).message;
      expect(said).toContain('still holds a blank');
      expect(said).toContain('Words on the button');
    });

    it('comes with the figures that it quotes and that are not there yet, or with none of both', async () => {
      const { body } = await send(maya, 'short.md', SHORT);
      expect(body.understood.figures).toEqual([
        { key: 'schools', phrase: 'nearly {value} schools', wordingWithout: 'schools' },
      ]);
      const before = await counts();
      const tooMany = {
        ...body.document,
        frontMatter: [['description', 'x']],
        tree: Array(60).fill(heading('H')).flat(),
      };
      expect((await maya.ask(`${DOCUMENT}/page`, { document: tooMany })).status).toBe(400);
      expect(await counts()).toEqual(before);
      const { status } = await maya.ask(`${DOCUMENT}/page`, { document: body.document });
      expect(status).toBe(200);
      expect(await counts()).toEqual(before.map((count) => count + 1));
      const again = await send(maya, 'short.md', SHORT);
      expect(again.body.understood.figures).toEqual([]);
      expect(JSON.stringify(again.body.understood.page)).toContain('{{schools}}');
    });

    it('follows what is chosen', async () => {
      const { body } = await send(maya, 'mission-page.md', missionPage);
      const asked = { document: body.document, choices: { 'blank-0': 'figure:students' } };
      const { body: changed } = await maya.ask(`${DOCUMENT}/outline`, asked);
      expect(JSON.stringify((changed as unknown as Answer['understood']).page)).toContain(
        '{{students}} teaching',
      );
    });

    it('is made of what is pasted, with its look', async () => {
      const pasted = '<h1>Pasted</h1><p>With <b>its</b> look.</p>';
      const { body } = await send(maya, 'pasted.html', pasted, 'html');
      expect(body.understood.page).toMatchObject({ title: 'Pasted', sections: [{ heading: 'Pasted' }] });
    });

    it('keeps nothing of what is sent', async () => {
      const words = `Known by ${randomUUID()}.`;
      await send(maya, 'short.md', words);
      await send(maya, 'broken.docx', words);
      await send(pat, 'short.md', words);
      expect(keptOf(words)).toEqual([]);
    });

    it.each([
      ['a document of 200 MB', 'large.docx', () => Buffer.alloc(200 * 1024 * 1024), 413, /at most/],
      ['a document of 11 MB', 'large.docx', () => Buffer.alloc(11 * 1024 * 1024), 413, /11 MB.*10 at most/],
      [
        'a zip bomb',
        'bomb.docx',
        () => docx([], { parts: { 'word/document.xml': new Uint8Array(32 * 1024 * 1024) } }),
        400,
        /far larger/,
      ],
      [
        'a macro document',
        'macro.docm',
        () => docx([paragraph(run('x'))], { parts: { 'word/vbaProject.bin': new Uint8Array(9) } }),
        400,
        /macros/,
      ],
      [
        'an encrypted document',
        'secret.docx',
        () =>
          Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
        400,
        /password/,
      ],
      ['10,000 headings', 'many.md', () => '# A heading\n\n'.repeat(10_000), 400, /10,000 headings/],
      ['a PDF', 'page.pdf', () => '%PDF-1.7', 400, /PDF/],
      ['a picture', 'page.png', () => Buffer.from('89504e470d0a1a0a', 'hex'), 400, /picture/],
      ['text without end', 'long.txt', () => 'word '.repeat(1_000_000), 400, /far more/],
      ['markup that is deep', 'deep.html', () => '<div>'.repeat(200_000), 400, /nested/],
      [
        'markup of a million elements',
        'wide.html',
        () => '<i>a</i> '.repeat(1_000_000),
        400,
        /far more|too involved/,
      ],
      ['nothing', 'empty.md', () => ' \n', 400, /no text/],
    ])('%s is refused in words, soon, and nothing is made', async (_what, name, content, status, words) => {
      const before = await counts();
      const started = Date.now();
      const answer = await send(maya, name, content());
      expect(answer).toMatchObject({ status, said: expect.stringMatching(words) });
      expect(Date.now() - started).toBeLessThan(30_000);
      expect(await counts()).toEqual(before);
    });

    it('takes scripts, in whatever field they are, for text', async () => {
      const evil = '"><script>alert(1)</script><img src=x onerror=alert(2)>';
      const words = (tagName: string) => ({
        type: 'element',
        tagName,
        properties: { onclick: 'alert(3)' },
        children: [{ type: 'text', value: evil }],
      });
      const document = {
        frontMatter: [['title', evil]],
        said: [evil],
        tree: [
          words('h1'),
          words('p'),
          words('h2'),
          words('script'),
          { type: 'raw', value: evil },
          { ...words('a'), properties: { href: 'javascript:alert(4)' } },
        ],
      };
      const { status, body } = await maya.ask(`${DOCUMENT}/page`, { document });
      expect(status).toBe(200);
      const stored = await documents(cms, PAGE).findOne({
        documentId: String(body.documentId),
        populate: { sections: { populate: '*' } },
      });
      expect(stored?.title).toBe(evil);
      expect(JSON.stringify(stored)).not.toMatch(/alert\([34]\)/);
    });

    it.each([
      ['nothing', {}],
      ['no tree', { document: { tree: 'x' } }],
      [
        'a tree of something else',
        { document: { tree: [null, 1, [], { type: 'element' }, { type: 'text', value: 5 }] } },
      ],
      ['a tree without end', { document: { tree: nested(500) } }],
      ['choices of something else', { document: { tree: [] }, choices: [1, null] }],
    ])('refuses a request that holds %s', async (_what, body) => {
      expect((await maya.ask(`${DOCUMENT}/page`, body)).status).toBe(400);
    });
  });

  describe('for others', () => {
    it('is not: partners are refused, and so is who isn’t signed in', async () => {
      const before = await counts();
      const nobody = stranger(cms);
      for (const [person, status] of [
        [pat, 403],
        [nobody, 401],
      ] as const) {
        expect((await send(person, 'short.md', SHORT)).status).toBe(status);
        for (const end of ['/outline', '/page'])
          expect((await person.ask(`${DOCUMENT}${end}`, { document: { tree: heading('H') } })).status).toBe(
            status,
          );
      }
      expect(await counts()).toEqual(before);
    });
  });
});

function heading(words: string): Fields[] {
  return [
    { type: 'element', tagName: 'h2', properties: {}, children: [{ type: 'text', value: words }] },
    { type: 'element', tagName: 'p', properties: {}, children: [{ type: 'text', value: 'Text.' }] },
  ];
}

function nested(depth: number): Fields[] {
  let tree: Fields[] = [];
  for (let level = 0; level < depth; level++)
    tree = [{ type: 'element', tagName: 'div', properties: {}, children: tree }];
  return tree;
}
