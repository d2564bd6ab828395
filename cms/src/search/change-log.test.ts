import { beforeEach, describe, expect, it, vi } from 'vitest';
import { PAGE, PARTNER, SCHOLARSHIP, WORKSHOP } from '../schema/uids';
import { MemoryStrapi } from '../wire/fixtures';
import { ChangeReader, forgetChangesBefore, recordChanges } from './change-log';

const CHANGE = 'search::change';
const PATIENCE = 120_000;

let cms: MemoryStrapi;
beforeEach(() => {
  cms = new MemoryStrapi();
  recordChanges(cms.strapi);
});

const recorded = () => cms.rows(CHANGE).map(({ uid, document }) => [uid, document]);
const act = (uid: string, action: string, documentId?: string, result?: unknown) =>
  cms.act({ uid, action, params: { documentId } }, () => result);

describe('what is recorded', () => {
  it('has a table of its own', () => {
    const add = vi.fn();
    const use = vi.fn();
    recordChanges({
      ...cms.strapi,
      get: () => ({ add }),
      documents: { use },
    } as unknown as typeof cms.strapi);
    expect(add).toHaveBeenCalledWith({
      uid: CHANGE,
      singularName: 'change',
      tableName: 'search_changes',
      attributes: {
        id: { type: 'increments' },
        uid: { type: 'string' },
        document: { type: 'string' },
        at: { type: 'biginteger' },
      },
      indexes: [],
    });
  });

  it('is what searches show, and when', async () => {
    const before = Date.now();
    await act(WORKSHOP, 'publish', 'w');
    await act(PARTNER, 'update', 'p');
    await act(SCHOLARSHIP, 'unpublish', 's');
    expect(recorded()).toEqual([
      [WORKSHOP, 'w'],
      [PARTNER, 'p'],
      [SCHOLARSHIP, 's'],
    ]);
    for (const { at } of cms.rows(CHANGE)) expect(at).toBeGreaterThanOrEqual(before);
  });

  it('is neither a draft nor a page', async () => {
    await act(WORKSHOP, 'update', 'w');
    await act(PAGE, 'publish', 'page');
    await cms.act({ uid: WORKSHOP, action: 'findMany' }, () => []);
    expect(recorded()).toEqual([]);
  });

  it('is what was made, by the name it got', async () => {
    await expect(act(PARTNER, 'create', undefined, { documentId: 'new' })).resolves.toEqual({
      documentId: 'new',
    });
    await cms.act({ uid: PARTNER, action: 'create' }, () => ({ documentId: 'newer' }));
    await act(PARTNER, 'delete', undefined, null);
    expect(recorded()).toEqual([
      [PARTNER, 'new'],
      [PARTNER, 'newer'],
    ]);
  });

  it('is stored together with the change or not at all', async () => {
    const refused = cms.act({ uid: WORKSHOP, action: 'publish', params: { documentId: 'w' } }, () => {
      throw new Error('refused');
    });
    await expect(refused).rejects.toThrow('refused');
    expect(recorded()).toEqual([]);

    vi.spyOn(cms, 'rows').mockImplementation(() => {
      throw new Error('disk full');
    });
    const unrecorded = cms.act({ uid: WORKSHOP, action: 'publish', params: { documentId: 'w' } }, () => {
      cms.tables[WORKSHOP] = [{ documentId: 'w' }];
    });
    await expect(unrecorded).rejects.toThrow('disk full');
    expect(cms.tables[WORKSHOP]).toBeUndefined();
  });
});

describe('a reader of changes', () => {
  const NOW = Date.parse('2027-03-01T12:00:00Z');
  const change = (id: number, at = NOW) =>
    cms.rows(CHANGE).push({ id, uid: WORKSHOP, document: `w${id}`, at });
  const numbers = async (reader: ChangeReader, now = NOW) => (await reader.next(now)).map(({ id }) => id);

  it('gets each change once, in order of their numbers', async () => {
    const reader = new ChangeReader(cms.strapi);
    for (const id of [2, 1]) change(id);
    expect(await reader.next(NOW)).toEqual([
      { id: 1, uid: WORKSHOP, document: 'w1' },
      { id: 2, uid: WORKSHOP, document: 'w2' },
    ]);
    expect(await numbers(reader)).toEqual([]);
    change(3);
    expect(await numbers(reader)).toEqual([3]);
  });

  it('gets those that come to light after others with higher numbers, once', async () => {
    const reader = new ChangeReader(cms.strapi);
    change(4);
    expect(await numbers(reader)).toEqual([4]);
    change(2);
    expect(await numbers(reader)).toEqual([2]);
    expect(await numbers(reader)).toEqual([]);
    change(5);
    change(3);
    expect(await numbers(reader)).toEqual([3, 5]);
    change(1);
    expect(await numbers(reader)).toEqual([1]);
  });

  it('waits two minutes for a number that is missing', async () => {
    const reader = new ChangeReader(cms.strapi);
    change(3);
    await reader.next(NOW);
    change(2);
    expect(await numbers(reader, NOW + PATIENCE)).toEqual([2]);
    change(1);
    expect(await numbers(reader, NOW + PATIENCE + 1)).toEqual([]);
  });

  it('can skip what is there, but still gets what was stored late', async () => {
    const reader = new ChangeReader(cms.strapi);
    change(1, NOW - PATIENCE - 2);
    change(3, NOW - PATIENCE - 1);
    change(5, NOW - PATIENCE);
    change(7, NOW - 1);
    await reader.skip(NOW);
    expect(await numbers(reader)).toEqual([]);
    for (const late of [2, 4, 6]) change(late);
    expect(await numbers(reader)).toEqual([4, 6]);
  });

  it('that skips no longer waits for what was missing before', async () => {
    const reader = new ChangeReader(cms.strapi);
    change(3, NOW - PATIENCE - 1);
    await reader.next(NOW);
    await reader.skip(NOW);
    change(2);
    expect(await numbers(reader)).toEqual([]);
  });

  it('can skip where nothing has changed yet', async () => {
    const reader = new ChangeReader(cms.strapi);
    await reader.skip(NOW);
    change(1);
    expect(await numbers(reader)).toEqual([1]);
  });
});

describe('old changes', () => {
  const ids = () => cms.rows(CHANGE).map(({ id }) => id);

  it('are forgotten but for the last, from which the numbers go on', async () => {
    cms.tables[CHANGE] = [3, 1, 2, 4].map((id) => ({ id, at: id * 1000 }));
    await forgetChangesBefore(cms.strapi, 4000);
    expect(ids()).toEqual([3, 4]);
    await forgetChangesBefore(cms.strapi, 10_000);
    expect(ids()).toEqual([4]);
  });

  it('stay when none is old', async () => {
    cms.tables[CHANGE] = [{ id: 1, at: 1000 }];
    await forgetChangesBefore(cms.strapi, 1000);
    expect(ids()).toEqual([1]);
  });
});
