import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import type { Media, Page, RegionalPartner } from '@deep-dive/shared-types';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { MEDIA_TAGS } from '../src/invalidation/tags';
import { PASSWORD, type RunningCms, startCms } from './cms';
import { onEachDatabase } from './databases';
import { documents, makePartner, PAGE, signIn } from './stories';

/** Strapi's own, which draws the pictures' smaller sizes. */
const sharp = createRequire(import.meta.url)('sharp') as (options: object) => {
  png(): { toBuffer(): Promise<Buffer> };
};

const drawing = (width: number, height: number, background: string): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background } })
    .png()
    .toBuffer();
const onePager = Buffer.from(`%PDF-1.7\n${'% one page\n'.repeat(200)}%%EOF\n`);
const changedOnePager = Buffer.concat([onePager, Buffer.from('% changed\n')]);

interface Uploaded {
  id: number;
  url: string;
  hash: string;
}
interface Attribute {
  type: string;
  component?: string;
  components?: string[];
}

onEachDatabase('pictures and files', (database) => {
  let cms: RunningCms;
  let web: Server;
  let token: string;
  let heard: string[] = [];
  let picture: Uploaded;
  let file: Uploaded;

  beforeAll(async () => {
    web = createServer(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += chunk;
      heard.push(...JSON.parse(body).tags);
      response.writeHead(204).end();
    });
    await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(web.address() as AddressInfo).port}`;
    cms = await startCms({ database, env: { WEB_URLS: url } });
    const email = 'maya@marketing.test';
    await signIn(cms, email, 'strapi-super-admin');
    const login = await fetch(`${cms.url}/admin/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password: PASSWORD }),
    });
    token = ((await login.json()) as { data: { token: string } }).data.token;
    picture = await uploadFile('/upload', 'room.png', await drawing(1800, 900, 'red'));
    file = await uploadFile('/upload', 'one-pager.pdf', onePager);
    await makePartner(cms, 'Puget Codes', { logo: picture.id });
    await documents(cms, PAGE).create({
      data: {
        title: 'Pictures',
        slug: 'pictures',
        seo: { image: picture.id },
        sections: [
          {
            __component: 'sections.text-and-image',
            decorative: true,
            image: picture.id,
            // As the editor stores a picture: whole, as it was when it was chosen, under the CMS's own address.
            body: [
              {
                type: 'image',
                image: { ...picture, url: `http://localhost:1337${picture.url}`, alternativeText: 'A room' },
                children: [{ type: 'text', text: '' }],
              },
            ],
            actions: [{ label: 'One-pager', style: 'link', file: file.id }],
          },
        ],
      },
      status: 'published',
    });
  });
  afterAll(async () => {
    await cms?.stop();
    web.close();
    web.closeAllConnections();
  });
  beforeEach(() => {
    heard = [];
  });

  async function uploadFile(to: string, name: string, bytes: Buffer): Promise<Uploaded> {
    const form = new FormData();
    const type = name.endsWith('.pdf') ? 'application/pdf' : 'image/png';
    form.append('files', new File([new Uint8Array(bytes)], name, { type }));
    form.append('fileInfo', JSON.stringify({ name }));
    const headers = { authorization: `Bearer ${token}` };
    const response = await fetch(cms.url + to, { method: 'POST', headers, body: form });
    const body = (await response.json()) as Uploaded | Uploaded[];
    expect(response.ok, JSON.stringify(body)).toBe(true);
    return (Array.isArray(body) ? body[0] : body) as Uploaded;
  }
  const replace = (id: number, name: string, bytes: Buffer) =>
    uploadFile(`/upload/files/${id}/replace`, name, bytes);

  const json = async <T>(path: string): Promise<T> => (await (await cms.get(path)).json()) as T;
  /** Every address of the picture and of the file that leaves the CMS. */
  async function addresses(): Promise<{ pictures: string[]; files: string[]; inText: Media }> {
    const page = await json<Page>('/api/pages/pictures');
    const { logo } = await json<RegionalPartner>('/api/partners/puget-codes');
    const [section] = page.sections as unknown as [
      { image: Media; body: [{ image: Media }]; actions: [{ file: Media }] },
    ];
    const all = (media: Media | null | undefined) => [
      media?.url ?? '',
      ...(media?.sizes ?? []).map(({ url }) => url),
    ];
    const inText = section.body[0].image;
    return {
      pictures: [...all(page.seo?.image), ...all(section.image), ...all(logo), inText.url],
      files: [section.actions[0].file.url],
      inText,
    };
  }
  const VERSIONED = /^\/uploads\/[\w.-]+\?v=[0-9a-z]{6,12}$/;

  it('leave under addresses with their version, each size too, and that is what the CMS says it serves', async () => {
    const { pictures, files, inText } = await addresses();
    expect(pictures).toHaveLength(16);
    for (const url of [...pictures, ...files]) {
      expect(url).toMatch(VERSIONED);
      const answer = await cms.get(url);
      await answer.arrayBuffer();
      expect([answer.status, answer.headers.get('media-version')]).toEqual([200, url.split('=')[1]]);
    }
    expect(inText).toMatchObject({ alternativeText: 'A room', width: 1800, height: 900 });
  });

  it('have another address as soon as they are replaced, and the site is told before the answer', async () => {
    const before = await addresses();
    const heardOf = async (id: number, name: string, bytes: Buffer) => {
      heard = [];
      await replace(id, name, bytes);
      return heard;
    };
    const { documentId } = await cms.strapi.db
      .query('plugin::upload.file')
      .findOne({ where: { id: picture.id } });
    const tags = await heardOf(picture.id, 'other.png', await drawing(1000, 700, 'green'));
    expect(tags).toEqual(expect.arrayContaining(['media', `media:${documentId}`, ...MEDIA_TAGS]));
    expect(await heardOf(file.id, 'other.pdf', changedOnePager)).toContain('media');

    const after = await addresses();
    const old = new Set([...before.pictures, ...before.files]);
    for (const url of [...after.pictures, ...after.files]) {
      expect(url).toMatch(VERSIONED);
      expect(old.has(url), url).toBe(false);
    }
    expect(after.inText).toMatchObject({ width: 1000, height: 700 });
    const bytes = async (url = '') => Buffer.from(await (await cms.get(url)).arrayBuffer());
    expect((await bytes(after.files[0])).equals(changedOnePager)).toBe(true);
    const WIDTH = 16;
    expect((await bytes(after.inText.url)).readUInt32BE(WIDTH)).toBe(1000);
    // Whoever comes with an old address gets what there is now, and is told that it is another version.
    const stale = await cms.get(before.files[0] ?? '');
    await stale.arrayBuffer();
    expect(stale.headers.get('media-version')).toBe(after.files[0]?.split('=')[1]);
  });

  it('are not sent again to who has them', async () => {
    const { files } = await addresses();
    const first = await cms.get(files[0] ?? '');
    await first.arrayBuffer();
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[\w-]+"$/);
    expect((await cms.get(files[0] ?? '', { 'if-none-match': etag })).status).toBe(304);
    const part = await cms.get(files[0] ?? '', { range: 'bytes=0-4' });
    expect([part.status, await part.text()]).toEqual([206, '%PDF-']);
    await replace(file.id, 'again.pdf', onePager);
    const again = await cms.get(files[0] ?? '', { 'if-none-match': etag });
    await again.arrayBuffer();
    expect(again.status).toBe(200);
    expect((await cms.get('/uploads/none.png')).headers.get('media-version')).toBeNull();
  });

  it('are told of when one is described anew or deleted', async () => {
    const upload = cms.strapi.plugin('upload').service('upload');
    await upload.updateFileInfo(picture.id, { alternativeText: 'A green room' });
    await expect.poll(() => heard).toEqual(expect.arrayContaining(['media', ...MEDIA_TAGS]));
    const unused = await uploadFile('/upload', 'unused.png', await drawing(20, 10, 'red'));
    heard = [];
    await upload.remove(await upload.findOne(unused.id));
    await expect.poll(() => heard).toEqual(expect.arrayContaining(['media', ...MEDIA_TAGS]));
  });

  it('are told of to every type that can show one', () => {
    const shows = (uid: string, seen: Set<string>): boolean => {
      if (seen.has(uid)) return false;
      seen.add(uid);
      const attributes = cms.strapi.getModel(uid as typeof PAGE).attributes as unknown as Record<
        string,
        Attribute
      >;
      return Object.values(attributes).some(
        ({ type, component, components = [] }) =>
          type === 'media' ||
          type === 'blocks' ||
          [...components, ...(component ? [component] : [])].some((part) => shows(part, seen)),
      );
    };
    const types = Object.keys(cms.strapi.contentTypes).filter(
      (uid) => uid.startsWith('api::') && shows(uid, new Set()),
    );
    expect(new Set(MEDIA_TAGS.filter((tag) => tag !== 'media'))).toEqual(
      new Set(types.map((uid) => uid.split('.')[1])),
    );
  });
});
