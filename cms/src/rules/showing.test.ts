import { describe, expect, it } from 'vitest';
import type { Section } from '../schema/model';
import { isShown, showingProblems, turningPoints } from './showing';

const NINE = '2027-03-01T14:00:00.000Z';
const TEN = '2027-03-01T15:00:00.000Z';
const section = (fields: Partial<Section> = {}): Section => ({ __component: 'sections.hero', ...fields });

describe('a section', () => {
  it.each<[Partial<Section>, string, boolean]>([
    [{}, NINE, true],
    [{ visible: false }, NINE, false],
    [{ showFrom: NINE }, '2027-03-01T13:59:59.999Z', false],
    [{ showFrom: NINE }, NINE, true],
    [{ showFrom: new Date(NINE) }, TEN, true],
    [{ showUntil: TEN }, '2027-03-01T14:59:59.999Z', true],
    [{ showUntil: TEN }, TEN, false],
    [{ showFrom: NINE, showUntil: TEN, visible: false }, NINE, false],
    [{ showFrom: '', showUntil: null }, NINE, true],
  ])('%j at %s is shown: %s', (fields, now, shown) => {
    expect(isShown(section(fields), Date.parse(now))).toBe(shown);
  });

  it('ends after it begins, unless it is switched off', () => {
    const backwards = { showFrom: TEN, showUntil: NINE };
    expect(showingProblems({ sections: [section(), section(backwards)] })).toEqual([
      {
        path: ['sections', 1, 'showUntil'],
        message: 'Section 2: “Show until” must be after “Show from”.',
      },
    ]);
    expect(showingProblems({ sections: [section({ ...backwards, visible: false })] })).toEqual([]);
    expect(showingProblems({ sections: [section({ showFrom: NINE, showUntil: NINE })] })).toHaveLength(1);
    expect(showingProblems({})).toEqual([]);
  });
});

describe('what visitors see changes by itself', () => {
  it('when a section that is switched on comes or goes, and the banner', () => {
    const page = {
      sections: [section({ showFrom: NINE }), section({ showUntil: TEN, visible: false }), section()],
    };
    expect(turningPoints(page)).toEqual([Date.parse(NINE)]);
    expect(turningPoints({ notice: { from: NINE, to: TEN } })).toEqual([Date.parse(NINE), Date.parse(TEN)]);
    expect(turningPoints({ sections: null, notice: null })).toEqual([]);
  });
});
