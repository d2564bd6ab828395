import { expect, it } from 'vitest';
import { renderSections, textOf } from '../../testing/render';
import { quoteExamples } from './Quote.examples';

it('says the words and who said them', () => {
  const html = renderSections([quoteExamples.usual.section]);
  expect(html).toMatch(/<blockquote><p [^>]*>Every student deserves/);
  expect(html).toMatch(/<figcaption[^>]*><span[^>]*>Ana Ruiz<\/span><span>, Principal, Lincoln Elementary</);
});

it('does without who that is', () => {
  expect(textOf(renderSections([quoteExamples.minimal.section]))).toBe('Come. Jo Kim');
});
