import { expect, it } from 'vitest';
import { renderSections, textOf } from '../../testing/render';
import { faqExamples } from './Faq.examples';

const { section } = faqExamples.usual;

it('shows each question as a heading that opens its answer, without script', () => {
  const html = renderSections([section]);
  expect(html).toMatch(
    /<details[^>]*><summary[^>]*><h3>Who pays for it\?<\/h3><\/summary><div[^>]*>.*Most districts pay nothing/,
  );
  expect(html).toContain('href="/scholarships"');
  expect(html).not.toContain('<details open');
});

it('has all answers in its text, for who searches the page', () => {
  const text = textOf(renderSections([section]));
  expect(text).toContain('An Intro workshop is not required.');
  expect(text).toContain('A completion certificate');
});
