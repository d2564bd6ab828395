import { FIGURE, QUOTING_PAGE, quoteOf } from '../content.ts';
import { all, type Scenario } from '../scenario.ts';
import { seenSite, someNumber } from '../unwell.ts';
import { visit } from '../visiting.ts';

const EDITS = 20;

/** In health whoever publishes sees it on the very next load. */
export const editsShowOnTheNextLoad: Scenario = {
  name: 'All is well',
  async run(stage) {
    const { site, proxy } = await seenSite(stage, { ttl: 60 }, 10);
    let shown = 0;
    for (let edit = 0; edit < EDITS; edit++) {
      const value = someNumber();
      await stage.admin.publishFigure(stage.cms[0]?.url as string, FIGURE, value);
      const { body } = await visit(site.url, QUOTING_PAGE);
      if (body.includes(quoteOf(value))) shown++;
    }
    await proxy.pass();
    return [all('an edit shows on the very next load', shown, EDITS)];
  },
};
