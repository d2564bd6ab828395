import { expect, it } from 'vitest';
import { errorDocument, parseTemplate } from './document';
import { addFontPreloads, stylesOf } from './manifest';

it('puts a page into the document as it is, whatever it holds', () => {
  const template = parseTemplate('<head><!--head--></head><div><!--app--></div><!--state-->');
  expect(template({ head: '<title>$&</title>', html: '<!--state-->$1', state: '$$' })).toBe(
    '<head><title>$&</title></head><div><!--state-->$1</div>$$',
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
