import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll } from 'vitest';
import { launchBrowser } from '../../scripts/lib/browser.ts';

/** Undefined where no browser can run. */
export const browser = await launchBrowser();
afterAll(() => browser?.close());

/**
 * What breaks WCAG 2.2 AA or good practice on a page as it is now: the rule and the elements, one line each. Without frames
 * from elsewhere it needs no second tab to look into, which is quicker.
 */
export async function violationsOn(page: Page, { hasFrames = true } = {}): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(!hasFrames)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
