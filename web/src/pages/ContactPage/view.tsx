import { CONTACT_PATH } from '../../hrefs';
import { readSite } from '../../queries/site';
import type { RouteRequest, View } from '../../routing/route';
import { headDefaults } from '../page-head';
import { ContactPage, type ContactPageProps, titleOf } from './ContactPage';

/** The view of the contact form. Call it after `loadSite`. */
export function contactView(
  { cms, queries, config }: Pick<RouteRequest, 'cms' | 'queries' | 'config'>,
  props: ContactPageProps,
): View {
  const isBack = props.problems.length > 0 || props.hindrance !== null;
  const title = titleOf(props);
  return {
    status: 200,
    element: <ContactPage {...props} />,
    head: {
      ...headDefaults(readSite(cms, queries), isBack ? `Please check: ${title}` : title),
      description: 'Ask about a workshop, for a place in one, or for a workshop at your school.',
      canonical: config.siteUrl + CONTACT_PATH,
    },
  };
}
