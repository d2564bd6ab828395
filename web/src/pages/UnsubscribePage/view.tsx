import { readSite } from '../../queries/site';
import type { RouteRequest, View } from '../../routing/route';
import { headDefaults } from '../page-head';
import { UnsubscribePage, type UnsubscribePageProps, unsubscribeTitle } from './UnsubscribePage';

/** The view of what stops mails. Call it after `loadSite`. */
export function unsubscribeView(
  { cms, queries }: Pick<RouteRequest, 'cms' | 'queries'>,
  props: UnsubscribePageProps,
): View {
  return {
    status: 200,
    element: <UnsubscribePage {...props} />,
    head: { ...headDefaults(readSite(cms, queries), unsubscribeTitle(props)), robots: 'noindex' },
  };
}
