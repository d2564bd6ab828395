import { normalizeQuoteQuery } from '@deep-dive/shared-types';
import { forWhomWords } from '../../calculator/quote-words';
import { pricingQuery } from '../../queries/pricing';
import { quoteQuery } from '../../queries/quote';
import { loadSite, readSite } from '../../queries/site';
import type { Route } from '../../routing/route';
import { headDefaults } from '../page-head';
import { QuotePage } from './QuotePage';

export const quoteRoute: Route = {
  path: '/quote',
  search: normalizeQuoteQuery,
  async load({ cms, queries, search }) {
    await Promise.all([
      loadSite(cms, queries),
      queries.tryFetch(pricingQuery(cms)),
      ...(search ? [queries.fetch(quoteQuery(cms, search))] : []),
    ]);
  },
  view({ cms, queries, config, search }) {
    const answer = search ? queries.read(quoteQuery(cms, search)) : null;
    const title = answer?.quote ? `What it costs for ${forWhomWords(answer.quote)}` : 'What will it cost?';
    return {
      status: answer?.quote === null ? 400 : 200,
      element: <QuotePage />,
      head: {
        ...headDefaults(readSite(cms, queries), answer?.quote === null ? `Please check: ${title}` : title),
        description: 'What a workshop costs where you are, line by line, for one person or a group.',
        canonical: `${config.siteUrl}/quote`,
        robots: search ? 'noindex' : null,
      },
    };
  },
};
