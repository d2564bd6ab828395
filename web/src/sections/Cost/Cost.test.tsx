import { describe, expect, it } from 'vitest';
import { pricingQuery } from '../../queries/pricing';
import { renderSections, textOf } from '../../testing/render';
import { pricing } from '../../testing/samples';
import { costExamples } from './Cost.examples';

const { section: cost } = costExamples.usual;

describe('Cost', () => {
  it('says the price in the wording of “Pricing”, between its own words', () => {
    const text = textOf(renderSections([cost], [[pricingQuery, pricing]]));
    const statement =
      'The value of the one-day Deep Dive workshop is $300/person, which includes a 1-day (7 hour) professional development workshop';
    expect(text).toContain(statement);
    expect(text.indexOf('generous grants')).toBeLessThan(text.indexOf(statement));
    expect(text.indexOf(statement)).toBeLessThan(text.indexOf('Actual costs to the school'));
  });

  it('shows the price large, with what it includes', () => {
    const html = renderSections([cost], [[pricingQuery, { ...pricing, pricePerPerson: 1250 }]]);
    expect(html).toContain('<strong>$1,250</strong>');
    expect(textOf(html)).toContain('$1,250 / person');
    expect(html).toContain('<li>A completion certificate</li>');
  });

  it('leads to the scholarships', () => {
    expect(renderSections([cost], [[pricingQuery, pricing]])).toMatch(
      /href="\/scholarships"[^>]*>See scholarships</,
    );
  });
});
