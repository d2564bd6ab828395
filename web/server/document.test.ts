import { describe, expect, it } from 'vitest';
import { errorDocument, parseTemplate } from './document';
import { addFontPreloads, sectionLinks, stylesOf } from './manifest';

it('puts a page into the document as it is, whatever it holds', () => {
  const template = parseTemplate('<head><!--head--></head><div><!--app--></div><!--state-->');
  expect(template({ head: '<title>$&</title>', html: '<!--state-->$1', state: '$$' })).toBe(
    '<head><title>$&</title></head><div><!--state-->$1</div>$$',
  );
});

it('adds what the sections of a page need to the end of its head', () => {
  const template = parseTemplate(
    '<head><!--head--><link href="/main.css"></head><div><!--app--></div><!--state-->',
    (sections) => sections.map((section) => `<link href="/${section}.css">`).join(''),
  );
  expect(template({ head: 'A', html: '</head>', state: '', sections: ['faq', 'video'] })).toBe(
    '<head>A<link href="/main.css"><link href="/faq.css"><link href="/video.css"></head><div></head></div>',
  );
});

it.each([
  '<head></head><!--app-->',
  '<!--head--><!--app-->',
  '<!--app--><!--head--><!--state-->',
  '<!--head--><!--state--><!--app-->',
  '<!--state--><!--app--><!--head-->',
  '<!--head--><!--app--><!--app-->',
  '<!--head--><!--head--><!--state-->',
  '<!--app--><!--app--><!--state-->',
  '<!--head--><!--app--><!--state--><!--state-->',
])('refuses a document without its marks, once each and in their order: %s', (html) => {
  expect(() => parseTemplate(html)).toThrow(
    'index.html must hold <!--head-->, <!--app--> and <!--state-->, once each and in this order',
  );
});

it('writes an error page that needs no script', () => {
  const html = errorDocument({ title: 'A <break>', message: 'Back soon.', styles: ['/assets/a.css'] });
  expect(html).toContain('<h1>A &#60;break&#62;</h1>');
  expect(html).toContain('<link rel="stylesheet" href="/assets/a.css">');
  expect(html).not.toContain('<script');
});

it('finds the first fonts and the style sheets in the build’s manifest', () => {
  const manifest = JSON.stringify({
    'index.html': {
      file: 'assets/index-1.js',
      isEntry: true,
      css: ['assets/index-2.css'],
      assets: ['assets/figtree-latin-wght-normal-3.woff2', 'assets/figtree-latin-wght-italic-4.woff2'],
    },
    'src/map.tsx': { file: 'assets/map-5.js', css: ['assets/map-6.css'] },
  });
  const html = addFontPreloads('<!--head-->', manifest);
  expect(html).toContain(
    'href="/assets/figtree-latin-wght-normal-3.woff2" as="font" type="font/woff2" crossorigin>',
  );
  expect(html).not.toContain('italic');
  expect(stylesOf(manifest)).toEqual(['/assets/index-2.css']);
});

describe('the files of a page’s sections', () => {
  const manifest = JSON.stringify({
    'index.html': { file: 'assets/index-1.js', isEntry: true, css: ['assets/index-2.css'] },
    '_Disclosure.js': {
      file: 'assets/Disclosure-3.js',
      css: ['assets/Disclosure-4.css'],
      imports: ['index.html'],
    },
    'src/sections/Faq/Faq.tsx': {
      file: 'assets/Faq-5.js',
      css: ['assets/Faq-6.css'],
      imports: ['index.html', '_Disclosure.js'],
    },
    'src/sections/LogoWall/LogoWall.tsx': { file: 'assets/LogoWall-7.js', imports: ['index.html'] },
    'src/sections/Video/Video.tsx': { file: 'assets/Video-8.js', imports: ['index.html', '_Disclosure.js'] },
  });

  it('are fetched with the page: each once, with those they are made with, and nothing of other sections', () => {
    const links = sectionLinks(manifest)(['sections.hero', 'sections.faq', 'sections.video']);
    expect([...links.matchAll(/rel="(\w+)" crossorigin href="([^"]+)"/g)].map(([, ...link]) => link)).toEqual(
      [
        ['stylesheet', '/assets/Faq-6.css'],
        ['stylesheet', '/assets/Disclosure-4.css'],
        ['modulepreload', '/assets/Faq-5.js'],
        ['modulepreload', '/assets/Disclosure-3.js'],
        ['modulepreload', '/assets/Video-8.js'],
      ],
    );
  });

  it('are styles alone where the scripts are others', () => {
    expect(sectionLinks(manifest, true)(['sections.faq'])).not.toContain('.js');
    expect(sectionLinks(manifest, true)(['sections.logo-wall'])).toBe('');
  });

  it('are none of a page without any, or of sections nobody knows', () => {
    expect(sectionLinks(manifest)([])).toBe('');
    expect(sectionLinks(manifest)(['sections.hologram'])).toBe('');
  });
});
