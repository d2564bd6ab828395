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

  it('marks those that can’t be had, after those that can', () => {
    const html = show(
      aScholarship({ name: 'Last year’s', closesOn: '2026-12-31', applyUrl: 'https://example.org/a' }),
      aScholarship({ name: 'Given away', seats: 5, seatsTaken: 5, applyUrl: 'https://example.org/b' }),
      aScholarship({ name: 'Next month’s', opensOn: '2027-02-01', applyUrl: 'https://example.org/c' }),
      aScholarship({ name: 'Today’s', closesOn: '2027-01-15', applyUrl: 'https://example.org/d' }),
    );
    const text = textOf(html);
    const names = ['Today’s', 'Next month’s', 'Given away', 'Last year’s'];
    const positions = names.map((name) => text.indexOf(`${name} From`));
    expect(positions).toEqual(positions.toSorted((a, b) => a - b));
    expect(text).toContain('Not open yet Pays the full cost Next month’s');
    expect(text).toContain('All given away Pays the full cost Given away');
    expect(text).toContain('Closed Pays the full cost Last year’s');
    expect([...html.matchAll(/href="(https:[^"]*)"/g)].map(([, href]) => href)).toEqual([
      'https://example.org/d',
    ]);
  });

  it('says how many are left, and until when in which zone; nothing where nobody has said', () => {
    const scholarship = {
      seats: 60,
      seatsTaken: 23,
      closesOn: '2027-03-31',
      deadlineZone: 'Mountain',
    } as const;
    const text = textOf(show(aScholarship(scholarship)));
    expect(text).toContain('How many 37 of 60 are left');
    expect(text).toContain('Apply by Wed, Mar 31, 2027, 11:59 PM Mountain Time');
    expect(textOf(show(aScholarship()))).not.toContain('How many');
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
    const over = aScholarship({ closesOn: '2026-12-31' });
    expect(textOf(show(over))).toContain('No scholarships are open right now.');
  });
});
