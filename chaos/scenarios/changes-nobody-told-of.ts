import { atLeast } from '../../bench/report.ts';
import { FIGURE, QUOTING_PAGE, quoteOf } from '../content.ts';
import type { Scenario } from '../scenario.ts';
import { seenSite, someNumber, untilStale } from '../unwell.ts';
import { visit } from '../visiting.ts';

const CHANGES = 8;
/** On a busy machine one new page may take longer than a visitor is made to wait. */
const ENOUGH = 7;

/** The message of a change is lost: past the time limit the first visitor gets the new page, not the one after. */
export const changesNobodyToldOf: Scenario = {
  name: 'Message of a change lost',
  async run(stage) {
    const { site } = await seenSite(stage, { told: false }, 5);
    let shown = 0;
    for (let change = 0; change < CHANGES; change++) {
      await visit(site.url, QUOTING_PAGE);
      const value = someNumber();
      await stage.admin.publishFigure(stage.cms[0]?.url as string, FIGURE, value);
      await untilStale();
      const { body } = await visit(site.url, QUOTING_PAGE);
      if (body.includes(quoteOf(value))) shown++;
    }
    return [
      atLeast(
        `past the time limit the first visitor gets the new page, of ${CHANGES} times`,
        shown,
        ENOUGH,
        '',
      ),
    ];
  },
};
