import { describe, expect, it } from 'vitest';
import { placeholderProblems } from './placeholders';

describe('a text that is published', () => {
  it.each([
    ['The room is TBD.', 'still says “TBD”. Say it, or leave it out.'],
    ['Lorem ipsum', 'still holds filler text (“Lorem ipsum”). Write your own.'],
    ['Over XXXX', 'still holds a blank (“XXXX”). Fill it in.'],
    ['(date of the event)', 'still holds a blank (“(date of the event)”). Fill it in.'],
    [
      'Quote goes here',
      'holds a note to colleagues (“Quote goes here”). Move it to “Note to colleagues”, which visitors never see.',
    ],
    [' Image ', 'just says “Image”. Write what visitors are to read, or empty it.'],
  ])('“%s” is refused in words that say what to do', (text, words) => {
    expect(placeholderProblems(text, true)).toEqual([words]);
  });

  it('tells everything that is wrong with it', () => {
    expect(placeholderProblems('Dolor sit amet, TBA, ???', true)).toHaveLength(3);
  });

  it.each([
    ['The room is TBD.', 'still says “TBD”'],
    ['Dates: tba', 'still says “tba”'],
    ['Price to be determined', 'still says “to be determined”'],
    ['Lorem ipsum dolor', 'filler text'],
    ['Over xxx educators', 'still holds a blank (“xxx”)'],
    ['Over XXXX educators', 'still holds a blank'],
    ['Costs $??? each', 'still holds a blank (“???”)'],
    ['[insert name of district]', 'still holds a blank'],
    ['<link to the form>', 'still holds a blank'],
    ['Not sure we’ll include this section yet....', 'a note to colleagues'],
    ["Not sure we'll include this section yet....", 'a note to colleagues'],
    ['BOTTOM BANNER?', 'a note to colleagues'],
    ['Button goes here', 'a note to colleagues'],
  ])('“%s” is not meant for visitors', (text, why) => {
    expect(placeholderProblems(text, true)).toEqual([expect.stringContaining(why)]);
  });

  it.each([
    'image',
    'Button',
    ' BUTTON ',
    '[Image]',
    'Heading?',
    'placeholder',
    'the picture',
    'N/A',
    'test',
  ])('“%s” is not meant as a whole field, but may stand in a text', (text) => {
    expect(placeholderProblems(text, true)).toEqual([expect.stringContaining('just says')]);
    expect(placeholderProblems(text, false)).toEqual([]);
  });

  it.each([
    'Find a workshop near you',
    'The button below leads to the form.',
    'Super Bowl XXX was in Tempe.',
    'What will it cost? And what is included?',
    'Are you sure we include lunch?',
    'A [bracketed] word and (parentheses) and a <b>',
    'We are not sure where you teach.',
    'STBDX is a course code',
    'Image of the day',
    'Testing',
    'Code.org',
  ])('“%s” is fine', (text) => {
    expect(placeholderProblems(text, true)).toEqual([]);
  });
});
