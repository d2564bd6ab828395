import { expect, it } from 'vitest';
import { renderSections, textOf } from '../../testing/render';
import { downloadsExamples } from './Downloads.examples';

const { section } = downloadsExamples.usual;

it('says of each file what it is and how large, and of each link whose it is', () => {
  const text = textOf(renderSections([section]));
  expect(text).toContain(
    'Deep Dive one-pager The workshop on one page: what, when, what it costs. PDF, 182 KB',
  );
  expect(text).toContain('Poster PNG, 2.3 MB');
  expect(text).toContain('All lessons of courses A to F. Link to code.org');
  expect(text).toContain('Compare our workshops Link to this site');
});

it('lets browsers save a file under its name, and follow a link', () => {
  const html = renderSections([section]);
  expect(html).toContain('<a download="deep-dive-one-pager.pdf"');
  expect(html).toMatch(/<a rel="external noopener"[^>]* href="https:\/\/code\.org\/[^"]*">/);
  expect(html.match(/download="/g)).toHaveLength(2);
});

it('is not there when nothing of it can be had', () => {
  const { section: awkward } = downloadsExamples.awkward;
  const nowhere = awkward.items.filter(({ title }) => /^(Leads nowhere|Runs a script)$/.test(title));
  expect(nowhere).toHaveLength(2);
  expect(renderSections([{ ...awkward, items: nowhere }])).not.toMatch(/<ul|<h2/);
  expect(renderSections([{ ...awkward, items: [] }])).not.toMatch(/<ul|<h2/);
});

it('leaves out what leads nowhere', () => {
  const text = textOf(renderSections([downloadsExamples.awkward.section]));
  expect(text).not.toContain('Leads nowhere');
  expect(text).not.toContain('Runs a script');
  expect(text).toContain('By mail Link to help@example.org');
});
