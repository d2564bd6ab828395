import type { Scholarship } from '@deep-dive/shared-types';
import { describe, expect, it } from 'vitest';
import { scholarshipsQuery } from '../../queries/scholarships';
import { renderSections, textOf } from '../../testing/render';
import { aScholarship } from '../../testing/samples';
import { scholarshipsExamples } from './Scholarships.examples';

const { section: scholarshipsSection } = scholarshipsExamples.usual;

/** On 15 January 2027. */
const show = (...scholarships: Scholarship[]): string =>
  renderSections([scholarshipsSection], [[scholarshipsQuery, scholarships]]);

describe('Scholarships', () => {
  it('says who can have what, where, and how to apply', () => {
    const text = textOf(show(aScholarship()));
    expect(text).toContain('Pays the full cost Code.org Scholarship From Code.org');
    expect(text).toContain('Everywhere in the United States');
    expect(text).toContain('Tell your Regional Partner that you would like a scholarship.');
  });

  it('names the states, the amount, the number and the last day', () => {
    const text = textOf(
      show(
        aScholarship({
          national: false,
          regions: [
            { id: 1, state: 'CO' },
            { id: 2, state: 'UT' },
          ],
          coverage: 'amount',
          amount: 150,
          seats: 40,
          closesOn: '2027-03-31',
        }),
      ),
    );
    expect(text).toContain('Colorado and Utah');
    expect(text).toContain('Pays $150 per person');
    expect(text).toContain('40 scholarships');
    expect(text).toContain('Apply by Wed, Mar 31, 2027');
  });

  it('leaves out those whose last day has passed, and keeps those whose last day is today', () => {
    const text = textOf(
      show(
        aScholarship({ name: 'Last year’s', closesOn: '2026-12-31' }),
        aScholarship({ name: 'Today’s', closesOn: '2027-01-15' }),
      ),
    );
    expect(text).not.toContain('Last year’s');
    expect(text).toContain('Today’s');
  });

  it('takes applications only once it is open, and only at a safe address', () => {
    const applyUrl = 'https://example.org/apply';
    expect(show(aScholarship({ applyUrl }))).toContain(`href="${applyUrl}"`);
    const later = show(aScholarship({ applyUrl, opensOn: '2027-02-01' }));
    expect(later).not.toContain(applyUrl);
    expect(later).toContain('Opens Mon, Feb 1, 2027');
    expect(show(aScholarship({ applyUrl: 'javascript:alert(1)' }))).not.toContain('javascript');
  });

  it('says so kindly when there is none', () => {
    expect(textOf(show())).toContain('No scholarships are open right now.');
  });
});
