import { readSite } from '../../queries/site';
import type { RouteRequest, View } from '../../routing/route';
import { headDefaults } from '../page-head';
import { AlertsPage, type AlertsPageProps, alertsTitle } from './AlertsPage';

/** The view of what someone asked to be told. Call it after `loadSite`. */
export function alertsView(
  { cms, queries }: Pick<RouteRequest, 'cms' | 'queries'>,
  props: AlertsPageProps,
): View {
  return {
    status: props.found ? 200 : 404,
    element: <AlertsPage {...props} />,
    head: { ...headDefaults(readSite(cms, queries), alertsTitle(props)), robots: 'noindex' },
  };
}
