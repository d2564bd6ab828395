import { describe, expect, it } from 'vitest';
import { renderSections, textOf } from '../../testing/render';
import { anAction } from '../../testing/samples';
import { calloutExamples } from './Callout.examples';

const { section: onePager } = calloutExamples.download;
const { section: whereToStart } = calloutExamples.usual;

describe('Callout', () => {
  it('points to another page', () => {
    const html = renderSections([whereToStart]);
    expect(textOf(html)).toBe(
      'Not sure where to start? See a comparison of our two workshops offerings here.',
    );
    expect(html).toContain('href="/compare-workshops"');
  });

  it('says what a download is', () => {
    const html = renderSections([onePager]);
    expect(textOf(html)).toContain('Download One-Pager Here. (PDF, 182 KB)');
    expect(html).toContain('href="/uploads/deep-dive-one-pager.pdf"');
    expect(html).toContain('download="deep-dive-one-pager.pdf"');
  });

  it('shows no link that leads nowhere', () => {
    const html = renderSections([{ ...whereToStart, action: anAction({ url: null }) }]);
    expect(html).toContain('Not sure where to start?');
    expect(html).not.toContain('<a ');
  });
});
