import { formatWhen } from '@deep-dive/shared-types';
import { workshopJsonLd } from '../../head/json-ld';
import { loadSite, readSite } from '../../queries/site';
import { workshopQuery } from '../../queries/workshops';
import { noSearch, type Route } from '../../routing/route';
import { calendarFilePath } from '../../workshops/calendar-links';
import { otherWorkshopsQuery } from '../../workshops/OtherWorkshops';
import { breadcrumbs, headDefaults } from '../page-head';
import { WorkshopPage } from './WorkshopPage';

export const workshopRoute: Route = {
  path: '/workshops/:slug',
  search: noSearch,
  async load({ cms, queries, slug }) {
    const [workshop] = await Promise.all([queries.fetch(workshopQuery(cms, slug)), loadSite(cms, queries)]);
    await queries.tryFetchExtra(otherWorkshopsQuery(cms, workshop));
  },
  view({ cms, queries, config, slug }) {
    const site = readSite(cms, queries);
    const workshop = queries.read(workshopQuery(cms, slug));
    const url = `${config.siteUrl}/workshops/${slug}`;
    const isPrivate = workshop.visibility === 'private';
    const name = workshop.status === 'cancelled' ? `Cancelled: ${workshop.title}` : workshop.title;
    const where = workshop.place ? `in ${workshop.place.city}, ${workshop.place.state}` : 'online';
    return {
      status: 200,
      element: <WorkshopPage slug={slug} />,
      head: {
        ...headDefaults(site, workshop.title),
        description: `${name}. ${formatWhen(workshop)}, ${where}. Hosted by ${workshop.partner.name}.`,
        canonical: url,
        alternates: isPrivate
          ? []
          : [{ type: 'text/calendar', href: calendarFilePath(slug), title: workshop.title }],
        jsonLd: [
          ...(isPrivate ? [] : [workshopJsonLd(workshop, url)]),
          breadcrumbs(site, config, workshop.title, url),
        ],
        robots: isPrivate ? 'noindex' : null,
      },
    };
  },
};
