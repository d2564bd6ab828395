import { createCmsClient } from '@deep-dive/shared-types';
import { expect, it } from 'vitest';
import { list, site } from '../server/testing/fake-cms';
import { renderPage } from './entry-server';

const TITLES = ['“Día” de los niños — así', 'Teachers’ day: “K–5”', 'Café, naïve, œuvre', '日本語の授業'];
const [listed] = list.workshops;

/** The list of a dozen workshops whose titles are so many letters longer, so that React's pieces end elsewhere. */
async function listWith(letters: number): Promise<string> {
  const workshops = Array.from({ length: 12 }, (_, index) => ({
    ...listed,
    id: `${index}`,
    slug: `workshop-${index}`,
    title: 'x'.repeat(letters) + (TITLES[index % TITLES.length] ?? '').repeat(1 + (index % 3)),
  }));
  const answers: Record<string, unknown> = {
    '/api/site': site,
    '/api/workshops': { ...list, total: 12, workshops },
  };
  const { html } = await renderPage({
    cms: createCmsClient({ baseUrl: '', fetch: async (input) => Response.json(answers[String(input)]) }),
    config: { siteUrl: 'https://example.org', mapboxToken: null },
    path: '/workshops',
    search: '',
    onError: (error) => {
      throw error;
    },
  });
  return html;
}

it('holds every letter and no NUL, wherever React cuts its output', async () => {
  for (let letters = 0; letters < 50; letters++) {
    const html = await listWith(letters);
    expect(html.indexOf('\0')).toBe(-1);
    for (const title of TITLES) expect(html).toContain(`${'x'.repeat(letters)}${title}`);
    expect(html).not.toContain('\ufffd');
  }
});
