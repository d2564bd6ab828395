import { formatUsd, formatWhen, type ListPrice } from '@deep-dive/shared-types';
import type { Core } from '@strapi/strapi';
import { type Composed, type Letter, mailTask, type SiteContact } from '../email';
import { type Job, putDown, type Task } from '../jobs';
import type { News } from '../rules/alerts';
import { listed } from '../rules/visibility';
import { WORKSHOP } from '../schema/uids';
import { searched } from '../search';
import { rows } from '../strapi/documents';
import { type StoredWorkshop, SUMMARY_POPULATE, toOwnSummary } from '../wire/workshops';
import type { Named } from './matching';
import {
  aboutAlert,
  alertsWhere,
  changeTellings,
  personWhere,
  type StoredAlert,
  type StoredPerson,
  type StoredTelling,
  tellingsWhere,
} from './store';
import { CONFIRM, DIGEST, NO_MORE, TELL } from './tasks';

/** The tasks of mailing. Each reads anew what it tells of: what has ended in the meantime is mailed to nobody. */
export const alertMails = (strapi: Core.Strapi): Record<string, Task> => ({
  [CONFIRM]: mailTask(strapi, async (job, site) => {
    const known = await knownOf(strapi, idIn(job));
    return known?.alert.confirmedAt === null ? confirmation(known, site) : null;
  }),
  [NO_MORE]: mailTask(strapi, async (job, site) => {
    const person = await personWhere(strapi, { id: idIn(job) });
    return person && noMore(person, site);
  }),
  [TELL]: async (job) => {
    const outcome = await mailTask(strapi, (_, site) => telling(strapi, job, site))(job);
    if (outcome === undefined) await noteHeard(strapi, job);
    return outcome;
  },
  [DIGEST]: async (job) => {
    let told: number[] = [];
    const outcome = await mailTask(strapi, async (_, site) => {
      const known = await confirmedOf(strapi, idIn(job));
      const items = known ? await pendingOf(strapi, known.alert, site) : [];
      told = items.map(({ id }) => id);
      return known && items.length > 0 ? digest(known, items, site) : null;
    })(job);
    if (outcome === undefined)
      await changeTellings(strapi, { id: { $in: told } }, { heard: true, pending: false });
    return outcome;
  },
});

/** Of what a job is about. */
const idIn = ({ about }: Job): number => Number(about.slice(about.indexOf(':') + 1));

/** An alert, and whose it is. */
interface Known {
  person: StoredPerson;
  alert: StoredAlert;
}

async function knownOf(strapi: Core.Strapi, id: number): Promise<Known | null> {
  const [alert] = await alertsWhere(strapi, { id, until: { $gt: Date.now() } }, 1);
  const person = alert ? await personWhere(strapi, { id: alert.person }) : null;
  return alert && person ? { person, alert } : null;
}

async function confirmedOf(strapi: Core.Strapi, id: number): Promise<Known | null> {
  const known = await knownOf(strapi, id);
  return known?.alert.confirmedAt === null ? null : known;
}

const manageUrl = (site: SiteContact, { token }: StoredPerson): string => `${site.url}/alerts/${token}`;

const unsubscribeUrl = (site: SiteContact, person: StoredPerson, { id }: StoredAlert): string =>
  `${manageUrl(site, person)}/${id}/unsubscribe`;

const manage = (site: SiteContact, person: StoredPerson): NonNullable<Letter['manage']> => ({
  label: 'Change or end what we tell you',
  url: manageUrl(site, person),
});

/** Nothing of what was typed is repeated but the place, as we call it: whoever typed it need not be who gets this mail. */
function confirmation({ person, alert: { id, place } }: Known, site: SiteContact): Composed {
  return {
    to: person.email,
    letter: {
      subject: 'Please confirm: tell me when there is a workshop near me',
      preview: `Workshops near ${place}. We write to you once you say yes.`,
      heading: 'Shall we tell you when there is one?',
      paragraphs: [
        `Someone asked us to write to this address when there is a workshop near ${place}. If that was you, please confirm it:`,
      ],
      button: { label: 'Please confirm', url: `${manageUrl(site, person)}?confirm=${id}` },
      closing: [
        'That wasn’t you? Then there is nothing to do: without your yes we write no more, and forget your address within four days.',
        'Keep this link to yourself: it shows what you asked for.',
      ],
      manage: manage(site, person),
    },
  };
}

const noMore = (person: StoredPerson, site: SiteContact): Composed => ({
  to: person.email,
  letter: {
    subject: 'You have asked about many places already',
    preview: 'End one of them to make room for another.',
    heading: 'You have asked about many places already',
    paragraphs: [
      'Someone, you most likely, asked us to write to this address about workshops near one more place. There is no room for more: please end one of those you have, then ask again.',
    ],
    button: { label: 'See what you have', url: manageUrl(site, person) },
  },
});

/** A workshop as mails tell of it: what visitors see, or what is left of it. */
interface Item {
  id: number;
  news: News;
  title: string;
  where: string | null;
  when: string | null;
  price: string | null;
  url: string | null;
  isFull: boolean;
}

/** What there is to say of a workshop now; null when it is nothing any more. */
async function itemOf(
  strapi: Core.Strapi,
  told: StoredTelling,
  site: SiteContact,
  named: Partial<Named>,
): Promise<Item | null> {
  const now = new Date();
  const news = told.heard ? told.news : 'new';
  const row: StoredWorkshop | null = await rows(strapi, WORKSHOP).findOne({
    where: { documentId: told.workshop, publishedAt: { $notNull: true }, ...listed(now) },
    populate: SUMMARY_POPULATE,
  });
  if (!row)
    return news === 'ended' && told.heard
      ? { ...(await goneOf(strapi, told, site, named)), id: told.id, news }
      : null;
  const { title, slug, status, place, fee, ...rest } = toOwnSummary(row);
  const isFull = status === 'full';
  if (!news || news === 'ended' || (isFull && news !== 'moved') || Date.parse(row.startsAt) <= now.getTime())
    return null;
  const price = (await searched(strapi)).priceOf(fee, row.partner.documentId, now);
  return {
    id: told.id,
    news,
    title,
    where: place ? `${place.city}, ${place.state}` : 'Online',
    when: formatWhen(rest),
    price: priceInWords(price),
    url: `${site.url}/workshops/${slug}`,
    isFull,
  };
}

/** Of one that visitors come upon no more: a cancelled one still has its page. */
async function goneOf(
  strapi: Core.Strapi,
  { workshop: documentId }: StoredTelling,
  site: SiteContact,
  named: Partial<Named>,
): Promise<Omit<Item, 'id' | 'news'>> {
  const found: (Named & {
    slug: string;
    publishedAt: string | null;
    availability: string;
    visibility: string;
  })[] = await rows(strapi, WORKSHOP).findMany({
    where: { documentId },
    select: ['title', 'when', 'slug', 'publishedAt', 'availability', 'visibility'],
  });
  const cancelled = found.find(
    ({ publishedAt, availability, visibility }) =>
      publishedAt !== null && availability === 'cancelled' && visibility === 'public',
  );
  return {
    title: named.title ?? cancelled?.title ?? 'A workshop',
    when: named.when ?? cancelled?.when ?? null,
    where: null,
    price: null,
    url: cancelled ? `${site.url}/workshops/${cancelled.slug}` : null,
    isFull: false,
  };
}

function priceInWords({ perPersonCents, group }: ListPrice): string {
  if (perPersonCents === null) return 'Ask the Regional Partner';
  if (perPersonCents === 0) return 'Free';
  const each = `${formatUsd(perPersonCents)} per person`;
  return group
    ? `${each}, ${formatUsd(group.perPersonCents)} for groups of ${group.minimumPeople} or more`
    : each;
}

/** Who gets a mail about what was told, should it still be the last word on it. */
async function telling(strapi: Core.Strapi, { data }: Job, site: SiteContact): Promise<Composed | null> {
  const [told] = await tellingsWhere(strapi, { id: Number(data.telling), turn: Number(data.turn) });
  const known = told ? await confirmedOf(strapi, told.alert) : null;
  const item = told && known ? await itemOf(strapi, told, site, data as Partial<Named>) : null;
  return item && known && letterAbout(item, known, site);
}

const WORDS: Record<News, { subject: string; heading: string; lead: string }> = {
  new: {
    subject: 'A workshop near you',
    heading: 'There is one near you',
    lead: 'You asked us to tell you. There are places:',
  },
  moved: {
    subject: 'It has moved',
    heading: 'A workshop near you has moved',
    lead: 'It takes place at another time or place than we told you. This is how it stands now:',
  },
  opened: {
    subject: 'A place is there',
    heading: 'There is a place again',
    lead: 'It was full, and has a place again:',
  },
  ended: {
    subject: 'It doesn’t take place',
    heading: 'A workshop we told you of doesn’t take place',
    lead: 'It was cancelled, or is not on our site any more. We are sorry. We go on telling you of others.',
  },
};

function letterAbout(item: Item, { person, alert }: Known, site: SiteContact): Composed {
  const { subject, heading, lead } = WORDS[item.news];
  return {
    to: person.email,
    unsubscribe: unsubscribeUrl(site, person, alert),
    letter: {
      subject: `${subject}: ${item.title}`,
      preview: [item.where, item.when].filter(Boolean).join(' · ') || item.title,
      heading,
      paragraphs: [lead],
      facts: factsOf(item),
      ...(item.url !== null && { button: { label: 'See the workshop', url: item.url } }),
      closing: [why(alert.place)],
      manage: manage(site, person),
    },
  };
}

const why = (place: string): string =>
  `You get this mail because you asked to be told of workshops near ${place}. You can change or end that at any time with the link below.`;

const factsOf = ({ title, where, when, price, isFull }: Item): [string, string][] => {
  const facts: [string, string | null][] = [
    ['Workshop', title],
    ['Where', where],
    ['When', when],
    ['Price', price],
    ['Places', isFull ? 'It is full' : null],
  ];
  return facts.flatMap(([name, fact]) => (fact === null ? [] : [[name, fact] as [string, string]]));
};

const MARKS: Record<News, string> = {
  new: 'New',
  moved: 'Has moved',
  opened: 'A place again',
  ended: 'Doesn’t take place',
};

/** What waits for an alert’s mail of the morning. */
async function pendingOf(strapi: Core.Strapi, { id }: StoredAlert, site: SiteContact): Promise<Item[]> {
  const items: Item[] = [];
  for (const told of await tellingsWhere(strapi, { alert: id, pending: true })) {
    const item = await itemOf(strapi, told, site, {});
    if (item) items.push(item);
  }
  return items;
}

/** How many one mail tells of, in full. */
const MOST_IN_DIGEST = 50;

function digest({ person, alert }: Known, items: Item[], site: SiteContact): Composed {
  const count = items.length === 1 ? 'One workshop' : `${items.length} workshops`;
  return {
    to: person.email,
    unsubscribe: unsubscribeUrl(site, person, alert),
    letter: {
      subject: `${count} near ${alert.place}`,
      preview: items[0]?.title ?? count,
      heading: `News of ${count.toLowerCase()} near ${alert.place}`,
      paragraphs: [
        'There was much to tell, so here it is in one mail:',
        ...items
          .slice(0, MOST_IN_DIGEST)
          .map(({ news, title, where, when, price, url }) =>
            [`${MARKS[news]}: ${title}`, where, when, price && `Price: ${price}`, url]
              .filter((line) => line !== null)
              .join('\n'),
          ),
      ],
      closing: [why(alert.place)],
      manage: manage(site, person),
    },
  };
}

/** Notes that a mail was sent. Whoever was told of what had ended by then is told that as well. */
async function noteHeard(strapi: Core.Strapi, { data }: Job): Promise<void> {
  const where = { id: Number(data.telling), turn: Number(data.turn) };
  await strapi.db.transaction(async () => {
    await changeTellings(strapi, { id: where.id }, { heard: true, pending: false });
    const [told] = await tellingsWhere(strapi, where);
    if (told?.state !== 'ended' || told.news === 'ended') return;
    const turn = told.turn + 1;
    await changeTellings(strapi, where, { turn, news: 'ended' });
    const { title, when } = data;
    await putDown(strapi, {
      task: TELL,
      about: aboutAlert(told.alert),
      data: { telling: told.id, turn, title, when },
    });
  });
}
