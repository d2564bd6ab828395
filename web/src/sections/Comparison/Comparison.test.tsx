import { expect, it } from 'vitest';
import { renderSections } from '../../testing/render';
import { comparisonExamples } from './Comparison.examples';

const { section: comparison } = comparisonExamples.usual;

it('compares in a table whose columns and rows have headers', () => {
  const html = renderSections([comparison]);
  expect(html).toContain('aria-labelledby="the-two-workshops-side-by-side-heading"');
  expect(html).toMatch(
    /<h2 id="the-two-workshops-side-by-side-heading"[^>]*>The two workshops, side by side<\/h2>/,
  );
  expect(html).toMatch(/<th scope="col">Intro<\/th><th scope="col"[^>]*>Deep Dive<\/th>/);
  expect(html).toContain(
    '<tr><th scope="row">Length</th><td>Ask the Regional Partner who hosts it.</td><td>One day (7 hours).</td></tr>',
  );
  expect(html.match(/scope="row"/g)).toHaveLength(3);
  expect(html).toMatch(/href="\/regional-partners"[^>]*>Ask your Regional Partner</);
});
