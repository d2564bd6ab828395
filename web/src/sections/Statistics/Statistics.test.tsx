import { describe, expect, it } from 'vitest';
import { renderSections, textOf } from '../../testing/render';
import { statisticsExamples } from './Statistics.examples';

const { section } = statisticsExamples.usual;

describe('Statistics', () => {
  it('reads as sentences, with the number of each standing out', () => {
    const html = renderSections([section]);
    expect(textOf(html)).toContain('over 90,000 educators have learned to teach CS Fundamentals with us');
    expect(textOf(html)).toContain('2,000+ workshops a year, in every state Source: Code.org, June 2026');
    const large = [...html.matchAll(/<span[^>]*number[^>]*>(.*?)<\/span>/g)].map(([, number]) => number);
    expect(large).toEqual(['90,000', '2,000+', '94%']);
  });

  it('takes numbers as people write them, and words where there is none', () => {
    const html = renderSections([statisticsExamples['in-words'].section]);
    const large = [...html.matchAll(/<span[^>]*number[^>]*>(.*?)<\/span>/g)].map(([, number]) => number);
    expect(large).toEqual(['$1.5M+', '7', '3.5×']);
    expect(html).toMatch(/words[^>]*>Half of all schools</);
  });

  it('is not there while none of its numbers is known', () => {
    expect(textOf(renderSections([{ ...section, items: [] }]))).toBe('');
  });
});
