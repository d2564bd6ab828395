import { expect, it } from 'vitest';
import { renderSections, textOf } from '../../testing/render';
import { bannerExamples } from './Banner.examples';

const { section: banner } = bannerExamples.usual;

it('says one thing and offers one button', () => {
  const html = renderSections([banner]);
  expect(textOf(html)).toBe('Summer workshops fill up early. Save your seat');
  expect(html.match(/<a /g)).toHaveLength(1);
});

it('does without a button', () => {
  expect(renderSections([{ ...banner, action: null }])).not.toContain('<a ');
});
