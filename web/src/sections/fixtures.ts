import type {
  Action,
  BannerSection,
  CalloutSection,
  ComparisonSection,
  CostSection,
  HeroSection,
  Media,
  OutcomesSection,
  Page,
  PartnerDirectorySection,
  Pricing,
  RegionalPartner,
  RichText,
  RichTextInline,
  Scholarship,
  ScholarshipsSection,
  Site,
  TextAndImageSection,
  WorkshopDetail,
  WorkshopFinderSection,
  WorkshopList,
  WorkshopResult,
  WorkshopSummary,
} from '@deep-dive/shared-types';

/** The moment at which the fixtures' queries were answered. */
export const NOW = Date.parse('2027-01-15T12:00:00Z');

const text = (words: string): RichTextInline => ({ type: 'text', text: words });
const paragraph = (...parts: (string | RichTextInline)[]): RichText[number] => ({
  type: 'paragraph',
  children: parts.map((part) => (typeof part === 'string' ? text(part) : part)),
});
const bullets = (...items: string[]): RichText => [
  {
    type: 'list',
    format: 'unordered',
    children: items.map((item) => ({ type: 'list-item', children: [text(item)] })),
  },
];

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

export const hero: HeroSection = {
  __component: 'sections.hero',
  id: 1,
  heading: 'CS Fundamentals: Deep Dive',
  body: [
    paragraph(
      'Code.org’s ',
      {
        type: 'link',
        url: 'https://code.org/educate/curriculum/elementary-school',
        children: [{ type: 'text', text: 'CS Fundamentals' }],
      },
      ' curriculum and professional learning program has made a big splash with educators teaching our K-5 courses to students. ',
      {
        type: 'text',
        italic: true,
        text: 'This is a tremendous step towards ensuring every student in every school has access to computer science education.',
      },
    ),
    paragraph(
      'We know that implementing new computer science courses with fidelity and equity takes time, collaboration, planning and support - which is where Deep Dive workshops come in!',
    ),
  ],
  image: anImage({ url: '/uploads/deep-dive-hero.svg', alternativeText: '', name: 'deep-dive-hero.svg' }),
  actions: [],
};

export const whatIsIt: TextAndImageSection = {
  __component: 'sections.text-and-image',
  id: 1,
  heading: 'What is the CS Fundamentals Deep Dive Workshop?',
  subheading: null,
  body: [
    paragraph(
      'The CS Fundamentals Deep Dive Workshop is our newest one-day professional development workshop where educators can take a deep dive into course materials, teaching practices, and strategies for continuing to teach CS Fundamentals.',
    ),
    paragraph(
      'Deep Dive Workshops are open to educators with some experience teaching CS Fundamentals. Attending a Code.org Intro workshop is not required prerequisite.',
    ),
  ],
  image: anImage(),
  imageSide: 'right',
  actions: [],
};

export const whereToStart: CalloutSection = {
  __component: 'sections.callout',
  id: 1,
  text: 'Not sure where to start?',
  action: anAction({
    label: 'See a comparison of our two workshops offerings here.',
    style: 'link',
    url: null,
    page: { slug: 'compare-workshops', title: 'Compare workshops' },
  }),
};

export const outcomes: OutcomesSection = {
  __component: 'sections.outcomes',
  id: 1,
  heading: 'What will teachers learn in a Deep Dive Workshop?',
  groups: [
    {
      id: 1,
      lead: 'At the end of the Deep Dive workshop, teachers will',
      keyword: 'know:',
      items: bullets(
        'The details, philosophy, values, and rationale behind how the CS Fundamentals course is structured.',
        'The intended approach to teaching CS Fundamentals, including specific classroom practices, and the division of responsibility between students and teachers.',
      ),
    },
    {
      id: 2,
      lead: 'At the end of the workshop, teachers will',
      keyword: 'have:',
      items: bullets(
        'A plan for offering more of the CS Fundamentals course.',
        'Strategies for addressing roadblocks to implementation, including any specific issues experienced in lessons taught thus far.',
        'Ideas for fostering and developing a strong classroom rapport that nurtures learners of all types.',
        'A deepened sense of community with CS Fundamentals teachers and a plan for keeping in touch with other teachers in the future.',
        'Ongoing support through the Code.org teacher forum and online support.',
        'A certificate of completion.',
        'Code.org swag!',
      ),
    },
  ],
};

export const onePager: CalloutSection = {
  __component: 'sections.callout',
  id: 2,
  text: 'Looking for a resource to share with your teacher or administrator about the Deep Dive workshops?',
  action: anAction({ label: 'Download One-Pager Here.', style: 'link', url: null, file: aFile() }),
};

export const pathway: TextAndImageSection = {
  __component: 'sections.text-and-image',
  id: 2,
  heading: 'How does the Deep Dive Workshop help my school?*',
  subheading: 'Supports a Computer Science K-12 Pathway',
  body: [
    paragraph(
      'CS Fundamentals (for elementary students, ages 4-11) provides 6 courses (A-F); each course begins with a grade-appropriate entry point and structured ramp-up of concepts. The progression of Courses A-F builds upon each other to ensure continuing students stay interested and learn new things. When these six CS Fundamentals courses are implemented successfully in a school, they can become an important part of a district’s K-12 pathway, which can include Code.org’s middle school and high school programs as well.',
    ),
    paragraph(
      'Deep Dive workshops can be a key strategy to ensure CS Fundamentals curriculum is successfully established as part of a district’s K-12 computer science pathway. The Intro Workshop is a foundational introduction to the CS Fundamentals curriculum and a great way to support teachers getting started; and the Deep Dive workshop can get them to the finish line. Teachers who complete the Deep Dive workshop will not only leave with a plan for offering more of the CS Fundamentals course, but also connections to a community of support that will help them execute this plan.',
    ),
  ],
  image: anImage({
    url: '/uploads/k-12-pathway.svg',
    name: 'k-12-pathway.svg',
    alternativeText: 'A path that climbs from building blocks, past a laptop, to a graduation cap.',
  }),
  imageSide: 'left',
  actions: [],
};

export const equity: TextAndImageSection = {
  __component: 'sections.text-and-image',
  id: 3,
  heading: null,
  subheading: 'Supports Your School’s Commitment to Equity',
  body: [
    paragraph(
      'Code.org believes that acknowledging and actively addressing the historical inequities within the field of computer science is critical to reaching our goal of bringing computer science to all students. Professional learning plays an essential role in helping educators identify and address equity gaps in their classrooms and schools. The Deep Dive workshop will support teachers in implementing equitable teaching practices and help ensure computer science is accessible to every student in your schools.',
    ),
  ],
  image: null,
  imageSide: 'right',
  actions: [anAction({ label: 'Find a workshop near you' })],
};

export const finder: WorkshopFinderSection = {
  __component: 'sections.workshop-finder',
  id: 1,
  heading: 'Register for a Deep Dive Workshop',
  kind: 'deep-dive',
  body: [
    paragraph(
      'Look at the map below to find the next upcoming CS Fundamentals: Deep Dive workshop in your region. Workshops are available year round, because CS Fundamentals courses can be implemented at any point in the school year. Check back often as new workshops will continue to be added throughout the year as Deep Dive launches throughout the country starting in June 2019.',
    ),
  ],
  afterword: [
    paragraph(
      'If you can’t find a workshop, and you’re in the U.S., contact your Regional Partner. They may already have a private workshop set up near your area that you can join, or can set up a workshop if there is enough demand.',
    ),
  ],
  actions: [
    anAction({
      label: 'Contact your Regional Partner',
      url: null,
      page: { slug: 'regional-partners', title: 'Regional Partners' },
    }),
  ],
};

export const cost: CostSection = {
  __component: 'sections.cost',
  id: 1,
  heading: 'What does the program cost?',
  body: [
    paragraph(
      'Code.org has received generous grants and funding from our donors that allow us to commit to offering our curriculum at no cost, forever. In addition, we have secured funding for our Regional Partners to support the start up costs for bringing teacher professional development programs to communities across the country. Code.org Regional Partners are the key to our success - they provide customization and connections to ensure that schools across the country have turnkey computer science professional development solutions that align to their local context.',
    ),
    paragraph(
      'As the initial grant funding for the start up costs comes to an end, Code.org is working with Regional Partners to cultivate sustainable, long-term funding solutions to sustain high quality programming for years to come. These solutions include securing donors to fund workshops, as well as working with schools and districts to tap into available funding (state or other sources) to pay for teacher training.',
    ),
  ],
  closing: [
    paragraph(
      'Actual costs to the school/district/teacher will vary. Most Regional Partners will be able to offer substantial discounts by leveraging local resources and offering group discount pricing. In addition in all regions of the country there will be Code.org scholarships available to schools and teachers that may need them so they may attend at no cost.',
    ),
  ],
  actions: [
    anAction({
      label: 'See scholarships',
      url: null,
      page: { slug: 'scholarships', title: 'Scholarships' },
    }),
  ],
};

export const banner: BannerSection = {
  __component: 'sections.banner',
  id: 1,
  text: 'Summer workshops fill up early.',
  action: anAction({ label: 'Save your seat' }),
};

/** The Deep Dive page as the CMS sends it: the ESSA section and the banner are switched off. */
export const deepDivePage: Page = {
  title: 'CS Fundamentals: Deep Dive',
  slug: 'deep-dive',
  seo: null,
  sections: [hero, whatIsIt, whereToStart, outcomes, onePager, pathway, equity, finder, cost],
};

export const comparison: ComparisonSection = {
  __component: 'sections.comparison',
  id: 1,
  heading: 'The two workshops, side by side',
  body: [paragraph('Start with Intro when CS Fundamentals is new to you.')],
  firstColumn: 'Intro',
  secondColumn: 'Deep Dive',
  rows: [
    {
      id: 1,
      label: 'Who it is for',
      first: 'Teachers getting started with CS Fundamentals.',
      second: 'Educators with some experience teaching CS Fundamentals.',
    },
    {
      id: 2,
      label: 'What you leave with',
      first: 'A foundation for getting started.',
      second:
        'A plan for offering more of the course, strategies for addressing roadblocks, and connections to a community of support.',
    },
    {
      id: 3,
      label: 'Length',
      first: 'Ask the Regional Partner who hosts it.',
      second: 'One day (7 hours).',
    },
  ],
  actions: [
    anAction(),
    anAction({
      id: 2,
      label: 'Ask your Regional Partner',
      style: 'secondary',
      url: null,
      page: { slug: 'regional-partners', title: 'Regional Partners' },
    }),
  ],
};

export const scholarshipsSection: ScholarshipsSection = {
  __component: 'sections.scholarships',
  id: 1,
  heading: 'Scholarships you can ask for',
  body: [paragraph('Your Regional Partner can tell you which of these fits.')],
};

export const partnerDirectory: PartnerDirectorySection = {
  __component: 'sections.partner-directory',
  id: 1,
  heading: 'Find your Regional Partner',
  body: [paragraph('Partners are listed by the states they serve.')],
};

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
    opensOn: null,
    closesOn: null,
    howToApply: 'Tell your Regional Partner that you would like a scholarship.',
    applyUrl: null,
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
      { id: 1, name: 'Early bird', percentOff: 20, dollarsOff: null, conditions: 'Until the end of May.' },
      { id: 2, name: 'Rural schools', percentOff: null, dollarsOff: 50, conditions: null },
    ],
    groupPrices: [
      { id: 1, minimumPeople: 20, pricePerPerson: 200 },
      { id: 2, minimumPeople: 5, pricePerPerson: 250 },
    ],
    ...overrides,
  };
}

export function aWorkshop(overrides: Partial<WorkshopSummary> = {}): WorkshopSummary {
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
    fee: { type: 'amount', usd: 150 },
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
    ...aWorkshop(),
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
  return { ...aWorkshop(), distanceMiles: null, ...overrides };
}

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
  notice: null,
};
