import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { cleanSvg, SvgError } from './svg';

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"';
const clean = (text: string): string => cleanSvg(Buffer.from(text));
const inside = (content: string): string => clean(`${SVG} width="9">${content}</svg>`);
const HARMFUL =
  /script|alert|\son\w+\s*=|foreignObject|javascript|iframe|evil|@import|@font-face|expression|<!|<\?|https?:\/\/(?!www\.w3\.org)/i;

describe('an SVG', () => {
  it.each([
    ['a script', '<script>alert(1)</script>'],
    ['a script of another namespace', '<h:script xmlns:h="http://www.w3.org/1999/xhtml">alert(1)</h:script>'],
    ['a script of the same namespace', '<s:script xmlns:s="http://www.w3.org/2000/svg">alert(1)</s:script>'],
    ['a script from elsewhere', '<script href="https://evil.test/x.js"/>'],
    ['a script in CDATA', '<script><![CDATA[alert(1)]]></script>'],
    ['event handlers', '<rect onclick="alert(1)" ONLOAD="alert(1)" onfocusin="alert(1)"/>'],
    ['a foreign object', '<foreignObject><iframe src="https://evil.test"/></foreignObject>'],
    ['a link with a script', '<a href="javascript:alert(1)"><rect/></a>'],
    ['a link written otherwise', '<a xlink:href="java&#x73;cript:alert(1)"><rect/></a>'],
    ['a picture from elsewhere', '<image href="https://evil.test/x.png"/>'],
    [
      'a picture that is a document',
      '<image href="data:image/svg+xml;base64,PHN2Zz48c2NyaXB0Lz48L3N2Zz4="/>',
    ],
    ['a shape from elsewhere', '<use xlink:href="https://evil.test/x.svg#a"/>'],
    ['a shape from itself as data', '<use href="data:image/svg+xml,&lt;svg onload=alert(1)&gt;"/>'],
    ['an animation of a link', '<animate attributeName="href" values="javascript:alert(1)"/>'],
    ['a setting of a handler', '<set attributeName="onmouseover" to="alert(1)"/>'],
    ['a style from elsewhere', '<style>@import url(https://evil.test/x.css);</style>'],
    ['a style written otherwise', '<style>@\\69mport "https://evil.test/x.css";</style>'],
    ['a font from elsewhere', '<style>@font-face{font-family:x;src:url(https://evil.test/f)}</style>'],
    ['a background from elsewhere', '<style>rect{fill:url("https://evil.test/#a")}</style>'],
    ['a background in a variable', '<style>rect{--x:url(https://evil.test/);fill:var(--x)}</style>'],
    ['a set of pictures', '<style>rect{background:image-set("https://evil.test/x.png" 1x)}</style>'],
    ['a style attribute', '<rect style="fill:u\\72l(https://evil.test/#a);behavior:url(#evil)"/>'],
    ['a style that ends itself', '<style>a{}&lt;/style>&lt;script>alert(1)&lt;/script></style>'],
    ['a fill from elsewhere', '<rect fill="url(https://evil.test/x.svg#a)" filter="u\\72l(//evil.test)"/>'],
    [
      'an embedded page',
      '<iframe src="https://evil.test"/><embed src="https://evil.test"/><object data="x"/>',
    ],
    ['a processing instruction', '<?xml-stylesheet href="https://evil.test/x.css"?>'],
    ['a comment', '<!-- <script>alert(1)</script> -->'],
    ['metadata', '<metadata><evil:x xmlns:evil="https://evil.test/"/></metadata>'],
    ['an audio', '<audio src="https://evil.test/x.mp3" onerror="alert(1)"/>'],
  ])('leaves %s out and keeps what it draws', (_what, content) => {
    const cleaned = inside(`${content}<circle r="4" fill="url(#mine)" style="stroke:red"/>`);
    expect(cleaned).not.toMatch(HARMFUL);
    expect(cleaned).toContain('<circle r="4" fill="url(#mine)" style="stroke:red"/>');
    expect(clean(cleaned)).toBe(cleaned);
  });

  it('keeps what links show, own parts, own pictures, own styles and texts', () => {
    const content =
      '<defs><linearGradient id="g"><stop offset="0"/></linearGradient></defs><use xlink:href="#g"/>' +
      '<image href="data:image/png;base64,iVBORw0KGgo="/><text xml:space="preserve">1 &lt; 2 &amp; “3”</text>' +
      '<style>@media (min-width:1px){.a{fill:url(#g)}}</style>';
    const cleaned = inside(`<a href="https://example.org"><path d="M0 0h9"/></a>${content}`);
    expect(cleaned).toContain('<path d="M0 0h9"/>');
    expect(cleaned).not.toContain('example.org');
    for (const kept of [
      'xlink:href="#g"',
      'data:image/png;base64,iVBORw0KGgo=',
      '1 &lt; 2 &amp; “3”',
      'fill:url(#g)',
    ])
      expect(cleaned).toContain(kept);
  });

  it('loses what stands before and after it', () => {
    const doctype =
      '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">';
    expect(clean(`\ufeff<?xml version="1.0"?>${doctype}<!-- x -->${SVG}><g/></svg><!-- y -->`)).toMatch(
      /^<svg [^>]*><g\/><\/svg>$/,
    );
  });

  it.each([
    ['a page', '<!doctype html><html><body><svg></svg></body></html>'],
    [
      'a page that is XML',
      '<html xmlns="http://www.w3.org/1999/xhtml"><svg xmlns="http://www.w3.org/2000/svg"/></html>',
    ],
    ['text', 'hello'],
    ['nothing', ''],
    ['half', `${SVG}><g>`],
    ['no SVG by its namespace', '<svg><g/></svg>'],
    ['an svg of another namespace', '<svg xmlns="http://www.w3.org/1999/xhtml"><script/></svg>'],
    ['entities', `<!DOCTYPE svg [<!ENTITY a "<script/>">]>${SVG}>&a;</svg>`],
    ['entities from elsewhere', `<!DOCTYPE svg [<!ENTITY % a SYSTEM "file:///etc/passwd">%a;]>${SVG}/>`],
    ['a thousand laughs', `<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>${SVG}>&b;</svg>`],
    ['something very deep', `${SVG}>${'<g>'.repeat(200_000)}${'</g>'.repeat(200_000)}</svg>`],
  ])('is not %s', (_what, text) => expect(() => clean(text)).toThrow(SvgError));

  it('is written in UTF-8', () => {
    expect(() => cleanSvg(Buffer.from(`\ufeff${SVG}/>`, 'utf16le'))).toThrow('not written in UTF-8');
    expect(() => cleanSvg(Buffer.from([0x3c, 0xff, 0xfe]))).toThrow('not written in UTF-8');
  });
});

describe('our own pictures', () => {
  const folder = path.resolve(import.meta.dirname, '../../seed/media');
  const sharp = createRequire(createRequire(import.meta.url).resolve('@strapi/upload/package.json'))(
    'sharp',
  ) as (svg: Buffer) => { raw(): { toBuffer(): Promise<Buffer> } };
  it.each(readdirSync(folder).filter((name) => name.endsWith('.svg')))('%s looks the same', async (name) => {
    const before = readFileSync(path.join(folder, name));
    const after = Buffer.from(cleanSvg(before));
    const [one, other] = await Promise.all([before, after].map((svg) => sharp(svg).raw().toBuffer()));
    expect(one?.equals(other as Buffer)).toBe(true);
  });
});
