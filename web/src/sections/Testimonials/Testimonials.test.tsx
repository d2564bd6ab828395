import { expect, it } from 'vitest';
import { renderSections, textOf } from '../../testing/render';
import { testimonialsExamples } from './Testimonials.examples';

const { section } = testimonialsExamples.usual;

it('says what each says, and who they are', () => {
  const html = renderSections([section]);
  expect(html.match(/<figure/g)).toHaveLength(3);
  expect(textOf(html)).toContain(
    'the phone numbers of people who teach the same grade. Ana Ruiz Second-grade teacher Lincoln Elementary, Denver',
  );
  expect(textOf(html)).toContain('Jo Kim Librarian');
});

it('shows a portrait that screen readers pass over: the name stands beside it', () => {
  expect(renderSections([section])).toMatch(/<img src="\/uploads\/ana\.jpg"[^>]*alt=""[^>]*loading="lazy"/);
});
