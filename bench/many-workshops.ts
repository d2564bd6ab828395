import { TIME_ZONES } from '@deep-dive/shared-types';
import type Database from 'better-sqlite3';
import { dayAfter, gazetteer, locate, partnerServing, Random, schedule } from './cms.ts';
import { inserter, type Row, writing } from './rows.ts';

const LAST_DAY = 360;
const WEEK = 7;
const HOURS = [
  { startTime: '08:30:00.000', endTime: '15:30:00.000' },
  { startTime: '09:00:00.000', endTime: '16:00:00.000' },
  { startTime: '16:30:00.000', endTime: '19:00:00.000' },
];

/**
 * Adds upcoming public workshops all over the country and the coming year to a demonstration's database, as rows: saving
 * so many through the CMS takes hours. The CMS must be stopped. The same at each run, but for dates, which follow `now`.
 */
export function addWorkshops(dataDir: string, count: number, now: Date): void {
  writing(dataDir, (database) => {
    const add = workshopWriter(database, now);
    const random = new Random(20270306);
    for (let index = 0; index < count; index++) add(makeWorkshop(index, now, random));
  });
}

type Made = ReturnType<typeof makeWorkshop>;

function makeWorkshop(index: number, now: Date, random: InstanceType<typeof Random>) {
  const { zip, city, state } = random.pick(gazetteer);
  const share = random.integer(1, 100);
  const format = share <= 8 ? 'virtual' : share <= 16 ? 'hybrid' : 'in-person';
  const kind = random.onceIn(4) ? 'intro' : 'deep-dive';
  const name = kind === 'intro' ? 'CS Fundamentals: Intro' : 'CS Fundamentals: Deep Dive';
  const firstDay = new Date(dayAfter(now, random.integer(1, LAST_DAY)));
  const hours = random.pick(HOURS);
  const sittings = random.onceIn(5) ? random.integer(2, 5) : 1;
  const sessions = Array.from({ length: sittings }, (_, sitting) => ({
    date: dayAfter(firstDay, sitting * WEEK),
    ...hours,
  }));
  const virtualTimeZone = format === 'virtual' ? random.pick(Object.keys(TIME_ZONES)) : null;
  const venue = {
    name: `${city} Elementary School`,
    street: `${random.integer(1, 48) * 25} Main Street`,
    zip,
    city,
    state,
  };
  const { place } = locate(format, venue, virtualTimeZone);
  const feeKind = random.pick(['ask', 'amount', 'free'] as const);
  return {
    row: {
      document_id: `many${String(index).padStart(20, '0')}`,
      title: format === 'virtual' ? `${name} online` : `${name} in ${city}`,
      slug: `cs-fundamentals-${kind}-${zip}-${index}`,
      kind,
      format,
      availability: random.onceIn(10) ? 'full' : 'scheduled',
      visibility: 'public',
      capacity: random.onceIn(4) ? null : random.integer(8, 40),
      virtual_time_zone: virtualTimeZone,
      registration_url: random.onceIn(4) ? null : `https://partner.example.org/register/${index}`,
      fee_kind: feeKind,
      fee_amount: feeKind === 'amount' ? random.integer(1, 12) * 25 : null,
      notes: random.onceIn(2) ? 'Bring a laptop and its charger. Lunch is provided.' : null,
      time_zone: place.timeZone,
      latitude: place.latitude,
      longitude: place.longitude,
      ...times(sessions, place.timeZone as string),
    },
    sessions,
    venue: format === 'virtual' ? null : venue,
    partner: partnerServing(zip, state),
  };
}

const knownTimes = new Map<string, Row>();

/** Working out instants takes by far the most time, and the same ones come again and again. */
function times(sessions: Parameters<typeof schedule>[0], timeZone: string): Row {
  const key = JSON.stringify([sessions, timeZone]);
  let found = knownTimes.get(key);
  if (!found) {
    const { startsAt, endsAt, when } = schedule(sessions, timeZone);
    found = { starts_at: Date.parse(startsAt as string), ends_at: Date.parse(endsAt as string), when };
    knownTimes.set(key, found);
  }
  return found;
}

/** Writes a workshop as the CMS does: a draft and what was published of it, each with components and partner of its own. */
function workshopWriter(database: Database, now: Date): (workshop: Made) => void {
  const insert = inserter(database);
  const partners = database.prepare('select id, slug from regional_partners').all() as {
    id: number;
    slug: string;
  }[];
  const idBySlug = new Map(partners.map(({ id, slug }) => [slug, id]));
  const savedAt = { created_at: now.getTime(), updated_at: now.getTime() };
  let order = 0;

  return ({ row, sessions, venue, partner }) => {
    order++;
    for (const publishedAt of [null, now.getTime()]) {
      const id = insert('workshops', { ...row, ...savedAt, published_at: publishedAt });
      const components = [
        ...sessions.map(({ date, startTime, endTime }, index) => ({
          type: 'session',
          field: 'sessions',
          order: index + 1,
          data: { date, start_time: startTime, end_time: endTime },
        })),
        ...(venue ? [{ type: 'venue', field: 'venue', order: null, data: venue }] : []),
      ];
      for (const { type, field, order, data } of components)
        insert('workshops_cmps', {
          entity_id: id,
          cmp_id: insert(`components_elements_${type}`, data),
          component_type: `elements.${type}`,
          field,
          order,
        });
      insert('workshops_partner_lnk', {
        workshop_id: id,
        regional_partner_id: idBySlug.get(partner) as number,
        workshop_ord: order,
      });
    }
  };
}
