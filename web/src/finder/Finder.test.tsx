import {
  filtersOf,
  formatWorkshopSearch,
  type Near,
  type PartnerContact,
  parseWorkshopSearch,
  RADII,
  type WorkshopList,
  type WorkshopSearch,
} from '@deep-dive/shared-types';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { workshopsQuery } from '../queries/workshops';
import { type Answer, render, textOf } from '../testing/render';
import { aList, aResult, aWorkshop, aWorkshopDetail, denver } from '../testing/samples';
import { Finder } from './Finder';

const partner: PartnerContact = aWorkshopDetail().contact;
const colorado: Near = {
  status: 'found',
  place: { ...denver.place, kind: 'state', label: 'Colorado', zip: null, bounds: [-109.1, 37, -102, 41] },
  others: [],
  alsoAbroad: false,
};
const nothing: WorkshopList = aList([]);

/** The finder as the server renders it at an address, with the list it was given for it. */
function show(query: string, list?: WorkshopList): string {
  const answers: Answer[] = list
    ? [[(cms) => workshopsQuery(cms, parseWorkshopSearch(query).search), list]]
    : [];
  return render(<Finder kind={null} growth="pages" level={2} />, answers, '/workshops', query);
}

const headings = (html: string): string[] =>
  [...html.matchAll(/<h2[^>]*>(.*?)<\/h2>/g)].map(([, words = '']) => words);

describe('What was found', () => {
  it.each<[string, Partial<WorkshopList>, string]>([
    ['', { total: 400 }, '400 upcoming workshops'],
    ['', { total: 1 }, '1 upcoming workshop'],
    ['?near=Denver', { total: 12, near: denver }, '12 workshops within 50 miles of Denver, CO'],
    ['?near=Denver&radius=10', { total: 1, near: denver }, '1 workshop within 10 miles of Denver, CO'],
    ['?near=Denver&radius=any', { near: denver }, '1 workshop at any distance from Denver, CO'],
    ['?near=colorado&radius=10', { total: 30, near: colorado }, '30 workshops in Colorado'],
    ['?bbox=-105,39,-104,40&near=Denver', { near: denver }, '1 workshop in this part of the map'],
    ['?format=virtual', { total: 5 }, '5 virtual workshops'],
  ])('%s is headed by how many and where', (query, list, title) => {
    expect(headings(show(query, { ...aList([aWorkshop()]), ...list }))[0]).toBe(title);
  });

  it('is not all, where a private workshop can be joined: that is said first, and not supposed once more', () => {
    const joinable = [{ month: '2027-10', kind: 'deep-dive' as const, withinMiles: 50 }];
    const text = textOf(show('?near=Denver', { ...nothing, near: denver, partners: [partner], joinable }));
    expect(text).toMatch(/has a private Deep Dive in October 2027 .*Ask to join.*also can set one up/s);
    expect(text).not.toMatch(/may know of|Ask to join one/);
  });

  it('comes with virtual workshops and whom to ask', () => {
    const html = show('?near=Denver', {
      ...aList([aWorkshop()]),
      near: denver,
      virtual: { total: 8, workshops: [aResult({ id: 'v', slug: 'v', format: 'virtual', place: null })] },
      partners: [partner],
    });
    expect(headings(html)).toEqual([
      '1 workshop within 50 miles of Denver, CO',
      'Virtual workshops, open to everyone',
      'Your Regional Partner for Denver, CO',
    ]);
    expect(html).toMatch(
      /href="\/workshops\?near=Denver&amp;format=virtual#workshops-results"[^>]*>See all 8 virtual workshops/,
    );
    expect(html).toContain('href="mailto:ana@frontrange.example"');
  });

  it('offers other places of that name', () => {
    const html = show('?near=springfield', {
      ...aList([aWorkshop()]),
      near: { ...denver, others: ['Springfield, IL', 'Springfield, MA'] },
    });
    expect(textOf(html)).toContain('Did you mean Springfield, IL or Springfield, MA ?');
    expect(html).toContain('href="/workshops?near=Springfield,+IL#workshops-results"');
  });

  it('carries where each workshop is, for the map, and nothing for a virtual one', () => {
    const html = show('', aList([aWorkshop(), aWorkshop({ id: 'v', format: 'virtual', place: null })]));
    expect(html.match(/data-at="[^"]*"/g)).toEqual(['data-at="-104.9903,39.7392"']);
  });

  it('lists all who serve a part of a state', () => {
    const other = { ...partner, name: 'High Plains', slug: 'high-plains' };
    const html = show('?near=CO', { ...aList([aWorkshop()]), near: colorado, partners: [partner, other] });
    expect(headings(html)).toContain('Regional Partners in Colorado');
    expect(html).toContain('href="/partners/high-plains"');
  });

  it('can be subscribed to', () => {
    const html = show('?near=Denver&kind=intro&sort=distance', { ...aList([aWorkshop()]), near: denver });
    expect(html).toContain('href="/workshops.ics?near=Denver&amp;kind=intro"');
    expect(html).toContain('href="/workshops.rss?near=Denver&amp;kind=intro"');
    const address = '//learning.example/workshops.ics?near=Denver&amp;kind=intro';
    expect(html).toContain(`href="webcal:${address}"`);
    expect(html).toContain(`>https:${address}<`);
    expect(textOf(html)).toMatch(/Using Google Calendar or Outlook\?.*“From URL”.*“Subscribe from web”/);
  });
});

describe('When nothing was found', () => {
  it('within the radius: whom to ask first, then what is farther and what is virtual', () => {
    const html = show('?near=Denver&radius=10', {
      ...nothing,
      near: denver,
      beyond: [aResult({ distanceMiles: 61 })],
      virtual: { total: 1, workshops: [aResult({ id: 'v', slug: 'v', format: 'virtual', place: null })] },
      partners: [partner],
    });
    expect(headings(html)).toEqual([
      'No workshops within 10 miles of Denver, CO',
      'Your Regional Partner for Denver, CO',
      'The nearest workshops are farther away',
      'Virtual workshops, open to everyone',
    ]);
    expect(textOf(html)).toContain('61 miles away');
    expect(html).toContain(
      'href="/workshops?near=Denver&amp;radius=any&amp;sort=distance#workshops-results"',
    );
  });

  it.each<[Near, string, string]>([
    [
      { status: 'unknown-zip', zip: '80299', didYouMean: [] },
      'We don’t know the ZIP code 80299',
      'check its five digits',
    ],
    [
      { status: 'unknown-zip', zip: '2139', didYouMean: ['02139'] },
      'We don’t know the ZIP code 2139',
      'Did you mean 02139 ?',
    ],
    [{ status: 'military-zip', zip: '09012' }, '09012 is a military ZIP code', 'the city nearest to you'],
    [
      { status: 'outside-us', text: 'Toronto' },
      '“Toronto” is outside the United States',
      'join a virtual one',
    ],
    [
      { status: 'unknown-place', text: 'Cincinatti', didYouMean: ['Cincinnati, OH'] },
      'We couldn’t find “Cincinatti”',
      'Did you mean Cincinnati, OH ?',
    ],
  ])('because of the place: %j', (near, title, advice) => {
    const html = show('?near=x', { ...nothing, near });
    expect(headings(html)[0]).toBe(title);
    expect(textOf(html)).toContain(advice);
    expect(textOf(html)).not.toContain('No Regional Partner');
    expect(html).toContain('value="x"');
  });

  it('and nobody serves the place', () => {
    const html = show('?near=Denver', { ...nothing, near: denver });
    expect(textOf(html)).toContain('No Regional Partner serves Denver, CO yet.');
    expect(html).toContain('href="/regional-partners"');
  });

  it('because of the filters', () => {
    const html = show('?kind=intro&available=true', nothing);
    expect(headings(html)[0]).toBe('No workshops fit these filters');
    expect(html).toMatch(/href="\/workshops#workshops-results">clear the filters/);
  });

  it('in an area of the map', () => {
    const html = show('?bbox=-105,39,-104,40', nothing);
    expect(headings(html)[0]).toBe('No workshops in this part of the map');
    expect(textOf(html)).toContain('Map area : remove ✕');
  });

  it('since there is nothing at all', () => {
    expect(headings(show('', nothing))[0]).toBe('No workshops are listed right now');
  });

  it('since the list ends before', () => {
    const html = show('?page=9', { ...nothing, total: 25, page: 9, pageCount: 2 });
    expect(textOf(html)).toContain('The list ends at page 2. Go to the first page');
  });
});

describe('What helps when nothing was found', () => {
  const help = (query: string, list: Partial<WorkshopList> = {}): string =>
    show(query, { ...nothing, ...list });
  const privately = 'may know of a private workshop near you that you can join';
  const partnersLink = 'Your <a href="/regional-partners">Regional Partner</a>';
  const lost: Near = { status: 'unknown-place', text: 'Cincinatti', didYouMean: [] };

  it('is a Regional Partner: whoever it is, or the one named above', () => {
    expect(help('')).toContain(partnersLink);
    const served = help('?near=Denver', { near: denver, partners: [partner] });
    expect(textOf(served)).toContain(`Your Regional Partner ${privately}`);
    expect(served).not.toContain(partnersLink);
    expect(textOf(help('?near=Denver', { near: denver }))).not.toContain(privately);
  });

  it('is to be told once there is one, but not near a place that nobody knows', () => {
    const words = 'Tell me when there is one near me';
    expect(textOf(help('?near=Denver', { near: denver }))).toContain(words);
    expect(textOf(help('?near=Cincinatti', { near: lost }))).not.toContain(words);
    expect(textOf(help('?near=Cincinatti', { near: lost }))).not.toContain('Did you mean');
  });

  it('is to look beyond the part of the map', () => {
    const link = '<a href="/workshops?near=Denver#workshops-results">Look beyond this part of the map';
    const bbox = 'bbox=-105,39,-104,40';
    expect(help(`?near=Denver&${bbox}`, { near: denver })).toContain(link);
    expect(textOf(help(`?${bbox}`))).toContain('Look beyond this part of the map');
    expect(textOf(help(`?near=x&${bbox}`, { near: lost }))).not.toContain('Look beyond');
    expect(textOf(help('?near=Denver', { near: denver }))).not.toContain('Look beyond');
  });

  it('is to clear the filters, if there are any', () => {
    expect(textOf(help('?near=Denver', { near: denver }))).not.toContain('Fewer filters');
    expect(help('?near=Denver&kind=intro', { near: denver })).toContain(
      '<a href="/workshops?near=Denver#workshops-results">clear the filters',
    );
  });

  it('is only the first page when the list ends before', () => {
    const html = help('?near=Denver&page=9', { near: denver, total: 25, page: 9, pageCount: 2 });
    expect(html).toContain('<a href="/workshops?near=Denver#workshops-results">Go to the first page');
    expect(textOf(html)).not.toContain('Tell me when');
  });
});

describe('What stands beside the list', () => {
  const one = { ...aList([aWorkshop()]), near: denver };

  it('is nothing where there is nothing to add', () => {
    const html = show('', aList([aWorkshop()]));
    expect(headings(html)).toEqual(['1 upcoming workshop']);
    expect(textOf(html)).not.toContain('Did you mean');
    expect(
      headings(show('', { ...aList([aWorkshop()]), virtual: { total: 0, workshops: [] } })),
    ).toHaveLength(1);
  });

  it('leads to no more virtual workshops than there are', () => {
    const virtual = {
      total: 1,
      workshops: [aResult({ id: 'v', slug: 'v', format: 'virtual', place: null })],
    };
    expect(textOf(show('?near=Denver', { ...one, virtual }))).not.toContain('See all 1');
    expect(show('?near=Denver&page=2', { ...one, virtual: { ...virtual, total: 2 } })).toContain(
      'href="/workshops?near=Denver&amp;format=virtual#workshops-results"',
    );
  });

  it('leads to farther workshops beyond the part of the map, from their first page', () => {
    const beyond = [aResult({ distanceMiles: 61 })];
    expect(show('?near=Denver&bbox=-105,39,-104,40&page=2', { ...one, beyond })).toMatch(
      /href="\/workshops\?near=Denver&amp;radius=any&amp;sort=distance#workshops-results"[^>]*>See more, the nearest first</,
    );
  });

  it('is the partner of where the visitor is, which has no name', () => {
    const here: Near = { ...denver, place: { ...denver.place, kind: 'point', label: 'where you are' } };
    expect(headings(show('?near=39.74,-104.99', { ...one, near: here, partners: [partner] }))).toContain(
      'Your Regional Partner',
    );
  });

  it('comes first when nothing was found, and last otherwise', () => {
    const beyond = [aResult({ distanceMiles: 61 })];
    const titles = (list: WorkshopList) =>
      headings(show('?near=Denver', { ...list, near: denver, beyond, partners: [partner] }));
    expect(titles(nothing).slice(1)).toEqual([
      'Your Regional Partner for Denver, CO',
      'The nearest workshops are farther away',
    ]);
    expect(titles(one).slice(1)).toEqual([
      'The nearest workshops are farther away',
      'Your Regional Partner for Denver, CO',
    ]);
  });

  it('names each of several partners, with ways to reach them', () => {
    const other = { ...partner, name: 'High Plains', slug: 'high-plains', email: 'hi@plains.example' };
    const html = show('?near=CO', { ...one, near: colorado, partners: [partner, other] });
    expect(html).toContain('href="mailto:hi@plains.example"');
    expect(html).toContain('>High Plains</a>');
    expect(textOf(html)).not.toContain('Your Regional Partner for');
  });

  it('leads to places of that name beyond the part of the map', () => {
    const html = show('?near=springfield&bbox=-105,39,-104,40&page=2', {
      ...one,
      near: { ...denver, others: ['Springfield, IL'] },
    });
    expect(html).toContain('href="/workshops?near=Springfield,+IL#workshops-results"');
  });

  it('has one workshop’s heading a level below the results’, six at the deepest', () => {
    const at = (level: 2 | 6) =>
      render(
        <Finder kind={null} growth="pages" level={level} />,
        [[(cms) => workshopsQuery(cms, {}), aList([aWorkshop()])]],
        '/workshops',
      );
    expect(at(2)).toContain('<h3 ');
    expect(at(6)).not.toContain('<h7');
  });
});

describe('A city here that is a much larger one abroad', () => {
  const here = { ...aList([aWorkshop()]), near: denver };
  const words = 'If you mean the city outside the United States';

  it('is listed with a word to those who mean the other', () => {
    expect(textOf(show('?near=x', { ...here, near: { ...denver, alsoAbroad: true } }))).toContain(words);
    expect(textOf(show('?near=x', here))).not.toContain(words);
  });
});

describe('When the place was not found', () => {
  const near: Near = { status: 'unknown-place', text: 'Cincinatti', didYouMean: ['Cincinnati, OH'] };

  it('and a part of the map is listed all the same, both are told', () => {
    const html = show('?near=Cincinatti&bbox=-105,39,-104,40', { ...aList([aWorkshop()]), near });
    expect(headings(html)[0]).toBe('1 workshop in this part of the map');
    expect(textOf(html)).toContain('We couldn’t find “Cincinatti”. Please check the spelling');
    expect(textOf(html)).toContain('Did you mean Cincinnati, OH ?');
  });

  it('and only virtual workshops are wanted, it does not matter', () => {
    const html = show('?near=Cincinatti&format=virtual', { ...nothing, near });
    expect(headings(html)[0]).toBe('No workshops fit these filters');
    expect(textOf(html)).toContain('“Cincinatti”. That makes no difference to virtual workshops');
    expect(textOf(html)).not.toContain('check the spelling');
  });

  it('no other reason is given for an empty list', () => {
    const words = textOf(show('?near=Cincinatti&kind=intro', { ...nothing, near }));
    expect(words).not.toContain('Fewer filters');
    expect(textOf(show('?near=x&bbox=-105,39,-104,40', { ...nothing, near }))).not.toContain('Look beyond');
  });
});

describe('The order', () => {
  const byDate = 'Sorted by date: ';
  it.each<[string, Partial<WorkshopList>, string | null]>([
    ['?near=Denver&sort=distance', { near: denver }, null],
    ['?sort=date', {}, null],
    ['?sort=distance', {}, 'give a city or ZIP code to sort by distance.'],
    ['?near=colorado&sort=distance', { near: colorado }, 'give a city or ZIP code to sort by distance.'],
    [
      '?near=Denver&format=virtual&sort=distance',
      { near: denver },
      'virtual workshops are equally near to everyone.',
    ],
  ])('of %s is told when it is not the one asked for', (query, list, reason) => {
    const words = textOf(show(query, { ...aList([aWorkshop()]), ...list }));
    if (reason) expect(words).toContain(byDate + reason);
    else expect(words).not.toContain(byDate);
  });
});

describe('When the list can’t be had', () => {
  const html = show('?near=Denver&kind=intro');

  it('says so and lets one try again with the same search, without script too', () => {
    expect(headings(html)).toEqual(['We couldn’t search just now']);
    const [, form] = /<form id="([^"]+)"/.exec(html) ?? [];
    expect(html).toMatch(new RegExp(`<button type="submit" form="${form}"[^>]*>Try again`));
    expect(html).toContain('value="Denver"');
  });

  it('lists all there are of the kind that was looked for, where that is known', () => {
    const known = render(
      <Finder kind={null} growth="pages" level={2} />,
      [[(cms) => workshopsQuery(cms, { kind: 'intro' }), aList([aWorkshop()])]],
      '/workshops',
      '?near=Denver&kind=intro',
    );
    expect(headings(known)[0]).toBe('We couldn’t search just now');
    expect(textOf(known)).toContain('Until we can, here are all upcoming Intro workshops:');
    expect(known).toContain(`href="/workshops/${aWorkshop().slug}"`);
  });
});

describe('The address', () => {
  it('is taken as far as it is understood, with a note about the rest', () => {
    const html = show('?near=Denver&radius=banana&foo=1', {
      ...aList([aWorkshop()]),
      near: denver,
    });
    expect(textOf(html)).toContain(
      'We did not understand “distance” and a part we don’t know in this address and left them out.',
    );
    expect(
      textOf(show('?near=Denver&utm_source=x', { ...aList([aWorkshop()]), near: denver })),
    ).not.toContain('did not understand');
  });

  it('says what is wrong with days in the wrong order', () => {
    expect(textOf(show('?from=2027-03-06&to=2027-03-01', aList([aWorkshop()])))).toContain(
      'The last day must not come before the first one, so we left it out.',
    );
  });
});

/** What a browser would send with the form of some HTML: the values of its successful controls. */
function formQuery(html: string): URLSearchParams {
  const form = /<form.*?<\/form>/s.exec(html)?.[0] ?? '';
  const attribute = (tag: string, name: string): string | undefined => {
    const value = new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];
    return value?.replace(/&(amp|quot|lt|gt|#x27);/g, (_, entity: string) => entities[entity] ?? '');
  };
  const query = new URLSearchParams();
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const name = attribute(tag, 'name');
    const isOff = attribute(tag, 'type') === 'checkbox' && !/ checked=/.test(tag);
    if (name && !isOff) query.append(name, attribute(tag, 'value') ?? '');
  }
  for (const [, tag = '', options = ''] of form.matchAll(/(<select[^>]*>)(.*?)<\/select>/gs)) {
    const all = [...options.matchAll(/<option[^>]*>/g)].map(([option]) => option);
    const selected = all.find((option) => / selected=/.test(option)) ?? all[0] ?? '';
    query.append(attribute(tag, 'name') ?? '', attribute(selected, 'value') ?? '');
  }
  return query;
}
const entities: Record<string, string> = { amp: '&', quot: '"', lt: '<', gt: '>', '#x27': "'" };

const thousandths = (limit: number) =>
  fc.integer({ min: -limit * 1000, max: limit * 1000 }).map((n) => n / 1000);
const day = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const anySearch = fc
  .record(
    {
      near: fc.string({ maxLength: 60, unit: 'grapheme' }),
      radius: fc.constantFrom(...RADII, 'any'),
      bbox: fc
        .tuple(thousandths(180), thousandths(90), thousandths(180), thousandths(90))
        .filter(([west, south, east, north]) => south < north && west !== east),
      from: day,
      to: day,
      kind: fc.constantFrom('intro', 'deep-dive'),
      format: fc.constantFrom('in-person', 'virtual', 'hybrid'),
      scholarship: fc.constant(true),
      available: fc.constant(true),
      partner: fc.stringMatching(/^[a-z0-9-]{1,20}$/),
      sort: fc.constantFrom('date', 'distance'),
    },
    { requiredKeys: [] },
  )
  .map((fields) => parseWorkshopSearch(formatWorkshopSearch(fields as WorkshopSearch)).search);

describe('The form without script', () => {
  it('sends the very search it shows, whatever that is', () => {
    fc.assert(
      fc.property(anySearch, (search) => {
        const html = show(formatWorkshopSearch(search), nothing);
        expect(parseWorkshopSearch(formQuery(html).toString())).toEqual({ search, ignored: [] });
      }),
      { numRuns: 200 },
    );
  });

  it('is a plain GET of the page, every control labelled', () => {
    const html = show('', nothing);
    expect(html).toMatch(/<form[^>]*role="search" method="get" action="\/workshops"/);
    for (const label of ['City, state or ZIP code', 'Distance', 'From', 'To', 'Kind', 'Format', 'Sort by']) {
      const [, id] = new RegExp(`<label for="([^"]+)">${label}</label>`).exec(html) ?? [];
      expect(html, label).toContain(`id="${id}" name=`);
    }
    expect(html).toMatch(
      /<label[^>]*><input type="checkbox" name="scholarship"[^>]*>With a scholarship<\/label>/,
    );
    expect(html).toMatch(
      /<label[^>]*><input type="checkbox" name="available"[^>]*>Hide full workshops<\/label>/,
    );
  });

  it('names a combobox whose list is closed', () => {
    const html = show('', nothing);
    const [, list] =
      /role="combobox" aria-autocomplete="list" aria-expanded="false" aria-controls="([^"]+)"/.exec(html) ??
      [];
    expect(html).toMatch(new RegExp(`<div id="${list}" role="listbox"[^>]* hidden=""`));
  });

  it('keeps the filters folded until one is set, and counts them', () => {
    expect(show('', nothing)).toMatch(/<details class="[^"]*"><summary>Filters<\/summary>/);
    expect(show('?kind=intro&scholarship=true', nothing)).toMatch(
      /<details open=""[^>]*><summary>Filters \(2\)<\/summary>/,
    );
  });

  it('can be cleared of all but nothing', () => {
    expect(show('', nothing)).not.toContain('Clear all');
    expect(show('?near=Denver&page=2', nothing)).toMatch(
      /href="\/workshops#workshops-results"[^>]*>Clear all/,
    );
  });

  it('offers no day that is over everywhere in the country', () => {
    expect(show('', nothing)).toMatch(/name="from" type="date" min="2027-01-15"/);
  });

  it('draws the filters on the map, and not the place', () => {
    const query = '?near=Denver&kind=intro';
    const { search } = parseWorkshopSearch(query);
    expect(show(query, nothing)).toContain(`src="/workshops.svg${formatWorkshopSearch(filtersOf(search))}"`);
  });
});
