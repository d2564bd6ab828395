import { describe, expect, it } from 'vitest';
import { modelOf } from '../schema/fixtures';
import { PARTNER } from '../schema/uids';
import { ownOfProfile, profileProblems, readsOfProfile, writesOfProfile } from './profile';

const model = modelOf(PARTNER);
const stored = {
  name: 'Evergreen',
  slug: 'evergreen',
  phone: null,
  logo: { id: 4, name: 'tree.png' },
  territory: [{ id: 9, state: 'WA', zips: null }],
};
const fieldsOf = (sent: Record<string, unknown>) =>
  profileProblems(model, stored, sent).map(({ path }) => path[0]);

describe('A partner’s own profile', () => {
  it('is saved as a form sends it, with what staff keeps as it was', () => {
    const sent = {
      name: 'Evergreen',
      slug: 'evergreen',
      phone: '(206) 555-0145',
      logo: { id: 4, name: 'tree.png', url: '/tree.png' },
      territory: [{ __temp_key__: 'a0', id: 9, zips: '', state: 'WA' }],
      admins: { connect: [], disconnect: [] },
    };
    expect(fieldsOf(sent)).toEqual([]);
    expect(ownOfProfile(sent)).toEqual({ phone: '(206) 555-0145' });
  });

  it.each([
    ['name', 'Everblue'],
    ['slug', ''],
    ['logo', null],
    ['logo', 5],
    ['territory', []],
    ['territory', [{ state: 'OR' }]],
    ['territory', [{ state: 'WA', zips: '97201' }]],
    ['admins', [7]],
    ['admins', { set: [] }],
    ['admins', { connect: [{ id: 7 }] }],
    ['admins', { disconnect: [{ id: 7 }] }],
    ['admins', null],
    ['workshops', { connect: [{ documentId: 'another’s' }] }],
  ])('leaves %s to staff: %j is refused', (field, value) => {
    expect(fieldsOf({ phone: '1', [field]: value })).toEqual([field]);
  });

  it('names the field as its form does', () => {
    expect(profileProblems(model, stored, { territory: [] })[0]?.message).toMatch(
      /^“Territory” is kept by our staff\./,
    );
  });

  it('is read but for accounts and workshops, and written in parts', () => {
    const fields = Object.keys(model.attributes);
    expect(fields.filter((field) => !readsOfProfile(field))).toEqual(['admins', 'workshops']);
    expect(fields.filter((field) => !writesOfProfile(field))).toEqual([
      'name',
      'slug',
      'logo',
      'territory',
      'admins',
      'workshops',
    ]);
    expect(writesOfProfile('discounts.percentOff')).toBe(true);
    expect(writesOfProfile('territory.state')).toBe(false);
  });
});
