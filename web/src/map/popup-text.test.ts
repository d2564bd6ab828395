import { describe, expect, it } from 'vitest';
import { seatsText } from './popup-text';

describe('seatsText', () => {
  it('says the seats only when they are known', () => {
    expect(seatsText({ status: 'scheduled', capacity: 30 })).toBe('30 seats');
    expect(seatsText({ status: 'scheduled', capacity: 1 })).toBe('1 seat');
    expect(seatsText({ status: 'scheduled', capacity: null })).toBe('');
  });

  it('says that nobody can come any more', () => {
    expect(seatsText({ status: 'full', capacity: 30 })).toBe('Full');
    expect(seatsText({ status: 'cancelled', capacity: null })).toBe('Cancelled');
  });
});
