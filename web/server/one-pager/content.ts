import {
  finderIds,
  formatUsd,
  type Page,
  type PartnerContact,
  type Pricing,
  type Quote,
  type Section,
  type Site,
  toCents,
} from '@deep-dive/shared-types';
import { answerWords, possibleWords } from '../../src/calculator/quote-words';
import { contactHref, safeHref, telephoneHref } from '../../src/hrefs';
import { type Absolute, listOf, type Prose, paragraph, proseOf, type Run, textOf } from './prose';

/** A part of the page on paper: what stands below one heading. */
export interface Part {
  heading: string | null;
  blocks: Block[];
  /** The higher, the sooner it is shortened; what has 0 is kept to the last. From `EXTRA` on it goes before anything else is shortened. */
  rank: number;
}

/** What parts are made of, beside text. */
export type Block =
  | Prose
  /** A price, large. */
  | { kind: 'price'; amount: string; unit: string }
  /** Numbers side by side, each above what it counts. */
  | { kind: 'numbers'; numbers: { value: string; label: string }[] }
  /** What somebody said and who that is: whole or not at all. */
  | { kind: 'quote'; words: Run[]; by: string }
  /** A code for a telephone's camera. */
  | { kind: 'code'; address: string };

/** All that one page on paper says. */
export interface OnePager {
  siteName: string;
  title: string;
  lead: Part;
  /** What it is and what one learns: the wide column. */
  story: Part[];
  /** What it costs, how to register, whom to ask: the narrow column. */
  aside: Part[];
  /** Of the page on the site, absolute. */
  address: string;
}

/** What the page on paper is made from. */
export interface OnePagerFacts {
  page: Page;
  site: Site;
  /** Null where the page tells no price, or nobody can say it. */
  pricing: Pricing | null;
  /** The price for one person at the visitor's place, and who serves it; null without a place. */
  quote: Quote | null;
  /** Without a slash at the end. */
  siteUrl: string;
}

/** The rank of what is only there to fill what would be empty. */
export const EXTRA = 20;

/** More would not fit beside all else. */
const MOST_PARTNERS = 4;
const MOST_POSSIBLE = 2;
const MOST_NUMBERS = 3;
const MOST_QUESTIONS = 3;
/** Numbers weigh as much as the second text; a voice and questions stand where there is room after all else. */
const RANK = { numbers: 2, voice: EXTRA, questions: EXTRA + 1 };

/** Chooses from a page what belongs on one sheet, each section by what it is. */
export function onePagerOf(facts: OnePagerFacts): OnePager {
  const { page, site, siteUrl } = facts;
  const path = site.homePage?.slug === page.slug ? '/' : `/${page.slug}`;
  const address = siteUrl + path;
  const absolute: Absolute = (href) =>
    href.startsWith('#') ? address + href : href.startsWith('/') ? siteUrl + href : href;
  const hero = page.sections.find((section) => section.__component === 'sections.hero');
  const lead = hero ? proseOf(hero.body, absolute) : [];
  return {
    siteName: site.name,
    title: hero?.heading.trim() || page.title,
    lead: { heading: null, blocks: lead, rank: 0 },
    story: storyOf(page.sections, absolute),
    aside: [
      costPart(facts),
      includesPart(facts, absolute),
      registerPart(facts, address),
      partnerPart(facts),
    ].filter((part) => part !== null),
    address,
  };
}

/** As it is read and typed: "example.org/deep-dive". */
export const shownAddress = (address: string): string =>
  address.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '');

/** Texts, lists of outcomes, comparisons, numbers, one voice and some questions in their own order. The first text says what it is; what teachers learn comes next in weight. */
function storyOf(sections: Section[], absolute: Absolute): Part[] {
  let texts = 0;
  let voices = 0;
  return sections.flatMap((section): Part[] => {
    if (section.__component === 'sections.text-and-image') {
      const { heading, subheading, body } = section;
      const above: Prose[] = heading && subheading ? [{ kind: 'heading', runs: [{ text: subheading }] }] : [];
      const rank = texts === 0 ? 0 : 1 + texts;
      texts += 1;
      return [{ heading: heading || subheading, blocks: [...above, ...proseOf(body, absolute)], rank }];
    }
    if (section.__component === 'sections.outcomes') {
      const blocks = section.groups.flatMap(({ lead, keyword, items }) => [
        paragraph(...(keyword ? [`${lead} `, { text: keyword, bold: true }] : [lead])),
        ...proseOf(items, absolute),
      ]);
      return [{ heading: section.heading, blocks, rank: 1 }];
    }
    if (section.__component === 'sections.comparison') {
      const { heading, body, firstColumn, secondColumn, rows } = section;
      const compared = rows.flatMap(({ label, first, second }) => [
        paragraph({ text: label, bold: true }),
        listOf(`${firstColumn}: ${first}`, `${secondColumn}: ${second}`),
      ]);
      return [{ heading, blocks: [...proseOf(body, absolute), ...compared], rank: 1 }];
    }
    if (section.__component === 'sections.statistics') {
      const numbers = section.items.slice(0, MOST_NUMBERS).map(({ value, label }) => ({ value, label }));
      const blocks: Block[] = numbers.length > 0 ? [{ kind: 'numbers', numbers }] : [];
      return [{ heading: section.heading, blocks, rank: RANK.numbers }];
    }
    if (section.__component === 'sections.faq') {
      const blocks = section.questions.slice(0, MOST_QUESTIONS).flatMap(({ question, answer }): Block[] => {
        const [first, next] = proseOf(answer, absolute).filter(({ kind }) => kind !== 'heading');
        if (!first) return [];
        const leadsToList =
          first.kind === 'paragraph' && /:\s*$/.test(textOf(first.runs)) && next?.kind === 'list';
        return [{ kind: 'heading', runs: [{ text: question }] }, first, ...(leadsToList ? [next] : [])];
      });
      return [{ heading: section.heading, blocks, rank: RANK.questions }];
    }
    const voice = voiceOf(section);
    if (voice && voices === 0) {
      voices += 1;
      return [voice];
    }
    return [];
  });
}

/** What somebody said; null in a section where nobody says anything. */
function voiceOf(section: Section): Part | null {
  const part = (heading: string | null, words: string, by: (string | null)[]): Part => ({
    heading,
    blocks: [
      { kind: 'quote', words: [{ text: `“${words}”`, italic: true }], by: by.filter(Boolean).join(', ') },
    ],
    rank: RANK.voice,
  });
  if (section.__component === 'sections.quote') return part(null, section.text, [section.name, section.role]);
  if (section.__component !== 'sections.testimonials') return null;
  const [first] = section.items;
  return first ? part(section.heading, first.words, [first.name, first.role, first.school]) : null;
}

/** What it costs where the visitor is, or else what it is worth. */
function costPart({ page, pricing, quote }: OnePagerFacts): Part | null {
  const cost = page.sections.find((section) => section.__component === 'sections.cost');
  const value = pricing && formatUsd(toCents(pricing.pricePerPerson));
  const heading = cost?.heading ?? 'What it costs';
  if (quote) return { heading, blocks: quoteBlocks(quote, value), rank: 0 };
  if (!cost || !value) return null;
  return { heading, blocks: [{ kind: 'price', amount: value, unit: 'value per person' }], rank: 0 };
}

function quoteBlocks(quote: Quote, value: string | null): Block[] {
  const { place, perPersonCents, possible, scholarships } = quote;
  const near = place ? ` near ${place.label}` : '';
  const price: Block[] =
    perPersonCents === null
      ? [
          paragraph({ text: `${answerWords(quote)}${near}.`, bold: true }),
          ...(value ? [paragraph(`The workshop’s value is ${value} per person.`)] : []),
        ]
      : perPersonCents === 0
        ? [{ kind: 'price', amount: 'Free', unit: near.trim() }]
        : [{ kind: 'price', amount: formatUsd(perPersonCents), unit: `per person${near}` }];
  return [
    ...price,
    ...possible
      .slice(0, MOST_POSSIBLE)
      .map((each) => paragraph({ text: `${each.label}: `, bold: true }, possibleWords(each))),
    ...(scholarships.length > 0
      ? [paragraph(`Scholarships open now: ${scholarships.map(({ name }) => name).join('; ')}.`)]
      : []),
  ];
}

/** What the price includes, and what is said about it. */
function includesPart({ page, pricing, quote }: OnePagerFacts, absolute: Absolute): Part | null {
  const cost = page.sections.find((section) => section.__component === 'sections.cost');
  if (!pricing || (!cost && !quote)) return null;
  const value = formatUsd(toCents(pricing.pricePerPerson));
  const included: Block[] =
    pricing.includes.length > 0
      ? [paragraph('It includes:'), listOf(...pricing.includes.map(({ text }) => text))]
      : [paragraph(pricing.statement.replaceAll('{price}', () => value))];
  const closing = quote || !cost ? [] : proseOf(cost.closing, absolute);
  return { heading: null, blocks: [...included, ...closing], rank: 3 };
}

/** Where to find a date and register: at the page's finder, or on the page itself. */
function registerPart({ page, quote }: OnePagerFacts, address: string): Part {
  const finder = page.sections.find((section) => section.__component === 'sections.workshop-finder');
  const near = quote?.place?.zip ?? null;
  const search = near ? `?near=${near}` : '';
  const target = finder ? `${address}${search}#${finderIds(1).landing}` : address;
  const link: Run = { text: shownAddress(address), href: target, bold: true };
  return {
    heading: finder?.heading ?? 'Find out more',
    blocks: [
      paragraph(
        finder ? 'Find a date and a place near you, and register: ' : 'All of it, always up to date: ',
        link,
      ),
      { kind: 'code', address: target },
    ],
    rank: 0,
  };
}

/** Whom to ask: who serves the visitor's place, or else the organisation's own people. */
function partnerPart({ site: { nationalContact }, quote, siteUrl }: OnePagerFacts): Part | null {
  if (quote?.partner)
    return { heading: 'Your Regional Partner', blocks: contactBlocks(quote.partner, siteUrl), rank: 1 };
  if (quote && quote.partners.length > 1)
    return {
      heading: 'Your Regional Partners',
      blocks: quote.partners
        .slice(0, MOST_PARTNERS)
        .map(({ name, slug }) => paragraph({ text: name, href: `${siteUrl}/partners/${slug}` })),
      rank: 1,
    };
  if (!nationalContact) return null;
  const { name, email, phone } = nationalContact;
  return {
    heading: 'Questions?',
    blocks: waysTo({ name: name ?? 'Our national team', email, phone }),
    rank: 1,
  };
}

function contactBlocks(partner: PartnerContact, siteUrl: string): Block[] {
  const { name, slug, contactName, email, phone, website, costNote } = partner;
  const write = siteUrl + contactHref({ partner: slug });
  return [
    ...waysTo({ name, contactName, email, phone, website, href: `${siteUrl}/partners/${slug}` }),
    ...(email ? [] : [paragraph({ text: 'Write to them', href: write })]),
    ...(costNote ? [paragraph(costNote)] : []),
  ];
}

interface Ways {
  name: string;
  href?: string;
  contactName?: string | null;
  email?: string | null;
  phone?: string | null;
  website?: string | null;
}

function waysTo({ name, href, contactName, email, phone, website }: Ways): Block[] {
  const site = safeHref(website);
  const lines: Run[] = [
    { text: name, bold: true, href },
    ...(contactName ? [{ text: contactName }] : []),
    ...(email ? [{ text: email, href: `mailto:${email}` }] : []),
    ...(phone ? [{ text: phone, href: telephoneHref(phone) ?? undefined }] : []),
    ...(site ? [{ text: shownAddress(site), href: site }] : []),
  ];
  return [paragraph(...lines.flatMap((line, index) => (index > 0 ? ['\n', line] : [line])))];
}
