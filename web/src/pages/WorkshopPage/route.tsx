import { workshopJsonLd } from '../../head/json-ld';
import { pricingQuery } from '../../queries/pricing';
import { loadSite, readSite } from '../../queries/site';
import { workshopQuery } from '../../queries/workshops';
import { noSearch, type Route } from '../../routing/route';
import { calendarFilePath } from '../../workshops/calendar-links';
import { inBrief } from '../../workshops/labels';
import { otherWorkshopsQuery } from '../../workshops/OtherWorkshops';
import { breadcrumbs, headDefaults } from '../page-head';
import { WorkshopPage } from './WorkshopPage';

export const workshopRoute: Route = {
  path: '/workshops/:slug',
  search: noSearch,
  async load({ cms, queries, slug }) {
    const [workshop] = await Promise.all([
      queries.fetch(workshopQuery(cms, slug)),
      loadSite(cms, queries),
      queries.tryFetchExtra(pricingQuery(cms)),
    ]);
    await queries.tryFetchExtra(otherWorkshopsQuery(cms, workshop));
  },
  view({ cms, queries, config, slug }) {
    const site = readSite(cms, queries);
    const workshop = queries.read(workshopQuery(cms, slug));
    const url = `${config.siteUrl}/workshops/${slug}`;
    const isPrivate = workshop.visibility === 'private';
    return {
      status: 200,
      element: <WorkshopPage slug={slug} />,
      head: {
        ...headDefaults(site, workshop.title),
        description: inBrief(workshop),
        canonical: url,
        alternates: isPrivate
          ? []
          : [{ type: 'text/calendar', href: calendarFilePath(slug), title: workshop.title }],
        jsonLd: import.meta.env.SSR
          ? [
              ...(isPrivate ? [] : [workshopJsonLd(workshop, config)]),
              breadcrumbs(site, config, workshop.title, url),
            ]
          : [],
        robots: isPrivate ? 'noindex' : null,
      },
    };
  },
};
