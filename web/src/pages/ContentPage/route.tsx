import {
  NotFoundError,
  type Page,
  pageTitle,
  parseWorkshopSearch,
  type Section,
  type Site,
} from '@deep-dive/shared-types';
import { faqJsonLd, siteJsonLd } from '../../head/json-ld';
import { pageQuery } from '../../queries/page';
import { loadSite, readSite } from '../../queries/site';
import type { Route, RouteRequest, View } from '../../routing/route';
import { insteadQueries, loadSections, type SectionQuery, sectionQueries } from '../../sections/registry';
import { finderSearch } from '../finder-route';
import { breadcrumbs, headDefaults, shareImage } from '../page-head';
import { ContentPage } from './ContentPage';

/** The page that Site names, at "/". */
export const homeRoute: Route = {
  path: '/',
  search: finderSearch,
  async load(request) {
    await loadSite(request.cms, request.queries);
    await load({ ...request, slug: homeSlug(readSite(request.cms, request.queries)) });
  },
  view(request) {
    return view({ ...request, slug: homeSlug(readSite(request.cms, request.queries)) });
  },
};

/** Every page that marketing makes. */
export const contentRoute: Route = { path: '/:slug', search: finderSearch, load, view };

async function load({ cms, queries, slug, search: query }: RouteRequest): Promise<void> {
  const { search } = parseWorkshopSearch(query);
  const [page] = await Promise.all([queries.fetch(pageQuery(cms, slug)), loadSite(cms, queries)]);
  const askAll = (asked: SectionQuery[]) => Promise.all(asked.map((query) => queries.tryFetch(query)));
  const loadSection = async (section: Section): Promise<void> => {
    const asked = sectionQueries(cms, section, search);
    await askAll(asked);
    if (asked.some((query) => queries.peek(query) === undefined))
      await askAll(insteadQueries(cms, section, search));
  };
  await Promise.all([loadSections(kindsOf(page)), ...page.sections.map(loadSection)]);
}

function view({ cms, queries, config, slug }: RouteRequest): View {
  const site = readSite(cms, queries);
  const page = queries.read(pageQuery(cms, slug));
  const isHome = site.homePage?.slug === slug;
  const url = `${config.siteUrl}/${isHome ? '' : slug}`;
  return {
    status: 200,
    element: <ContentPage slug={slug} />,
    sections: kindsOf(page),
    head: {
      ...headDefaults(site, page.title),
      title: page.seo?.title || pageTitle(site.name, page.title),
      description: page.seo?.description || site.description,
      canonical: url,
      image: shareImage(page.seo?.image ?? null, config),
      jsonLd: !import.meta.env.SSR
        ? []
        : [
            ...(isHome ? siteJsonLd(site, url) : [breadcrumbs(site, config, page.title, url)]),
            ...faqJsonLd(page.sections),
          ],
    },
  };
}

const kindsOf = ({ sections }: Page): string[] => [
  ...new Set(sections.map(({ __component }) => __component)),
];

function homeSlug(site: Site): string {
  if (!site.homePage) throw new NotFoundError('The site has no home page; choose one in the CMS under Site');
  return site.homePage.slug;
}
