import { describe, expect, it } from 'vitest';
import { Slots } from './slots';

const nobodyLeaves = new AbortController().signal;

describe('two places', () => {
  it('are for those who come first; the rest wait in line', async () => {
    const slots = new Slots(2);
    const order: string[] = [];
    const come = async (name: string) => {
      const leave = await slots.take(nobodyLeaves);
      order.push(name);
      return leave;
    };
    const [first, second] = [await come('first'), await come('second')];
    const third = come('third');
    const fourth = come('fourth');
    expect(slots.waiting).toBe(2);
    first();
    (await third)();
    await fourth;
    expect(order).toEqual(['first', 'second', 'third', 'fourth']);
    expect(slots.waiting).toBe(0);
    second();
    await come('fifth');
    expect(slots.waiting).toBe(0);
  });

  it('are given back once, however often one says so', async () => {
    const slots = new Slots(1);
    const leave = await slots.take(nobodyLeaves);
    leave();
    leave();
    await slots.take(nobodyLeaves);
    void slots.take(nobodyLeaves);
    expect(slots.waiting).toBe(1);
  });

  it('are not for who has left, before or in the line', async () => {
    const slots = new Slots(1);
    const reason = new Error('the visitor left');
    await expect(slots.take(AbortSignal.abort(reason))).rejects.toBe(reason);
    const leave = await slots.take(nobodyLeaves);
    const impatient = new AbortController();
    const before = slots.take(nobodyLeaves);
    const leaving = slots.take(impatient.signal);
    const after = slots.take(nobodyLeaves);
    impatient.abort(reason);
    await expect(leaving).rejects.toBe(reason);
    expect(slots.waiting).toBe(2);
    leave();
    (await before)();
    (await after)();
    expect(slots.waiting).toBe(0);
  });

  it('are kept by who leaves after their turn came', async () => {
    const slots = new Slots(1);
    const leave = await slots.take(nobodyLeaves);
    const visitor = new AbortController();
    const turn = slots.take(visitor.signal);
    const next = slots.take(nobodyLeaves);
    leave();
    const giveBack = await turn;
    visitor.abort();
    expect(slots.waiting).toBe(1);
    giveBack();
    await next;
    expect(slots.waiting).toBe(0);
  });
});
