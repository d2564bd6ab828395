import type { WrittenScholarship } from '../content/types';
import { dayAfter } from './calendar';

/** What is changed, for a demonstration, of the scholarship that is for the whole country: its round is over. */
export function closedRound(now: Date): Pick<WrittenScholarship, 'closesOn' | 'deadlineZone'> {
  return { closesOn: dayAfter(now, -12), deadlineZone: 'Eastern' };
}

const states = (codes: string): WrittenScholarship['regions'] =>
  codes.split(' ').map((state) => ({ state }) as NonNullable<WrittenScholarship['regions']>[number]);

/** Scholarships of the demonstration: open, almost gone, all given away and still to come, so that a place has one or none. */
export function demonstrationScholarships(now: Date): WrittenScholarship[] {
  return [
    {
      name: 'Northern Plains Rural Teachers Fund',
      sponsor: 'Northern Plains Education Trust',
      eligibility: 'Teachers at public schools in districts with fewer than 1,000 students.',
      national: false,
      regions: states('MT WY ND SD'),
      coverage: 'full',
      seats: 60,
      seatsTaken: 23,
      closesOn: dayAfter(now, 75),
      deadlineZone: 'Mountain',
      howToApply:
        'Send the application with a letter from your principal. You hear from us within two weeks.',
      applyUrl: 'https://northern-plains-trust.example.org/apply',
    },
    {
      name: 'Lone Star Classroom Grant',
      sponsor: 'Lone Star Teachers’ Foundation',
      eligibility: 'Elementary teachers at Title I schools.',
      national: false,
      regions: states('TX OK NM'),
      coverage: 'amount',
      amount: 150,
      seats: 200,
      closesOn: dayAfter(now, 40),
      deadlineZone: 'Central',
      howToApply: 'Apply online; your Regional Partner takes the grant off your invoice.',
      applyUrl: 'https://lone-star-foundation.example.org/classroom-grant',
    },
    {
      name: 'Golden State Equity Scholarship',
      sponsor: 'Golden State Educators’ Alliance',
      eligibility: 'Teachers whose students are mostly from groups underrepresented in computer science.',
      national: false,
      regions: states('CA NV'),
      coverage: 'full',
      howToApply: 'Tell your Regional Partner that you would like this scholarship.',
    },
    {
      name: 'Empire State First-Timers’ Scholarship',
      sponsor: 'Hudson Learning Fund',
      eligibility: 'Teachers who have never been to a computer science workshop.',
      national: false,
      regions: states('NY NJ CT'),
      coverage: 'full',
      seats: 3,
      seatsTaken: 2,
      closesOn: dayAfter(now, 20),
      deadlineZone: 'Eastern',
      howToApply:
        'Write to scholarships@hudson-learning.example.org and say which workshop you would attend.',
    },
    {
      name: 'Pacific Northwest Teachers’ Scholarship',
      sponsor: 'Cascadia Schools Fund',
      eligibility: 'All K-5 teachers at public schools.',
      national: false,
      regions: states('WA OR'),
      coverage: 'full',
      seats: 25,
      seatsTaken: 25,
      closesOn: dayAfter(now, 60),
      deadlineZone: 'Pacific',
      howToApply: 'Apply online.',
      applyUrl: 'https://cascadia-schools.example.org/apply',
    },
    {
      name: 'Great Lakes Spring Scholarship',
      sponsor: 'Great Lakes Science Council',
      eligibility: 'Teachers of grades K to 5 who teach science or computer science.',
      national: false,
      regions: states('MI WI MN'),
      coverage: 'amount',
      amount: 100,
      seats: 80,
      opensOn: dayAfter(now, 30),
      closesOn: dayAfter(now, 120),
      deadlineZone: 'Central',
      howToApply: 'Apply online once the round is open.',
      applyUrl: 'https://great-lakes-council.example.org/spring',
    },
  ];
}
