import { describe, expect, it } from 'vitest';
import {
  type Figure,
  nearestKey,
  quotingSentences,
  replaceTokens,
  tokensIn,
  unknownFigure,
  withFigures,
  wordingOf,
} from './figures';

const figure = (fields: Partial<Figure> = {}): Figure => ({
  key: 'educators',
  value: null,
  phrase: 'over {value} educators',
  wordingWithout: 'educators',
  ...fields,
});

describe('a figure quoted in a text', () => {
  it('is found with or without spaces', () => {
    expect(tokensIn('Over {{educators}} and {{ students }}.')).toEqual([
      { start: 5, end: 18, token: '{{educators}}', key: 'educators' },
      { start: 23, end: 37, token: '{{ students }}', key: 'students' },
    ]);
    expect(tokensIn('Over {educators} and {{students}')).toEqual([]);
  });

  it('is replaced where it stands, and nothing around it', () => {
    expect(replaceTokens('Over {{ educators }}, {{x}} {y}.', (key, token) => `${key}/${token}`)).toBe(
      'Over educators/{{ educators }}, x/{{x}} {y}.',
    );
  });
});

describe('the key that was meant', () => {
  const keys = ['educators', 'students', 'states', 'k-5-courses'];
  it.each([
    ['educatros', 'educators'],
    ['Educators', 'educators'],
    ['educator', 'educators'],
    ['edu', 'educators'],
    ['k 5 courses', 'k-5-courses'],
    ['stduents', 'students'],
    ['techers', null],
    ['x', null],
    ['', null],
    ['principals of schools', null],
  ])('by “%s” is %s', (typed, meant) => {
    expect(nearestKey(typed, keys)).toBe(meant);
  });

  it('is none while there is none', () => {
    expect(nearestKey('educators', [])).toBeNull();
  });

  it('is asked for in the refusal', () => {
    expect(unknownFigure('{{educatros}}', 'educatros', keys)).toBe(
      'quotes {{educatros}}, and no such figure is published. Did you mean {{educators}}?',
    );
    expect(unknownFigure('{{techers}}', 'techers', keys)).toContain('Publish it, or correct its name.');
  });
});

describe('how a figure reads', () => {
  it('is with its number, as Americans write it, or without one', () => {
    expect(wordingOf(figure({ value: '90000' }))).toBe('over 90,000 educators');
    expect(wordingOf(figure({ value: '0' }))).toBe('over 0 educators');
    expect(wordingOf(figure())).toBe('educators');
    expect(wordingOf(figure({ value: '' }))).toBe('educators');
    expect(wordingOf(figure({ value: '9007199254740993' }))).toBe('over 9,007,199,254,740,993 educators');
  });

  it('is how a whole text reads, and what nobody knows stays as it is written', () => {
    const figures = new Map([['educators', figure({ value: '90000' })]]);
    expect(withFigures('For {{ educators }} and {{techers}}', figures)).toBe(
      'For over 90,000 educators and {{techers}}',
    );
  });

  it('is shown in each sentence that quotes it, both ways', () => {
    const figures = new Map([
      ['educators', figure()],
      [
        'students',
        figure({
          key: 'students',
          value: '40000000',
          phrase: '{value} students',
          wordingWithout: 'many students',
        }),
      ],
    ]);
    expect(
      quotingSentences(
        'Nothing here. A big splash with {{educators}} teaching {{ students }}! And {{nobody}}. Still {{educators}}.',
        figures,
      ),
    ).toEqual([
      {
        with: 'A big splash with over ____ educators teaching 40,000,000 students!',
        without: 'A big splash with educators teaching many students!',
        now: 'A big splash with educators teaching 40,000,000 students!',
      },
      { with: 'Still over ____ educators.', without: 'Still educators.', now: 'Still educators.' },
    ]);
  });
});
