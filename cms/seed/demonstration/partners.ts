import { slugOfText } from '../../src/rules/slugs';
import { cityZips } from './city-zips';

/** A partner of the demonstration. Every name, address and telephone number is made up. */
export interface DemonstrationPartner {
  slug: string;
  name: string;
  contactName: string;
  email: string;
  phone: string;
  website: string;
  about: string;
  territory: { state?: string; zips?: string }[];
  costNote?: string;
  discounts?: {
    name: string;
    percentOff?: number;
    dollarsOff?: number;
    minimumPeople?: number;
    forEveryone?: boolean;
    conditions?: string;
  }[];
  groupPrices?: { minimumPeople: number; pricePerPerson: number }[];
}

/** The partner the demonstration’s partner account acts for. */
export const demonstrationPartnerSlug = 'evergreen-teaching-collaborative';

/** Whole states: name, states, contact, telephone area. */
const statePartners: [name: string, states: string, contact: string, area: string][] = [
  ['Yellowhammer Computing Partnership', 'AL', 'Denise Abernathy', '205'],
  ['Northern Lights Educators', 'AK', 'Anna Ivanoff', '907'],
  ['Saguaro Teaching Center', 'AZ', 'Marisol Vega', '602'],
  ['Ozark Learning Alliance', 'AR', 'Curtis Whitfield', '501'],
  ['Golden Poppy Teaching Project', 'CA', 'Grace Nakamura', '916'],
  ['Front Range Educator Network', 'CO', 'Tom Lindqvist', '719'],
  ['Charter Oak Teaching Consortium', 'CT', 'Alicia Moreau', '860'],
  ['First State Computing Educators', 'DE', 'Marcus Tilden', '302'],
  ['Potomac Teachers’ Studio', 'DC', 'Renee Baptiste', '202'],
  ['Sunshine Educators’ Exchange', 'FL', 'Luis Cabrera', '850'],
  ['Peach Blossom Learning Center', 'GA', 'Tanya Holloway', '404'],
  ['Plumeria Teaching Center', 'HI', 'Keola Nakoa', '808'],
  ['Sawtooth Educators’ Guild', 'ID', 'Brooke Jensen', '208'],
  ['Prairie Path Teaching Network', 'IL', 'Samir Haddad', '217'],
  ['Crossroads Computing Center', 'IN', 'Julie Kessler', '317'],
  ['Cornfield Coders’ Cooperative', 'IA', 'Dale Hostetler', '515'],
  ['Sunflower Teaching Collective', 'KS', 'Monica Ruiz', '316'],
  ['Bluegrass Educators’ League', 'KY', 'Harold Combs', '502'],
  ['Bayou Teaching Partnership', 'LA', 'Celeste Thibodeaux', '504'],
  ['Pine Coast Learning Center', 'ME', 'Ellen Pelletier', '207'],
  ['Chesapeake Computing Educators', 'MD', 'Andre Whitlock', '410'],
  ['Bay Colony Teaching Forum', 'MA', 'Priya Raman', '617'],
  ['Great Lakes Educators’ Harbor', 'MI', 'Karen Vandenberg', '616'],
  ['North Star Teaching Center', 'MN', 'Ingrid Solheim', '612'],
  ['Magnolia Learning Partnership', 'MS', 'Latisha Greene', '601'],
  ['Gateway Educators’ Workshop', 'MO', 'Peter Brandt', '314'],
  ['High Plains Teaching Cooperative', 'MT WY', 'Sarah Two Rivers', '406'],
  ['Sandhills Computing Educators', 'NE', 'Jason Novak', '402'],
  ['Silver Sage Teaching Center', 'NV', 'Veronica Salas', '702'],
  ['Green and White Mountains Educators', 'NH VT', 'Molly Thatcher', '603'],
  ['Garden Gate Teaching Center', 'NJ', 'Anthony Russo', '609'],
  ['Zia Learning Collaborative', 'NM', 'Elena Trujillo', '505'],
  ['Empire Valley Educators', 'NY', 'Rachel Steinberg', '518'],
  ['Longleaf Teaching Center', 'NC', 'Derrick Mebane', '919'],
  ['Two Dakotas Educators’ Network', 'ND SD', 'Kirsten Haugen', '701'],
  ['Buckeye Computing Cooperative', 'OH', 'Linda Kowalczyk', '614'],
  ['Red Earth Teaching Alliance', 'OK', 'William Harjo', '405'],
  ['Timberline Educators’ Center', 'OR', 'Naomi Fletcher', '503'],
  ['Keystone Teaching Commons', 'PA', 'Joseph Yoder', '717'],
  ['Ocean State Learning Lab', 'RI', 'Sofia Medeiros', '401'],
  ['Palmetto Educators’ Partnership', 'SC', 'Charles Gadsden', '803'],
  ['Volunteer Teaching Network', 'TN', 'Amber Hollis', '615'],
  ['Lone Star Educators’ Ranch', 'TX', 'Rosa Treviño', '512'],
  ['Beehive Teaching Center', 'UT', 'Megan Christensen', '801'],
  ['Blue Ridge Computing Educators', 'VA', 'Thomas Carrington', '804'],
  ['Evergreen Teaching Collaborative', 'WA', 'Hannah Okafor', '206'],
  ['Mountain Laurel Educators', 'WV', 'Rebecca Stump', '304'],
  ['Dairyland Teaching Cooperative', 'WI', 'Erik Lindgren', '608'],
  ['Coquí Teaching Center', 'PR VI', 'Carmen Rivera', '787'],
  ['Pacific Islands Educators’ Canoe', 'GU MP AS', 'Rita Cruz', '671'],
];

/** Cities with a partner of their own: name, city, contact, telephone area. */
const cityPartners: [name: string, city: keyof typeof cityZips, contact: string, area: string][] = [
  ['Five Boroughs Teaching Studio', 'New York City', 'Malik Johnson', '212'],
  ['City of Angels Educators’ Lab', 'Los Angeles', 'Daniela Flores', '213'],
  ['Lakefront Teaching Center', 'Chicago', 'Olivia Brennan', '312'],
  ['Space City Educators', 'Houston', 'Vincent Tran', '713'],
  ['Liberty Bell Teaching Commons', 'Philadelphia', 'Yvonne Dukes', '215'],
  ['Harborside Computing Educators', 'San Diego', 'Ramon Aguilar', '619'],
  ['Mile High Teaching Studio', 'Denver', 'Claire Osterman', '303'],
  ['Biscayne Educators’ Center', 'Miami', 'Isabel Pardo', '305'],
  ['Motor City Teaching Works', 'Detroit', 'Jerome Pickett', '313'],
  ['Mission Trail Educators', 'San Antonio', 'Patricia Garza', '210'],
];

const costNotes = [
  'Ask us about the cost before you decide: grants often cover part of the fee.',
  'Public school teachers in our territory usually pay less than the listed price.',
  'Your district may be able to pay with professional learning funds. We are glad to help with the paperwork.',
];

const discounts: NonNullable<DemonstrationPartner['discounts']>[] = [
  [
    {
      name: 'Title I schools',
      percentOff: 50,
      conditions: 'For teachers at schools that receive Title I funds.',
    },
  ],
  [{ name: 'Rural districts', dollarsOff: 75, conditions: 'For districts with fewer than 1,000 students.' }],
  [
    { name: 'Early registration', dollarsOff: 50, conditions: 'When you register 30 days ahead or more.' },
    { name: 'First-year teachers', percentOff: 25 },
  ],
  [
    { name: 'Colleagues together', percentOff: 10, minimumPeople: 2, forEveryone: true },
    { name: 'Member districts', percentOff: 20, conditions: 'If your district has signed our agreement.' },
  ],
];

const groupPrices: NonNullable<DemonstrationPartner['groupPrices']>[] = [
  [{ minimumPeople: 5, pricePerPerson: 225 }],
  [
    { minimumPeople: 4, pricePerPerson: 250 },
    { minimumPeople: 10, pricePerPerson: 200 },
  ],
  [{ minimumPeople: 10, pricePerPerson: 50 }],
];

/** The partners of the demonstration. Together they serve every state, DC and the territories, none twice. */
export const demonstrationPartners: DemonstrationPartner[] = [
  ...statePartners.map(([name, states, contact, area], index) =>
    partner(
      name,
      contact,
      area,
      index,
      'teachers and schools across the region',
      states.split(' ').map((state) => ({ state })),
    ),
  ),
  ...cityPartners.map(([name, city, contact, area], index) =>
    partner(name, contact, area, statePartners.length + index, `teachers and schools in ${city}`, [
      { zips: cityZips[city].replaceAll(' ', ', ') },
    ]),
  ),
];

function partner(
  name: string,
  contactName: string,
  area: string,
  index: number,
  whom: string,
  territory: DemonstrationPartner['territory'],
): DemonstrationPartner {
  const slug = slugOfText(name, name.length);
  const costNote = index % 3 === 0 ? costNotes[(index / 3) % costNotes.length] : undefined;
  const ownDiscounts = index % 4 === 1 ? discounts[((index - 1) / 4) % discounts.length] : undefined;
  const ownGroupPrices = index % 5 === 2 ? groupPrices[((index - 2) / 5) % groupPrices.length] : undefined;
  return {
    slug,
    name,
    contactName,
    email: `hello@${slug}.example.org`,
    phone: `(${area}) 555-01${String(index).padStart(2, '0')}`,
    website: `https://${slug}.example.org`,
    about: `We host Code.org workshops for ${whom}, and are happy to set one up at your school.`,
    territory,
    ...(costNote && { costNote }),
    ...(ownDiscounts && { discounts: ownDiscounts }),
    ...(ownGroupPrices && { groupPrices: ownGroupPrices }),
  };
}
