import {
  type Fee,
  type Place,
  type Quote,
  quote,
  type RegionalPartner,
  type Scholarship,
} from '@deep-dive/shared-types';
import { describe, expect, it } from 'vitest';
import { pricingQuery } from '../../queries/pricing';
import { type QuoteAnswer, quoteQuery } from '../../queries/quote';
import { render, textOf } from '../../testing/render';
import { aPartner, aScholarship, aWorkshop, denver, NOW, pricing } from '../../testing/samples';
import { QuotePage } from './QuotePage';

const bozeman: Place = {
  ...denver.place,
  kind: 'zip',
  label: 'Bozeman, MT 59715',
  state: 'MT',
  zip: '59715',
};

interface Asked {
  people?: number;
  partner?: RegionalPartner | null;
  fee?: Fee;
  scholarships?: Scholarship[];
}

/** An answer as the CMS would give it. */
function answerTo({
  people = 12,
  partner = aPartner(),
  fee = { type: 'ask' },
  scholarships = [],
}: Asked): Quote {
  const price = quote({
    valueCents: 30000,
    partner,
    fee,
    people,
    scholarships,
    state: 'MT',
    now: new Date(NOW),
  });
  return {
    ...price,
    place: bozeman,
    others: [],
    workshop: null,
    partner,
    partners: partner ? [partner] : [],
  };
}

const show = (answer: QuoteAnswer, search = '?near=59715&people=12'): string =>
  render(
    <QuotePage />,
    [
      [(cms) => quoteQuery(cms, search), answer],
      [pricingQuery, pricing],
    ],
    '/quote',
    search,
  );
const letter = (answer: Quote): string => textOf(show({ quote: answer, problems: [] }));

describe('the answer', () => {
  it('is a letter: what, for whom, when, line by line, whom to pay, and the date', () => {
    const text = letter(answerTo({}));
    expect(text).toContain('What it costs for 12 people from Bozeman, MT 59715');
    expect(text).toContain('Fri, Jan 15, 2027 $250 each $3,000 for 12 people');
    expect(text).toContain('A place at a professional learning workshop It includes: 1-day (7 hour)');
    expect(text).toContain('On a date you agree on with the partner');
    expect(text).toContain('Whom to pay Front Range Partners , Ana Ruiz');
    expect(text).toContain('Value of the workshop What a place is worth, everywhere. $300');
    expect(text).toContain('$250 each for 5 or more people, from Front Range Partners. −$50');
    expect(text).toContain('For one person $250 For 12 people $3,000');
    expect(text).toContain('Early bird : Could be $240 each until the end of May.');
    expect(text).toContain('Prices as published on Fri, Jan 15, 2027.');
  });

  it('where the partner has published nothing: the value, whose price it is, scholarships, and how to ask', () => {
    const partner = aPartner({ name: 'High Plains', discounts: [], groupPrices: [], costNote: null });
    const answer = answerTo({ partner, scholarships: [aScholarship({ closesOn: '2027-03-31' })] });
    const text = letter(answer);
    expect(text).toContain('Your Regional Partner sets the price here');
    expect(text).toContain('Your partner sets the price here, and has not published it. Ask. Ask');
    expect(text).toContain('Value of the workshop What a place is worth, everywhere. $300');
    expect(text).toContain(
      'Code.org Scholarship from Code.org. Pays the full cost. Apply by Wed, Mar 31, 2027.',
    );
    expect(text).not.toMatch(/free|\$0/i);
    expect(show({ quote: answer, problems: [] })).toContain(
      'href="/contact?purpose=school&amp;partner=front-range&amp;near=59715&amp;people=12"',
    );
  });

  it('is about the workshop that was named, and when it is', () => {
    const { slug, title, kind, format, status, sessions, timeZone, place } = aWorkshop();
    const workshop = { slug, title, kind, format, status, sessions, timeZone, place };
    const text = letter({ ...answerTo({ fee: { type: 'amount', usd: 75 } }), workshop });
    expect(text).toContain('What CS Fundamentals: Deep Dive in Denver It includes');
    expect(text).toContain('Sat, Mar 6, 2027, 9:00 AM – 4:00 PM MST, in Denver, CO');
    expect(text).toContain('$75 each $900 for 12 people');
    expect(letter({ ...answerTo({}), workshop: { ...workshop, status: 'full' } })).toContain(
      'Denver, CO (full)',
    );
  });

  it('is a range where no more is known', () => {
    const text = letter(answerTo({ people: 3 }));
    expect(text).toContain('Between $200 and $300 each Between $600 and $900 for 3 people');
    expect(text).toContain('For one person Ask For 3 people Ask');
  });

  it('says whom to ask where nobody serves, or several do', () => {
    expect(letter(answerTo({ partner: null }))).toContain('Ask the nearest of our Regional Partners');
    const several = { ...answerTo({ partner: null }), partners: [aPartner(), aPartner({ slug: 'other' })] };
    expect(letter(several)).toContain('Several Regional Partners serve this place');
  });

  it('offers other places of the same name, for the same number', () => {
    const html = show({ quote: { ...answerTo({}), others: ['Bozeman, XX'] }, problems: [] });
    expect(html).toContain('href="/quote?near=Bozeman%2C+XX&amp;people=12">Bozeman, XX</a>');
  });

  it('can be asked again with what was typed', () => {
    const html = show({ quote: answerTo({}), problems: [] });
    expect(html).toMatch(/<form method="get" action="\/quote"/);
    expect(html).toMatch(/name="near"[^>]*value="59715"/);
    expect(html).toMatch(/name="people"[^>]*value="12"/);
  });
});

describe('a question that can’t be answered', () => {
  const search = '?near=99999&people=many&workshop=gone';
  const html = show(
    {
      quote: null,
      problems: [
        { field: 'near', message: 'We don’t know the ZIP code 99999.' },
        { field: 'people', message: 'Give the number of people.' },
        { field: 'workshop', message: 'There is no such workshop.' },
      ],
    },
    search,
  );

  it('keeps what was typed, each problem at its field', () => {
    expect(html).toMatch(/name="near"[^>]*value="99999"/);
    expect(html).toMatch(/name="people"[^>]*value="many"/);
    for (const name of ['near', 'people']) {
      const field = new RegExp(`<input[^>]*name="${name}"[^>]*>`).exec(html)?.[0] ?? '';
      expect(field).toContain('aria-invalid="true"');
      const described = /aria-describedby="([^"]+)"/.exec(field)?.[1] ?? 'nothing';
      expect(html).toContain(`id="${described}"`);
    }
    expect(textOf(html)).toContain('We don’t know the ZIP code 99999.');
    expect(textOf(html)).toContain('Give the number of people.');
  });

  it('lets go of a workshop that is gone', () => {
    expect(textOf(html)).toContain('There is no such workshop.');
    expect(html).not.toContain('name="workshop"');
  });
});

it('without a question it is asked', () => {
  const html = render(<QuotePage />, [], '/quote', '');
  expect(textOf(html)).toBe('What will it cost? Your ZIP code or city Number of people See the price');
  expect(html).toMatch(/name="people"[^>]*value="1"/);
  expect(html).not.toContain('aria-invalid');
});
