import { describe, expect, it } from 'vitest';
import { modelOf as getModel } from '../../schema/fixtures';
import { fieldsOf } from '../spreadsheet/fields';
import { asSheetWorkshop, toldWorkshop, workshopGiven, workshopTold } from './workshop';

const content = {
  title: '-50 % off',
  kind: 'intro',
  format: 'hybrid',
  availability: 'full',
  visibility: 'private',
  virtualTimeZone: 'Pacific',
  venue: { name: 'Library', city: 'Seattle', state: 'WA', zip: '98101' },
  feeKind: 'amount',
  feeAmount: 99.5,
  placesTaken: 0,
  sessions: [{ date: '2027-03-06', startTime: '01:00:00.000', endTime: '13:30:00.000' }],
};
const known = { documentId: 'a', content, wasPublished: false, slug: null, ownId: null };

describe('a workshop of the API', () => {
  it('is told by the fields of a sheet, and null where there is nothing', () => {
    expect(toldWorkshop(known)).toEqual({
      title: '-50 % off',
      kind: 'intro',
      format: 'hybrid',
      status: 'full',
      visibility: 'private',
      timeZone: 'Pacific',
      venueName: 'Library',
      street: null,
      city: 'Seattle',
      state: 'WA',
      zip: '98101',
      fee: 99.5,
      capacity: null,
      placesTaken: 0,
      registrationUrl: null,
      notes: null,
      sessions: [{ date: '2027-03-06', startTime: '01:00', endTime: '13:30' }],
    });
    expect(workshopTold(getModel).safeParse(toldWorkshop(known)).error).toBeUndefined();
  });

  it('reads back as it was told', () => {
    const sent = workshopGiven(getModel).parse(toldWorkshop(known));
    const { content: read, problems } = fieldsOf(
      asSheetWorkshop('A-1', 1, sent),
      content,
      getModel,
      '2026-11-28',
    );
    expect(problems).toEqual([]);
    expect(read).toEqual(content);
  });

  it('says nothing of what was left out, and empties what is null', () => {
    const { values, sessions } = asSheetWorkshop('=A', 3, { notes: null, fee: 0, title: "'=1" });
    expect(values).toEqual({ id: "'=A", notes: '', fee: '0', title: "''=1" });
    expect(sessions).toBeUndefined();
  });
});
