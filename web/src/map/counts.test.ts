import { describe, expect, it } from 'vitest';
import { describeCounts, mixOf } from './counts';

describe('the words and symbols for counts', () => {
  it('tells the three mixes apart', () => {
    expect(mixOf({ deepDive: 2, intro: 0 })).toBe('deep-dive');
    expect(mixOf({ deepDive: 0, intro: 1 })).toBe('intro');
    expect(mixOf({ deepDive: 1, intro: 1 })).toBe('mixed');
  });

  it('writes them in words', () => {
    expect(describeCounts({ deepDive: 1, intro: 0 })).toBe('1 Deep Dive workshop');
    expect(describeCounts({ deepDive: 0, intro: 4 })).toBe('4 Intro workshops');
    expect(describeCounts({ deepDive: 2, intro: 1 })).toBe('3 workshops (2 Deep Dive, 1 Intro)');
    expect(describeCounts({ deepDive: 12_345, intro: 0 })).toBe('12,345 Deep Dive workshops');
    expect(describeCounts({ deepDive: 1234, intro: 5678 })).toBe(
      '6,912 workshops (1,234 Deep Dive, 5,678 Intro)',
    );
  });
});
