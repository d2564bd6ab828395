import { expect, it } from 'vitest';
import { renderSections, textOf } from '../../testing/render';
import { outcomesExamples } from './Outcomes.examples';

const { section: outcomes } = outcomesExamples.usual;

it('lists what teachers will know and have, each as a list', () => {
  const html = renderSections([outcomes]);
  expect(html).toMatch(/<h2[^>]*>What will teachers learn in a Deep Dive Workshop\?<\/h2>/);
  expect(html).toMatch(/<strong[^>]*>know:<\/strong>/);
  expect(html).toMatch(/<strong[^>]*>have:<\/strong>/);
  expect(html.match(/<ul>/g)).toHaveLength(2);
  expect(html.match(/<li>/g)).toHaveLength(9);
  expect(textOf(html)).toContain('At the end of the Deep Dive workshop, teachers will know:');
  expect(textOf(html)).toContain('Code.org swag!');
});
