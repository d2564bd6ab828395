import { ALERTS_PATH } from '../../hrefs';
import { readSite } from '../../queries/site';
import type { RouteRequest, View } from '../../routing/route';
import { headDefaults } from '../page-head';
import { AlertFormPage, type AlertFormPageProps, alertFormTitle } from './AlertFormPage';

/** The view of the form that asks to be told of workshops. Call it after `loadSite`. */
export function alertFormView(
  { cms, queries, config }: Pick<RouteRequest, 'cms' | 'queries' | 'config'>,
  props: AlertFormPageProps,
): View {
  const isBack = props.problems.length > 0 || props.hindrance !== null;
  const title = alertFormTitle(props);
  return {
    status: 200,
    element: <AlertFormPage {...props} />,
    head: {
      ...headDefaults(readSite(cms, queries), isBack ? `Please check: ${title}` : title),
      description: 'Get a mail when a workshop for teachers is planned near you.',
      canonical: config.siteUrl + ALERTS_PATH,
    },
  };
}
