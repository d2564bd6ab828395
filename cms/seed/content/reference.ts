import type { WrittenFigure, WrittenPricing, WrittenScholarship, WrittenSite } from './types';

/** The numbers the author left open. */
export const figures: WrittenFigure[] = [
  { key: 'educators', phrase: 'over {value} educators', wordingWithout: 'educators' },
  { key: 'students', phrase: 'over {value} students', wordingWithout: 'students' },
];

export const pricing: WrittenPricing = {
  pricePerPerson: 300,
  statement:
    'The value of the one-day Deep Dive workshop is {price}/person, which includes a 1-day (7 hour) professional development workshop hosted by a Code.org Regional Partner and led by a Code.org-trained facilitator, a completion certificate, and Code.org swag.',
  includes: [
    {
      text: '1-day (7 hour) professional development workshop hosted by a Code.org Regional Partner and led by a Code.org-trained facilitator',
    },
    { text: 'A completion certificate' },
    { text: 'Code.org swag' },
  ],
};

export const nationalScholarship: WrittenScholarship = {
  name: 'Code.org Scholarship',
  sponsor: 'Code.org',
  eligibility: 'Schools and teachers that may need a scholarship, in all regions of the country.',
  national: true,
  coverage: 'full',
  howToApply:
    'Tell your Regional Partner that you would like a scholarship. With it, you may attend at no cost.',
};

export const site: WrittenSite = {
  name: 'Code.org Professional Learning',
  homePage: 'deep-dive',
  countVisits: true,
  description:
    'Workshops for teachers who bring computer science to their students: find the next one near you.',
  navigation: [
    { label: 'Deep Dive', style: 'link', page: 'deep-dive' },
    { label: 'Compare workshops', style: 'link', page: 'compare-workshops' },
    { label: 'Find a workshop', style: 'link', url: '/workshops' },
    { label: 'Scholarships', style: 'link', page: 'scholarships' },
    { label: 'Regional Partners', style: 'link', page: 'regional-partners' },
  ],
  footerText:
    'Workshops are hosted by Code.org Regional Partners in communities across the country. Questions? Your Regional Partner is glad to help.',
  footerLinks: [
    { label: 'Find a workshop', style: 'link', url: '/workshops' },
    { label: 'Contact your Regional Partner', style: 'link', page: 'regional-partners' },
    { label: 'Scholarships', style: 'link', page: 'scholarships' },
    { label: 'Your privacy', style: 'link', page: 'privacy' },
    {
      label: 'CS Fundamentals curriculum',
      style: 'link',
      url: 'https://code.org/educate/curriculum/elementary-school',
    },
  ],
};
