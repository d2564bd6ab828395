import { describe, expect, it } from 'vitest';
import { pages } from './content';
import { stored } from './items';
import { Ledger } from './ledger';

describe('what is stored of a page', () => {
  it('holds pictures, files and pages by the ids they were given', async () => {
    const ledger = await ledgerWith({
      'media/deep-dive-hero.svg': '7',
      'media/deep-dive-share.png': '9',
      'page/scholarships': 'abc',
    });

    expect(
      stored(
        {
          image: 'deep-dive-hero.svg',
          actions: [{ page: 'scholarships' }, { file: 'deep-dive-share.png' }],
        },
        ledger,
      ),
    ).toEqual({ image: 7, actions: [{ page: 'abc' }, { file: 9 }] });
  });

  it('leaves rich text as it was written', async () => {
    const body = [{ type: 'paragraph', children: [{ type: 'text', text: 'Hello' }] }];

    expect(stored({ body }, await ledgerWith({}))).toEqual({ body });
  });

  it('cannot lead to something that is not there yet', async () => {
    const ledger = await ledgerWith({});

    expect(() => stored({ page: 'scholarships' }, ledger)).toThrow(/“page\/scholarships”/);
  });
});

describe('the pages', () => {
  it('come after the pages they link to, so that no link is lost', () => {
    pages.forEach((page, position) => {
      const linked = [...JSON.stringify(page).matchAll(/"page":"([^"]+)"/g)].map((match) => match[1]);
      const earlier = pages.slice(0, position).map(({ slug }) => slug);
      expect(earlier).toEqual(expect.arrayContaining(linked));
    });
  });
});

describe('the ledger', () => {
  it('remembers what was made, and only that', async () => {
    const ledger = await ledgerWith({ pricing: 'abc' });
    await ledger.add({ site: 'def' });

    expect(ledger.has('pricing')).toBe(true);
    expect(ledger.idOf('site')).toBe('def');
    expect(ledger.has('toString')).toBe(false);
  });
});

/** A ledger over a core store that lives in memory. */
function ledgerWith(applied: Record<string, string>): Promise<Ledger> {
  const values = new Map<string, unknown>([['applied', applied]]);
  const store = () => ({
    get: async ({ key }: { key: string }) => values.get(key),
    set: async ({ key, value }: { key: string; value: unknown }) => void values.set(key, value),
  });
  return Ledger.open({ store } as unknown as Parameters<typeof Ledger.open>[0]);
}
