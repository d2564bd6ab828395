import { readSite } from '../../queries/site';
import type { RouteRequest, View } from '../../routing/route';
import { headDefaults } from '../page-head';
import { InquiryPage, type InquiryPageProps, inquiryTitle } from './InquiryPage';

/** The view of how an inquiry fares. Call it after `loadSite`. */
export function inquiryView(
  { cms, queries }: Pick<RouteRequest, 'cms' | 'queries'>,
  props: InquiryPageProps,
): View {
  return {
    status: props.found ? 200 : 404,
    element: <InquiryPage {...props} />,
    head: { ...headDefaults(readSite(cms, queries), inquiryTitle(props)), robots: 'noindex' },
  };
}
