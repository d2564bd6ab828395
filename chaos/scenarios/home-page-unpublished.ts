import type { Measure } from '../../bench/report.ts';
import { isDone } from '../admin.ts';
import { holds, type Scenario } from '../scenario.ts';
import { seenSite } from '../unwell.ts';
import { visit } from '../visiting.ts';

const PAGES = '/content-manager/collection-types/api::page.page';
const SITE = '/content-manager/single-types/api::site.site';

/** Somebody takes the home page back and publishes it again, and then all of Site. Being refused is as good. */
export const homePageUnpublished: Scenario = {
  name: 'Unpublished, then published',
  async run(stage) {
    const cmsUrl = stage.cms[0]?.url as string;
    const { site } = await seenSite(stage, { ttl: 60 }, 5);
    const { homePage } = JSON.parse((await visit(cmsUrl, '/api/site')).body) as {
      homePage: { slug: string };
    };
    const home = await stage.admin.idOf(cmsUrl, `${PAGES}?filters[slug][$eq]=${homePage.slug}`);
    const measures: Measure[] = [];
    for (const [name, path] of Object.entries({ 'the home page': `${PAGES}/${home}`, Site: SITE })) {
      const taken = await stage.admin.ask(cmsUrl, 'POST', `${path}/actions/unpublish`, {});
      const meanwhile = await visit(site.url, '/');
      const published = await stage.admin.ask(cmsUrl, 'POST', `${path}/actions/publish`, {});
      const after = await visit(site.url, '/');
      const { message } = (taken.body.error ?? {}) as { message?: string };
      const isRefused = taken.status !== undefined && taken.status >= 400 && taken.status < 500;
      measures.push(
        holds(
          `${name}: “/” afterwards`,
          isRefused
            ? `refused (${taken.status}): ${message?.slice(0, 80)}`
            : `${meanwhile.status} without it, then ${after.status}${isDone(published) ? '' : `, and publishing it answered ${published.status}`}`,
          '200, never 500',
          after.status === 200 && (isRefused || meanwhile.status !== 500),
        ),
      );
    }
    return measures;
  },
};
