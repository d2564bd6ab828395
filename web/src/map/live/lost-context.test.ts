import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { whenLostForGood } from './lost-context';

const onLost = vi.fn();
let map: EventEmitter;

beforeEach(() => {
  vi.useFakeTimers();
  onLost.mockClear();
  map = new EventEmitter();
  whenLostForGood(map, onLost);
});
afterEach(() => {
  vi.useRealTimers();
});

it('tells of a graphics card that does not come back', () => {
  map.emit('webglcontextlost');
  vi.advanceTimersByTime(2_999);
  expect(onLost).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(onLost).toHaveBeenCalledOnce();
});

it.each(['webglcontextrestored', 'remove'])('says nothing after %s', (event) => {
  map.emit('webglcontextlost');
  map.emit(event);
  vi.advanceTimersByTime(60_000);
  expect(onLost).not.toHaveBeenCalled();
});

it('waits anew when it is lost again', () => {
  map.emit('webglcontextlost');
  vi.advanceTimersByTime(2_000);
  map.emit('webglcontextlost');
  vi.advanceTimersByTime(2_000);
  expect(onLost).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1_000);
  expect(onLost).toHaveBeenCalledOnce();
});
