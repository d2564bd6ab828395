import {
  type Action,
  type Discount,
  type Fee,
  listPrice,
  type Media,
  type Near,
  type Pricing,
  type RegionalPartner,
  type Scholarship,
  type Site,
  type WorkshopDetail,
  type WorkshopList,
  type WorkshopResult,
  type WorkshopSummary,
} from '@deep-dive/shared-types';

/** The moment at which the fixtures' queries were answered. */
export const NOW = Date.parse('2027-01-15T12:00:00Z');

export function anAction(overrides: Partial<Action> = {}): Action {
  return {
    id: 1,
    label: 'Find a workshop',
    style: 'primary',
    page: null,
    url: '/workshops',
    file: null,
    ...overrides,
  };
}

export function anImage(overrides: Partial<Media> = {}): Media {
  return {
    url: '/uploads/teachers-learning-together.svg',
    alternativeText: 'Four teachers around a table, working together on a laptop.',
    width: 1200,
    height: 900,
    mime: 'image/svg+xml',
    name: 'teachers-learning-together.svg',
    size: 14,
    sizes: [],
    ...overrides,
  };
}

export function aFile(): Media {
  return {
    url: '/uploads/deep-dive-one-pager.pdf',
    alternativeText: '',
    width: null,
    height: null,
    mime: 'application/pdf',
    name: 'deep-dive-one-pager.pdf',
    size: 182.4,
    sizes: [],
  };
}

export function aVideo(): Media {
  return {
    url: '/uploads/deep-dive.mp4',
    alternativeText: '',
    width: null,
    height: null,
    mime: 'video/mp4',
    name: 'deep-dive.mp4',
    size: 8_400,
    sizes: [],
  };
}

export function someCaptions(): Media {
  return { ...aFile(), url: '/uploads/deep-dive.vtt', mime: 'text/vtt', name: 'deep-dive.vtt', size: 2 };
}

export const pricing: Pricing = {
  pricePerPerson: 300,
  statement:
    'The value of the one-day Deep Dive workshop is {price}/person, which includes a 1-day (7 hour) professional development workshop hosted by a Code.org Regional Partner and led by a Code.org-trained facilitator, a completion certificate, and Code.org swag.',
  includes: [
    {
      id: 1,
      text: '1-day (7 hour) professional development workshop hosted by a Code.org Regional Partner and led by a Code.org-trained facilitator',
    },
    { id: 2, text: 'A completion certificate' },
    { id: 3, text: 'Code.org swag' },
  ],
};

export function aScholarship(overrides: Partial<Scholarship> = {}): Scholarship {
  return {
    name: 'Code.org Scholarship',
    sponsor: 'Code.org',
    eligibility: 'Schools and teachers that may need a scholarship, in all regions of the country.',
    national: true,
    regions: [],
    coverage: 'full',
    amount: null,
    seats: null,
    seatsTaken: null,
    opensOn: null,
    closesOn: null,
    deadlineZone: null,
    howToApply: 'Tell your Regional Partner that you would like a scholarship.',
    applyUrl: null,
    ...overrides,
  };
}

export function aDiscount(overrides: Partial<Discount> = {}): Discount {
  return {
    id: 1,
    name: 'Early bird',
    percentOff: null,
    dollarsOff: null,
    minimumPeople: null,
    lastDay: null,
    forEveryone: null,
    conditions: null,
    ...overrides,
  };
}

export function aPartner(overrides: Partial<RegionalPartner> = {}): RegionalPartner {
  return {
    name: 'Front Range Partners',
    slug: 'front-range',
    contactName: 'Ana Ruiz',
    email: 'ana@frontrange.example',
    phone: '(303) 555-0100',
    website: 'https://www.frontrange.example/',
    logo: null,
    about: 'We bring computer science to every school along the Front Range.\n\nAsk us anything.',
    territory: [
      { id: 1, state: 'CO', zips: null },
      { id: 2, state: 'WY', zips: null },
    ],
    costNote: 'Most districts pay nothing.',
    discounts: [
      aDiscount({ name: 'Early bird', percentOff: 20, conditions: 'Until the end of May.' }),
      aDiscount({ id: 2, name: 'Rural schools', dollarsOff: 50 }),
    ],
    groupPrices: [
      { id: 1, minimumPeople: 20, pricePerPerson: 200 },
      { id: 2, minimumPeople: 5, pricePerPerson: 250 },
    ],
    ...overrides,
  };
}

/** Its price follows from its fee, where no other is given. */
export function aWorkshop(overrides: Partial<WorkshopSummary> = {}): WorkshopSummary {
  const fee: Fee = overrides.fee ?? { type: 'amount', usd: 150 };
  return {
    id: 'denver-march-id',
    slug: 'denver-march',
    title: 'CS Fundamentals: Deep Dive in Denver',
    kind: 'deep-dive',
    format: 'in-person',
    status: 'scheduled',
    sessions: [{ startsAt: '2027-03-06T16:00:00Z', endsAt: '2027-03-06T23:00:00Z' }],
    timeZone: 'America/Denver',
    place: {
      venue: 'Central Library',
      city: 'Denver',
      state: 'CO',
      zip: '80204',
      latitude: 39.7392,
      longitude: -104.9903,
    },
    capacity: 30,
    placesLeft: null,
    fee,
    price: listPrice({ valueCents: 30000, partner: null, fee, now: new Date(NOW) }),
    hasScholarship: false,
    registrationUrl: 'https://frontrange.example/register/denver-march',
    partner: { name: 'Front Range Partners', slug: 'front-range' },
    ...overrides,
  };
}

export function aWorkshopDetail(overrides: Partial<WorkshopDetail> = {}): WorkshopDetail {
  const {
    about: _about,
    logo: _logo,
    territory: _territory,
    discounts: _d,
    groupPrices: _g,
    ...contact
  } = aPartner();
  return {
    ...aWorkshop(overrides),
    visibility: 'public',
    updatedAt: '2027-01-02T03:04:05Z',
    notes: 'Bring a laptop. Lunch is on us.',
    street: '10 W 14th Ave Pkwy',
    directions: 'Room B2, down the stairs.',
    contact,
    ...overrides,
  };
}

/** A workshop as the finder lists it. */
export function aResult(overrides: Partial<WorkshopResult> = {}): WorkshopResult {
  return { ...aWorkshop(overrides), distanceMiles: null, ...overrides };
}

/** A search near Denver, whose name nothing else has. */
export const denver = {
  status: 'found',
  place: {
    kind: 'city',
    label: 'Denver, CO',
    state: 'CO',
    latitude: 39.74,
    longitude: -104.99,
    zip: '80202',
    bounds: null,
  },
  others: [],
  alsoAbroad: false,
} satisfies Near;

/** A page of a list of `total` workshops, with no place searched. */
export function aList(workshops: WorkshopSummary[], total = workshops.length, page = 1): WorkshopList {
  const pageSize = Math.max(1, workshops.length);
  return {
    total,
    page,
    pageSize,
    pageCount: Math.ceil(total / pageSize),
    workshops: workshops.map(aResult),
    near: null,
    virtual: null,
    beyond: [],
    partners: [],
    joinable: [],
    demand: null,
  };
}

export const site: Site = {
  name: 'Code.org Professional Learning',
  homePage: { slug: 'deep-dive', title: 'CS Fundamentals: Deep Dive' },
  description: 'Workshops for teachers who bring computer science to their students.',
  navigation: [
    anAction({
      id: 1,
      label: 'Deep Dive',
      style: 'link',
      url: null,
      page: { slug: 'deep-dive', title: 'CS Fundamentals: Deep Dive' },
    }),
    anAction({
      id: 2,
      label: 'Compare workshops',
      style: 'link',
      url: null,
      page: { slug: 'compare-workshops', title: 'Compare workshops' },
    }),
    anAction({ id: 3, label: 'Find a workshop', style: 'link' }),
    anAction({
      id: 4,
      label: 'Scholarships',
      style: 'link',
      url: null,
      page: { slug: 'scholarships', title: 'Scholarships' },
    }),
    anAction({
      id: 5,
      label: 'Regional Partners',
      style: 'link',
      url: null,
      page: { slug: 'regional-partners', title: 'Regional Partners' },
    }),
  ],
  footerText:
    'Workshops are hosted by Code.org Regional Partners in communities across the country. Questions? Your Regional Partner is glad to help.',
  footerLinks: [
    anAction({ id: 1, label: 'Find a workshop', style: 'link' }),
    anAction({
      id: 2,
      label: 'CS Fundamentals curriculum',
      style: 'link',
      url: 'https://code.org/educate/curriculum/elementary-school',
    }),
  ],
  nationalContact: { id: 1, name: 'Jo Kim', email: 'jo@national.example', phone: '(555) 010-0199' },
  postalAddress: '1 Main St\nSeattle, WA 98101',
  countVisits: null,
  notice: null,
};
