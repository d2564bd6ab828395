import { expect, it } from 'vitest';
import { FIGURE, SCHOLARSHIP } from '../schema/uids';
import { MemoryStrapi } from './fixtures';
import { readScholarships } from './scholarships';

const published = { publishedAt: '2027-01-01T00:00:00.000Z' };

it('published scholarships are read whole, figures quoted, the soonest to close first', async () => {
  const cms = new MemoryStrapi();
  cms.tables[FIGURE] = [
    { key: 'teachers', value: '40', phrase: '{value} teachers', wordingWithout: 'teachers', ...published },
  ];
  const scholarship = (name: string, fields: object = {}) => ({
    name,
    sponsor: 'Us',
    eligibility: 'For {{teachers}}.',
    national: false,
    regions: [{ id: 1, state: 'WA' }],
    coverage: 'full',
    howToApply: 'Write.',
    ...published,
    ...fields,
  });
  cms.tables[SCHOLARSHIP] = [
    scholarship('Without a last day'),
    scholarship('Later', { closesOn: '2027-05-01', seats: 10, seatsTaken: 3, deadlineZone: 'Pacific' }),
    scholarship('B soon', { closesOn: '2027-04-01' }),
    scholarship('A soon', { closesOn: '2027-04-01' }),
    scholarship('Not yet', { publishedAt: null }),
  ];
  const read = await readScholarships(cms.strapi);
  expect(read.map(({ name }) => name)).toEqual(['A soon', 'B soon', 'Later', 'Without a last day']);
  expect(read[2]).toEqual({
    name: 'Later',
    sponsor: 'Us',
    eligibility: 'For 40 teachers.',
    national: false,
    regions: [{ id: 1, state: 'WA' }],
    coverage: 'full',
    amount: null,
    seats: 10,
    seatsTaken: 3,
    opensOn: null,
    closesOn: '2027-05-01',
    deadlineZone: 'Pacific',
    howToApply: 'Write.',
    applyUrl: null,
  });
});
