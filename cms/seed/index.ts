import type { Core } from '@strapi/strapi';
import { figures, nationalScholarship, pages, pricing, site } from './content';
import {
  closedRound,
  type DemonstrationPartner,
  type DemonstrationWorkshop,
  demonstrationOrganisation,
  demonstrationPartners,
  demonstrationScholarships,
  demonstrationWorkshops,
} from './demonstration';
import { entryItem, mediaItem, pageItem, partnerKey, type SeedItem, stored } from './items';
import { Ledger } from './ledger';
import { type MediaName, media } from './media';

export { demonstrationPartnerSlug } from './demonstration';

/** A longer step says now and then how far it is. */
const PROGRESS_MS = 5000;

interface Step {
  /** What is seeded, after its number: “400 workshops”. */
  noun: string;
  items: SeedItem[];
  /** Items made together, all or none. A file is no matter of the database, so files come one by one. */
  together: number;
}

/**
 * Fills an empty CMS: the pages and what they quote and, for a demonstration, partners and workshops.
 * Each item is made once ever, so what people edit or delete stays as they left it; after a crash, it goes on where it was.
 */
export async function seed(
  strapi: Core.Strapi,
  { demonstration }: { demonstration: boolean },
): Promise<void> {
  const ledger = await Ledger.open(strapi);
  const steps = [
    ...contentSteps(strapi, ledger, demonstration),
    ...(demonstration ? demonstrationSteps(strapi, ledger) : []),
  ];
  for (const step of steps) await run(strapi, ledger, step);
}

function contentSteps(strapi: Core.Strapi, ledger: Ledger, demonstration: boolean): Step[] {
  const reference: SeedItem[] = [
    ...figures.map((figure) =>
      entryItem(strapi, {
        key: `figure/${figure.key}`,
        uid: 'api::figure.figure',
        identity: 'key',
        publish: true,
        data: () => ({ ...figure }),
      }),
    ),
    entryItem(strapi, {
      key: 'pricing',
      uid: 'api::pricing.pricing',
      publish: true,
      data: () => stored(pricing, ledger),
    }),
    entryItem(strapi, {
      key: 'scholarship/national',
      uid: 'api::scholarship.scholarship',
      identity: 'name',
      publish: true,
      data: () => stored({ ...nationalScholarship, ...(demonstration && closedRound(new Date())) }, ledger),
    }),
  ];
  const siteItem = entryItem(strapi, {
    key: 'site',
    uid: 'api::site.site',
    publish: true,
    data: () => stored({ ...site, ...(demonstration && demonstrationOrganisation) }, ledger),
  });
  // What is promised there is for whoever runs the site to say: where they run it already, they have, or will.
  const written = ledger.has('site') ? pages.filter(({ slug }) => slug !== 'privacy') : pages;
  return [
    {
      noun: 'pictures and files',
      items: (Object.keys(media) as MediaName[]).map((name) => mediaItem(strapi, name)),
      together: 1,
    },
    { noun: 'figures, prices and scholarships', items: reference, together: 10 },
    { noun: 'pages', items: written.map((page) => pageItem(strapi, ledger, page)), together: 1 },
    { noun: 'menu', items: [siteItem], together: 1 },
  ];
}

function demonstrationSteps(strapi: Core.Strapi, ledger: Ledger): Step[] {
  return [
    {
      noun: 'scholarships',
      items: demonstrationScholarships(new Date()).map((scholarship) =>
        entryItem(strapi, {
          key: `scholarship/${scholarship.name}`,
          uid: 'api::scholarship.scholarship',
          identity: 'name',
          publish: true,
          data: () => stored(scholarship, ledger),
        }),
      ),
      together: 10,
    },
    {
      noun: 'partners',
      items: demonstrationPartners.map((partner) => partnerItem(strapi, partner)),
      together: 20,
    },
    {
      noun: 'workshops',
      items: demonstrationWorkshops(new Date()).map((workshop) => workshopItem(strapi, ledger, workshop)),
      together: 50,
    },
  ];
}

function partnerItem(strapi: Core.Strapi, partner: DemonstrationPartner): SeedItem {
  return entryItem(strapi, {
    key: partnerKey(partner.slug),
    uid: 'api::regional-partner.regional-partner',
    identity: 'slug',
    publish: false,
    data: () => ({ ...partner }),
  });
}

function workshopItem(
  strapi: Core.Strapi,
  ledger: Ledger,
  { key, partner, draft, ...workshop }: DemonstrationWorkshop,
): SeedItem {
  return {
    key,
    async make() {
      const made = await strapi.documents('api::workshop.workshop').create({
        data: { ...workshop, partner: ledger.idOf(partnerKey(partner)) },
        ...(!draft && { status: 'published' }),
      });
      return made.documentId;
    },
  };
}

async function run(strapi: Core.Strapi, ledger: Ledger, { noun, items, together }: Step): Promise<void> {
  const pending = items.filter(({ key }) => !ledger.has(key));
  if (pending.length === 0) return;
  const started = Date.now();
  let said = started;
  strapi.log.info(`Seeding ${pending.length} ${noun}…`);
  for (let first = 0; first < pending.length; first += together) {
    const batch = pending.slice(first, first + together);
    await strapi.db.transaction(async () => {
      const made: Record<string, string> = {};
      for (const item of batch) made[item.key] = await item.make();
      await ledger.add(made);
    });
    if (Date.now() - said > PROGRESS_MS) {
      said = Date.now();
      strapi.log.info(`… ${first + batch.length} of ${pending.length} ${noun}`);
    }
  }
  strapi.log.info(`Seeded ${pending.length} ${noun} in ${Math.ceil((Date.now() - started) / 1000)} s`);
}
