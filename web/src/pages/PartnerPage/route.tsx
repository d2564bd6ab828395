import { partnerQuery, territoryQuery } from '../../queries/partners';
import { scholarshipsQuery } from '../../queries/scholarships';
import { loadSite, readSite } from '../../queries/site';
import { workshopsQuery } from '../../queries/workshops';
import { noSearch, type Route } from '../../routing/route';
import { breadcrumbs, headDefaults, shareImage } from '../page-head';
import { PartnerPage } from './PartnerPage';

export const partnerRoute: Route = {
  path: '/partners/:slug',
  search: noSearch,
  async load({ cms, queries, slug }) {
    await Promise.all([
      loadSite(cms, queries),
      queries.fetch(partnerQuery(cms, slug)),
      queries.tryFetch(territoryQuery(cms, slug)),
      queries.tryFetch(scholarshipsQuery(cms)),
      queries.tryFetch(workshopsQuery(cms, { partner: slug })),
    ]);
  },
  view({ cms, queries, config, slug }) {
    const site = readSite(cms, queries);
    const partner = queries.read(partnerQuery(cms, slug));
    const url = `${config.siteUrl}/partners/${slug}`;
    return {
      status: 200,
      element: <PartnerPage slug={slug} />,
      head: {
        ...headDefaults(site, partner.name),
        description: partner.about ?? `Workshops, costs and how to reach ${partner.name}.`,
        canonical: url,
        image: shareImage(partner.logo, config),
        jsonLd: import.meta.env.SSR ? [breadcrumbs(site, config, partner.name, url)] : [],
      },
    };
  },
};
