import { CmsUnavailableError, NotFoundError } from '@deep-dive/shared-types';
import { QueryClient } from '@tanstack/react-query';
import { expect, it, vi } from 'vitest';
import { createQueryReader, type QueryReaderOptions } from './query-reader';

const queryOf = (answer: () => Promise<string>) => ({ queryKey: ['page'] as const, queryFn: answer });
const rejecting = (error: Error) => queryOf(() => Promise.reject(error));

function readerWith(options: Partial<QueryReaderOptions> = {}) {
  const onError = vi.fn();
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  return { queries: createQueryReader({ queryClient, staleTime: 0, onError, ...options }), onError };
}

it('answers with what it has while the CMS is away, and with no other error', async () => {
  const { queries } = readerWith();
  await queries.fetch(queryOf(async () => 'old'));
  expect(await queries.fetch(rejecting(new CmsUnavailableError('away')))).toBe('old');
  await expect(queries.fetch(rejecting(new NotFoundError('gone')))).rejects.toThrow('gone');
  await expect(queries.fetch(rejecting(new Error('a fault')))).rejects.toThrow('a fault');
});

it('reports a part that fails, and goes on', async () => {
  const { queries, onError } = readerWith();
  const error = new CmsUnavailableError('away');
  await queries.tryFetch(rejecting(error));
  expect(onError).toHaveBeenCalledExactlyOnceWith(error, ['page']);
  expect(queries.peek(queryOf(async () => ''))).toBeUndefined();
  expect(() => queries.read(queryOf(async () => ''))).toThrow('["page"] has no answer yet');
});

it('waits for an extra until patience ends, and takes what comes after it all the same', async () => {
  let endPatience = (): void => {};
  const patience = new Promise<void>((resolve) => {
    endPatience = resolve;
  });
  const { queries, onError } = readerWith({ patience });
  let answer = (_text: string): void => {};
  const query = queryOf(
    () =>
      new Promise((resolve) => {
        answer = resolve;
      }),
  );
  const waited = queries.tryFetchExtra(query);
  endPatience();
  await waited;
  expect(onError).toHaveBeenCalledExactlyOnceWith(expect.any(CmsUnavailableError), ['page']);
  answer('late');
  await vi.waitFor(() => expect(queries.peek(query)).toBe('late'));
});

it('always waits for an extra where nobody’s patience is at stake', async () => {
  const { queries, onError } = readerWith();
  await queries.tryFetchExtra(queryOf(async () => 'there'));
  expect(queries.peek(queryOf(async () => ''))).toBe('there');
  expect(onError).not.toHaveBeenCalled();
});
