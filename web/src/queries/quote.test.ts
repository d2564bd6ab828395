import { createCmsClient } from '@deep-dive/shared-types';
import { QueryClient } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { quoteQuery } from './quote';

/** What a question comes to when the CMS answers so. */
const ask = (search: string, answer: () => Response) => {
  const cms = createCmsClient({ baseUrl: '', fetch: async () => answer() });
  return new QueryClient({ defaultOptions: { queries: { retry: false } } }).query(quoteQuery(cms, search));
};
const never = () => {
  throw new Error('Nobody is to be asked');
};

it('an answer is the CMS’s', async () => {
  const quote = { people: 12 };
  expect(await ask('?near=59715&people=12', () => Response.json(quote))).toEqual({ quote, problems: [] });
});

it('what can’t be read is not asked', async () => {
  expect(await ask('?near=59715&people=many', never)).toMatchObject({
    quote: null,
    problems: [{ field: 'people' }],
  });
});

it('what the CMS can’t answer is told field by field', async () => {
  const errors = [{ path: ['near'], message: 'We don’t know it.' }];
  const refusal = () => Response.json({ error: { message: 'No', details: { errors } } }, { status: 400 });
  expect(await ask('?near=99999&people=1', refusal)).toEqual({
    quote: null,
    problems: [{ field: 'near', message: 'We don’t know it.' }],
  });
});

it('any other failure is one', async () => {
  await expect(ask('?near=59715&people=1', () => Response.json({}, { status: 503 }))).rejects.toThrow('503');
  await expect(ask('?near=59715&people=1', () => Response.json({}, { status: 400 }))).rejects.toThrow('400');
});
