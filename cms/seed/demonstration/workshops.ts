import type { WorkshopFormat, WorkshopKind, WorkshopStatus } from '@deep-dive/shared-types';
import { dayAfter, workshopDay, workshopSaturday } from './calendar';
import { type DemonstrationPartner, demonstrationPartners } from './partners';
import { places } from './places';
import { Random } from './random';

/** A workshop of the demonstration, as somebody would have entered it. */
export interface DemonstrationWorkshop {
  /** Names it from one run to the next. */
  key: string;
  partner: string;
  /** Only saved, not published. */
  draft: boolean;
  title: string;
  kind: WorkshopKind;
  format: WorkshopFormat;
  availability: WorkshopStatus;
  visibility: 'public' | 'private' | 'hidden';
  joinable?: boolean;
  sessions: { date: string; startTime: string; endTime: string }[];
  venue?: { name: string; street: string; zip: string; city: string; state: string; directions?: string };
  virtualTimeZone?: string;
  capacity?: number;
  placesTaken?: number;
  registrationUrl?: string;
  feeKind: 'ask' | 'amount' | 'free';
  feeAmount?: number;
  notes?: string;
}

interface Place {
  state: string;
  city: string;
  zip: string;
  venue: { name: string; street: string; directions?: string };
}

const TOTAL = 400;
const VIRTUAL = 40;

/** Dates are spread over the coming year. The rest of the year is room for moving a date past holidays. */
const FIRST_DAY = 6;
const LAST_DAY = 330;

const streets = [
  'Main Street',
  'Oak Avenue',
  'Maple Street',
  'Washington Avenue',
  'Park Road',
  'Lincoln Street',
  'Second Avenue',
  'College Avenue',
  'Elm Street',
  'Cedar Lane',
  'River Road',
  'Jefferson Street',
];
const schools = [
  'Lincoln',
  'Washington',
  'Roosevelt',
  'Franklin',
  'Riverside',
  'Lakeview',
  'Oak Hill',
  'Maple Grove',
  'Sunnyside',
  'Harriet Tubman',
  'Cesar Chavez',
  'Grace Hopper',
  'Rosa Parks',
  'Katherine Johnson',
];
const directionsList = [
  'Park behind the building and use the east door.',
  'Second floor, room 204. There is an elevator by the entrance.',
  'Sign in at the front office. We meet in the library.',
  'The bus stops in front of the building.',
];
const notesList = [
  'Bring a laptop and its charger. Lunch is provided.',
  'Bring a laptop. Coffee from 8:00; lunch is on your own, with places to eat nearby.',
  'We have laptops to lend: tell us when you register.',
  'Come with a colleague: plans made together last longer.',
];
const virtualNotes = 'We meet by video. You get the link by e-mail two days before the workshop.';

const zones: Record<string, string> = {
  ...of('Eastern', 'CT DE DC FL GA IN KY ME MD MA MI NH NJ NY NC OH PA RI SC VT VA WV'),
  ...of('Central', 'AL AR IL IA KS LA MN MS MO NE ND OK SD TN TX WI'),
  ...of('Mountain', 'CO ID MT NM UT WY'),
  ...of('Pacific', 'CA NV OR WA'),
  ...of('Arizona', 'AZ'),
  ...of('Alaska', 'AK'),
  ...of('Hawaii', 'HI'),
  ...of('Puerto Rico', 'PR VI'),
};

/** The demonstration’s workshops, the same at each run except that their dates lie in the year after `now`. */
export function demonstrationWorkshops(now: Date): DemonstrationWorkshop[] {
  const random = new Random(20190601);
  const allPlaces = meetingPlaces(random);
  const inPerson = Array.from({ length: TOTAL - VIRTUAL }, (_, index) =>
    workshopAt(allPlaces[index] ?? random.pick(allPlaces.filter(isHub)), index, now, random),
  );
  const hosts = demonstrationPartners.filter((partner) => zoneOf(partner));
  const virtual = Array.from({ length: VIRTUAL }, (_, index) =>
    virtualWorkshop(
      hosts[(index * 7) % hosts.length] as DemonstrationPartner,
      TOTAL - VIRTUAL + index,
      now,
      random,
    ),
  );
  return [...inPerson, ...virtual].map(withStory).map(withCount);
}

/** The slug of the partner who serves a place: the one that lists its ZIP code, else the one that has its state. */
export function partnerServing(zip: string, state: string): string {
  const partner =
    demonstrationPartners.find(({ territory }) => territory.some((area) => area.zips?.includes(zip))) ??
    demonstrationPartners.find(({ territory }) => territory.some((area) => area.state === state));
  if (!partner) throw new Error(`No demonstration partner serves ${zip} in ${state}`);
  return partner.slug;
}

/** One that others may ask to join, of the partner account's, where no public one is near. */
const JOINABLE = 307;
const inOmak = {
  title: 'CS Fundamentals: Deep Dive in Omak',
  venue: {
    name: 'Okanogan Valley Teaching Center',
    street: '325 Maple Street',
    zip: '98841',
    city: 'Omak',
    state: 'WA',
  },
};

/** A few workshops stand for what rarely happens. They follow the first round of places, so each state keeps an ordinary one. */
function withStory(workshop: DemonstrationWorkshop, index: number): DemonstrationWorkshop {
  if (index === 281 || index === 305) return { ...workshop, availability: 'full', capacity: 24 };
  if (index === 290) return { ...workshop, availability: 'cancelled' };
  if (index === 296) return { ...workshop, visibility: 'hidden' };
  if (index >= 310 && index < 355 && index % 9 === 0) return { ...workshop, draft: true };
  if (index >= 275 && index % 8 === 3) {
    return {
      ...workshop,
      ...(index === JOINABLE && inOmak),
      visibility: 'private',
      joinable: index === JOINABLE || (index % 16 === 3 && workshop.format !== 'virtual'),
      notes: 'For teachers of one district. Ask us whether there is room for you.',
    };
  }
  return workshop;
}

/** Some partners keep count of the places that are taken; now and then none is left. */
function withCount(workshop: DemonstrationWorkshop, index: number): DemonstrationWorkshop {
  const { capacity, availability } = workshop;
  if (capacity === undefined || availability !== 'scheduled' || index % 4 !== 1) return workshop;
  const left = index % 128 === 125 ? 0 : (index % 9) + 1;
  return { ...workshop, placesTaken: capacity - left };
}

function workshopAt(place: Place, index: number, now: Date, random: Random): DemonstrationWorkshop {
  const kind = kindFor(index, random);
  const partner = partnerServing(place.zip, place.state);
  const hybrid = index % 13 === 6;
  return {
    ...common(index, kind, partner, now, random),
    title: `${kindName(kind)} in ${place.city}`,
    format: hybrid ? 'hybrid' : 'in-person',
    venue: { ...place.venue, zip: place.zip, city: place.city, state: place.state },
    ...(random.onceIn(2) && { notes: random.pick(notesList) }),
  };
}

function virtualWorkshop(
  partner: DemonstrationPartner,
  index: number,
  now: Date,
  random: Random,
): DemonstrationWorkshop {
  const kind = kindFor(index, random);
  return {
    ...common(index, kind, partner.slug, now, random),
    title: `${kindName(kind)} online with ${partner.name}`,
    format: 'virtual',
    virtualTimeZone: zoneOf(partner),
    notes: virtualNotes,
  };
}

function common(index: number, kind: WorkshopKind, partner: string, now: Date, random: Random) {
  const feeKind = random.pick(['ask', 'ask', 'amount', 'amount', 'amount', 'free'] as const);
  return {
    key: `workshop-${String(index + 1).padStart(3, '0')}`,
    partner,
    draft: false,
    kind,
    availability: 'scheduled',
    visibility: 'public',
    sessions: sessionsFor(now, random),
    feeKind,
    ...(feeKind === 'amount' && { feeAmount: random.pick([50, 75, 100, 150, 200, 250, 300]) }),
    ...(!random.onceIn(8) && { capacity: random.integer(8, 20) * 2 }),
    ...(!random.onceIn(4) && {
      registrationUrl: `https://${partner}.example.org/register/${kind}-${index + 1}`,
    }),
  } as const;
}

function sessionsFor(now: Date, random: Random): DemonstrationWorkshop['sessions'] {
  const day = dayAfter(now, random.integer(FIRST_DAY, LAST_DAY));
  if (random.onceIn(12)) {
    const first = workshopSaturday(day);
    const second = workshopSaturday(dayAfter(new Date(`${first}T00:00:00Z`), 1));
    return [first, second].map((date) => ({ date, startTime: '09:00:00.000', endTime: '12:30:00.000' }));
  }
  const date = random.onceIn(3) ? workshopSaturday(day) : workshopDay(day);
  return [
    random.onceIn(2)
      ? { date, startTime: '08:30:00.000', endTime: '15:30:00.000' }
      : { date, startTime: '09:00:00.000', endTime: '16:00:00.000' },
  ];
}

/** The first place of each state offers a Deep Dive: it is what people come to this site for. */
function kindFor(index: number, random: Random): WorkshopKind {
  const intro = random.onceIn(4);
  return intro && index >= Object.keys(places).length ? 'intro' : 'deep-dive';
}

function kindName(kind: WorkshopKind): string {
  return kind === 'intro' ? 'CS Fundamentals: Intro' : 'CS Fundamentals: Deep Dive';
}

/** Every place once, the first place of each state before the second of any. */
function meetingPlaces(random: Random): Place[] {
  const byRound = Object.entries(places).flatMap(([state, cities]) =>
    cities.map(([city, zip], round) => ({
      round,
      place: { state, city, zip, venue: venueIn(city, random) },
    })),
  );
  return byRound.sort((a, b) => a.round - b.round).map(({ place }) => place);
}

/** A place that holds workshops again and again. */
function isHub(place: Place): boolean {
  return Number(place.zip) % 5 === 0;
}

function venueIn(city: string, random: Random): Place['venue'] {
  const school = random.pick(schools);
  const name = random.pick([
    `${school} Elementary School`,
    `${school} Elementary School`,
    `${city} Public Library`,
    `${city} Education Service Center`,
    `${city} School District Training Center`,
    `${city} Community College`,
  ]);
  return {
    name,
    street: `${random.integer(1, 48) * 25} ${random.pick(streets)}`,
    ...(random.onceIn(3) && { directions: random.pick(directionsList) }),
  };
}

function zoneOf({ territory }: DemonstrationPartner): string | undefined {
  const state = territory[0]?.state;
  return state && zones[state];
}

function of(zone: string, states: string): Record<string, string> {
  return Object.fromEntries(states.split(' ').map((state) => [state, zone]));
}
