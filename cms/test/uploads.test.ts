import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PASSWORD, type RunningCms, startCms } from './cms';
import { type Fields, signIn } from './stories';

interface Sharp {
  toFormat(format: string): { toBuffer(): Promise<Buffer> };
}
const sharp = createRequire(createRequire(import.meta.url).resolve('@strapi/upload/package.json'))(
  'sharp',
) as (options: object) => Sharp;

const picture = (format: string): Promise<Buffer> =>
  sharp({ create: { width: 8, height: 8, channels: 3, background: '#0093a4' } })
    .toFormat(format)
    .toBuffer();
const [png, jpeg, gif, webp, avif] = await Promise.all(['png', 'jpeg', 'gif', 'webp', 'avif'].map(picture));
const PDF = '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n';
/** The least that names itself MP4, and WebM. */
const mp4 = Buffer.from('\0\0\0\x18ftypmp42\0\0\0\0mp42isom\0\0\0\x08free', 'latin1');
const webm = Buffer.from('1a45dfa3934282847765626d42878104428581021853806780', 'hex');
const VTT = 'WEBVTT\n\n00:00.000 --> 00:02.000\nBuenos días.\n';
const HTML = '<!doctype html><script>alert(1)</script>';
const svg = (content: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">${content}</svg>`;
const after = (file: Buffer | undefined, text: string): Buffer =>
  Buffer.concat([file ?? Buffer.alloc(0), Buffer.from(text)]);

type Content = Buffer | string | undefined;
interface Stored {
  id: number;
  name: string;
  mime: string;
  url: string;
}
interface Answer {
  status: number;
  files: Stored[];
  message: string;
}

describe('uploads', () => {
  let cms: RunningCms;
  let token: string;

  async function send(
    path: string,
    files: [name: string, content: Content, type?: string][],
    info?: Fields,
  ): Promise<Answer> {
    const form = new FormData();
    for (const [name, content = '', type = ''] of files)
      form.append('files', new Blob([new Uint8Array(Buffer.from(content))], { type }), name);
    if (info) form.append('fileInfo', JSON.stringify(info));
    const response = await fetch(cms.url + path, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: form,
    });
    const body = (await response.json()) as Stored[] & Partial<Stored> & { error?: { message: string } };
    return {
      status: response.status,
      files: [body as Stored | Stored[]].flat(),
      message: body.error?.message ?? '',
    };
  }
  const stored = () => cms.strapi.db.query('plugin::upload.file').count();
  const uploaded = async (name: string, content: Content): Promise<Stored> => {
    const { status, files, message } = await send('/upload', [[name, content]]);
    expect({ status, message }).toEqual({ status: 201, message: '' });
    return files[0] as Stored;
  };

  beforeAll(async () => {
    cms = await startCms();
    await signIn(cms, 'maya@marketing.test', 'marketing');
    const answer = await fetch(`${cms.url}/admin/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'maya@marketing.test', password: PASSWORD }),
    });
    token = ((await answer.json()) as { data: { token: string } }).data.token;
  });
  afterAll(() => cms?.stop());

  it.each<[string, Content, string]>([
    ['a.png', png, 'image/png'],
    ['A.PNG', png, 'image/png'],
    ['a.jpg', jpeg, 'image/jpeg'],
    ['a.jpeg', jpeg, 'image/jpeg'],
    ['a.gif', gif, 'image/gif'],
    ['a.webp', webp, 'image/webp'],
    ['a.avif', avif, 'image/avif'],
    ['a.svg', svg('<rect width="9" height="9"/>'), 'image/svg+xml'],
    ['a.pdf', PDF, 'application/pdf'],
    ['a.mp4', mp4, 'video/mp4'],
    ['a.webm', webm, 'video/webm'],
    ['a.vtt', VTT, 'text/vtt'],
    ['with a mark.vtt', `\ufeff${VTT}`, 'text/vtt'],
    ['without an ending', png, 'image/png'],
    ['of.many.points.png', png, 'image/png'],
  ])('take “%s”, which is what it says', async (name, content, mime) => {
    const file = await uploaded(name, content);
    expect(file.mime).toBe(mime);
    const served = await fetch(new URL(file.url, cms.url));
    expect(served.headers.get('content-type')).toMatch(new RegExp(`^${mime.replace('+', '\\+')}`));
  });

  it.each<[string, string, Content, RegExp]>([
    ['a page', 'a.png', HTML, /What is in “a\.png” isn’t PNG, whatever its name says: choose a picture/],
    ['a page', 'a.pdf', HTML, /What is in “a\.pdf” isn’t PDF/],
    ['a page', 'a.svg', HTML, /“a\.svg” cannot be used as SVG: .*“plain SVG”/],
    [
      'a page',
      'a.html',
      HTML,
      /“a\.html” cannot be uploaded: choose a picture .*, a PDF, a video .* or its captions/,
    ],
    ['a page', 'no ending', HTML, /“no ending” cannot be uploaded/],
    ['a script', 'a.js', 'alert(1)', /“a\.js” cannot be uploaded/],
    ['a program', 'a.png.exe', png, /“a\.png\.exe” cannot be uploaded/],
    ['JPEG', 'a.png', jpeg, /“a\.png” is named as PNG but is JPEG: let its name end in “\.jpg”/],
    ['PNG', 'a.pdf', png, /“a\.pdf” is named as PDF but is PNG/],
    ['PDF', 'a.gif', PDF, /“a\.gif” is named as GIF but is PDF/],
    ['PNG', 'a.svg', png, /“a\.svg” is named as SVG but is PNG/],
    ['SVG', 'a.png', svg(''), /What is in “a\.png” isn’t PNG/],
    ['a picture', 'a.html', png, /“a\.html” cannot be uploaded/],
    ['an unknown ending', 'a.webp.', webp, /“a\.webp\.” cannot be uploaded/],
    ['PNG and a page', 'a.png', after(png, HTML), /“a\.png” is no sound PNG: .*export it again/],
    ['GIF and a script', 'a.gif', 'GIF89a/*<svg onload=alert(1)>*/=1;alert(1)', /“a\.gif” is no sound GIF/],
    ['half a PNG', 'a.png', png?.subarray(0, 40), /“a\.png” is no sound PNG/],
    ['half a PDF', 'a.pdf', PDF.slice(0, 40), /“a\.pdf” is no sound PDF/],
    ['a page and PDF', 'a.pdf', HTML + PDF, /What is in “a\.pdf” isn’t PDF/],
    ['a page', 'a.mp4', HTML, /What is in “a\.mp4” isn’t MP4/],
    ['a page', 'a.vtt', HTML, /What is in “a\.vtt” isn’t captions \(WebVTT\)/],
    ['captions of another kind', 'a.srt', '1\n00:00:00,000 --> 00:00:02,000\nHi', /“a\.srt” cannot be/],
    ['MP4 and a page', 'a.mp4', after(mp4, HTML), /“a\.mp4” is no sound MP4/],
    ['captions and a script', 'a.vtt', `${VTT}<script>`, /“a\.vtt” is no sound captions/],
    ['captions in Latin-1', 'a.vtt', Buffer.from(VTT, 'latin1'), /“a\.vtt” is no sound captions/],
    ['nothing', 'a.png', '', /“a\.png” is empty: choose the file again/],
    ['entities', 'a.svg', `<!DOCTYPE svg [<!ENTITY a "b">]>${svg('&a;')}`, /“a\.svg” cannot be used as SVG/],
  ])('refuse %s named “%s”, by every door', async (_what, name, content, why) => {
    const before = await stored();
    for (const door of ['/upload', '/upload/files', `/upload?id=${(await someFile()).id}`])
      for (const type of ['', 'image/png']) {
        const { status, message } = await send(door, [[name, content, type]]);
        expect({ door, status, message }).toEqual({ door, status: 400, message: expect.stringMatching(why) });
      }
    expect(await stored()).toBe(before);
  });

  let some: Stored | undefined;
  async function someFile(): Promise<Stored> {
    some ??= await uploaded('some.png', png);
    return some;
  }
  beforeAll(async () => {
    await someFile();
  });

  it('refuse all when one of several is refused, and none silently', async () => {
    const before = await stored();
    const answer = await send('/upload', [
      ['good.png', png],
      ['bad.png', HTML],
    ]);
    expect(answer).toMatchObject({
      status: 400,
      message: expect.stringContaining('What is in “bad.png” isn’t PNG'),
    });
    expect(await stored()).toBe(before);
  });

  it('take what runs out of an SVG before it is stored, new or in another’s place', async () => {
    const harmful = svg('<script>alert(1)</script><rect width="9" height="9" onclick="alert(1)"/>');
    const file = await uploaded('x.svg', harmful);
    const read = async () => (await fetch(new URL(file.url, cms.url))).text();
    expect(await read()).toMatch(/^<svg [^>]*><rect width="9" height="9"\/><\/svg>$/);
    const replaced = await send(`/upload?id=${file.id}`, [['y.svg', harmful.replaceAll('9', '7')]]);
    expect(replaced.status).toBe(200);
    expect(await read()).toMatch(/^<svg [^>]*><rect width="7" height="7"\/><\/svg>$/);
  });

  it('put nothing of another kind in a file’s place', async () => {
    const file = await uploaded('flyer.png', png);
    const before = Buffer.from(await (await fetch(new URL(file.url, cms.url))).arrayBuffer());
    const answer = await send(`/upload?id=${file.id}`, [['flyer.pdf', PDF]], { name: 'flyer.png' });
    expect(answer).toMatchObject({
      status: 400,
      message: expect.stringMatching(/“flyer\.pdf” is PDF, and takes the place of PNG: export it as PNG/),
    });
    expect(Buffer.from(await (await fetch(new URL(file.url, cms.url))).arrayBuffer())).toEqual(before);
  });

  it('let no name lie, when a file comes and when it is renamed', async () => {
    const lie = /“flyer\.html” is the name of something else: this is PNG, so let the name end in “\.png”/;
    expect(await send('/upload', [['flyer.png', png]], { name: 'flyer.html' })).toMatchObject({
      status: 400,
      message: expect.stringMatching(lie),
    });
    const file = await uploaded('flyer.png', png);
    const renamed = await send(`/upload?id=${file.id}`, [], { name: 'flyer.html' });
    expect(renamed).toMatchObject({ status: 400, message: expect.stringMatching(lie) });
    for (const name of ['Flyer of May.png', 'Flyer', 'Flyer 1.2'])
      expect(await send(`/upload?id=${file.id}`, [], { name })).toMatchObject({
        status: 200,
        files: [{ name }],
      });
  });

  it('say how large a file is and may be', async () => {
    const large = Buffer.alloc(31 * 1024 * 1024);
    png?.copy(large);
    for (const door of ['/upload', '/upload/files', `/upload?id=${(await someFile()).id}`]) {
      const answer = await send(door, [['x.png', large]]);
      expect(answer).toMatchObject({
        status: 413,
        message: expect.stringMatching(/^“x\.png” is 31 MB: 20 MB at most\. Make it smaller/),
      });
    }
    const two = await send('/upload', [
      ['x.png', large.subarray(0, 15_000_000)],
      ['y.png', large.subarray(0, 15_000_000)],
    ]);
    expect(two).toMatchObject({
      status: 413,
      message: expect.stringMatching(/^These files are 29 MB together: 20 MB/),
    });
  });

  it('are read, or refused in words, however broken the form is', async () => {
    const broken = await fetch(`${cms.url}/upload`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'multipart/form-data; boundary=x' },
      body: '--x\r\nContent-Disposition: form-data; name="files"; filename="a.png"\r\n\r\nhalf',
    });
    expect(broken.status).toBe(400);
  });

  it('have no door for strangers', async () => {
    const anonymous = { method: 'POST', body: new FormData() };
    for (const door of ['/upload', '/upload/files', '/api/upload'])
      expect([401, 403, 404, 405]).toContain((await fetch(cms.url + door, anonymous)).status);
  });
});
