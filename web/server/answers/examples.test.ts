import type { AnswerAddress } from '@deep-dive/shared-types';
import { describe, expect, it } from 'vitest';
import { allExamples } from '../../src/testing/all-examples';
import { flawIn } from './check';

/** What the site would say of an answer, had the CMS sent it. */
const flawOf = (address: AnswerAddress, answer: unknown) =>
  flawIn(address, {
    status: 200,
    contentType: 'application/json',
    body: Buffer.from(JSON.stringify(answer)),
    tags: ['example'],
  })?.problem;

describe.each(allExamples)('The example $name of $kind', ({ section, answers = {} }) => {
  it('is what the site takes for a section', () => {
    const page = { title: 'Examples', slug: 'examples', seo: null, onePager: null, sections: [section] };
    expect(flawOf('/api/pages/:slug', page)).toBeUndefined();
  });

  it.each(Object.entries(answers))('brings an answer of /api/%s in its shape', (name, answer) => {
    expect(flawOf(`/api/${name}` as AnswerAddress, answer)).toBeUndefined();
  });
});
