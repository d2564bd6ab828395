import { expect, it } from 'vitest';
import { render } from '../testing/render';
import { ProblemSummary } from './ProblemSummary';
import { waitWords } from './words';

it('the summary leads to each field, in the order of the form, and is read first', () => {
  const html = render(
    <ProblemSummary
      problems={['grades', 'message', 'name'].map((field) => ({ field, message: `Mend ${field}` }))}
      order={['name', 'message', 'grades']}
    />,
  );
  expect([...html.matchAll(/href="#inquiry-(\w+)"/g)].map(([, name]) => name)).toEqual([
    'name',
    'message',
    'grades',
  ]);
  expect(html).toMatch(/tabindex="-1" autofocus/i);
});

it.each([
  [1, '1 minute'],
  [61, '2 minutes'],
  [600, '10 minutes'],
  [5_400, '2 hours'],
  [86_400, '24 hours'],
])('%d seconds are said as %s', (seconds, words) => {
  expect(waitWords(seconds)).toBe(words);
});
