import { describe, expect, it } from 'vitest';
import { renderSections, textOf } from '../../testing/render';
import { anImage } from '../../testing/samples';
import { textAndImageExamples } from './TextAndImage.examples';

const { section: equity } = textAndImageExamples.equity;
const { section: pathway } = textAndImageExamples.pathway;
const { section: whatIsIt } = textAndImageExamples.usual;

describe('TextAndImage', () => {
  it('shows its heading, words and picture', () => {
    const html = renderSections([whatIsIt]);
    expect(html).toMatch(/<h2[^>]*>What is the CS Fundamentals Deep Dive Workshop\?<\/h2>/);
    expect(textOf(html)).toContain('Attending a Code.org Intro workshop is not required prerequisite.');
    expect(html).toMatch(/<img [^>]*alt="Four teachers around a table[^>]*loading="lazy"/);
  });

  it('shows a heading as it is written, and puts the smaller heading below', () => {
    const html = renderSections([pathway]);
    expect(html).toMatch(/<h2[^>]*>How does the Deep Dive Workshop help my school\?\*<\/h2>/);
    expect(html).toMatch(/<h3[^>]*>Supports a Computer Science K-12 Pathway<\/h3>/);
  });

  it('goes on under the heading above when it has only a smaller one', () => {
    const html = renderSections([pathway, equity]);
    expect(html).toMatch(/<h3[^>]*>Supports Your School’s Commitment to Equity<\/h3>/);
    expect(html).toMatch(/href="\/workshops"[^>]*>Find a workshop near you</);
  });

  it('skips no level when nothing is above', () => {
    expect(renderSections([equity])).toMatch(/<h2[^>]*>Supports Your School/);
  });

  it('offers the browser every size of a photograph', () => {
    const image = anImage({
      url: '/uploads/room.jpg',
      sizes: [{ url: '/uploads/small_room.jpg', width: 500, height: 375 }],
    });
    const html = renderSections([{ ...whatIsIt, image }]);
    expect(html).toContain('srcSet="/uploads/small_room.jpg 500w, /uploads/room.jpg 1200w"');
  });

  it('keeps a place even for a picture of unknown size', () => {
    const html = renderSections([{ ...whatIsIt, image: anImage({ width: null, height: null }) }]);
    expect(html).toMatch(/<img [^>]*width="\d+" height="\d+"/);
  });
});
