import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Attribute, Model } from '../../schema/model';
import { entryTitle, nameEntries, sectionTitle } from './entries';

const component = (displayName: string, mainField: string, attribute: Attribute = { type: 'string' }) => ({
  layout: [[{ name: mainField, attribute }]],
  settings: { displayName, mainField },
});

describe('A closed entry of a list says what it is', () => {
  const session = component('Session', 'date');

  test.each([
    [
      { date: '2027-03-06', startTime: '09:00:00.000', endTime: '15:00:00.000' },
      'Saturday, March 6, 2027 · 9:00 AM – 3:00 PM',
    ],
    [{ date: '2027-03-06', startTime: '09:00:00.000', endTime: null }, 'Saturday, March 6, 2027 · 9:00 AM'],
    [{ date: '2027-03-06' }, 'Saturday, March 6, 2027'],
    [{ date: '3/6/27', startTime: '9', endTime: '3p' }, 'Saturday, March 6, 2027 · 9:00 AM – 3:00 PM'],
    [{ date: 'March 6 and 7', startTime: '9', endTime: '3' }, 'March 6 and 7 · 9:00 AM – 3'],
    [{ date: '', startTime: null }, 'Session'],
    [undefined, 'Session'],
  ])('the session %j: %s', (entry, title) => {
    expect(entryTitle('elements.session', entry, session)).toBe(title);
  });

  test.each([
    ['elements.discount', { name: 'Title I' }, component('Discount', 'name'), 'Title I'],
    [
      'elements.group-price',
      { minimumPeople: 20, pricePerPerson: 250 },
      component('Group price', 'minimumPeople'),
      '20 people or more · $250 a person',
    ],
    [
      'elements.territory-area',
      { state: 'WA' },
      component('Territory', 'state', { type: 'enumeration' }),
      'WA',
    ],
    [
      'elements.territory-area',
      { zips: '60601, 60602' },
      component('Territory', 'state', { type: 'enumeration' }),
      '60601, 60602',
    ],
    [
      'elements.anything',
      { style: 'primary' },
      component('Button', 'style', {
        type: 'enumeration',
        pluginOptions: { form: { choices: { primary: 'A button' } } },
      }),
      'A button',
    ],
  ])('%s %j', (uid, entry, schema, title) => {
    expect(entryTitle(uid, entry, schema)).toBe(title);
  });
});

describe('A closed section of a page says', () => {
  const opening = component('Opening', 'heading');

  test('its heading, and whether it is off', () => {
    expect(sectionTitle({ heading: 'Teach CS', visible: true }, opening)).toBe('Opening · Teach CS');
    expect(sectionTitle({ heading: 'Teach CS', visible: false }, opening)).toBe('Opening (off) · Teach CS');
    expect(sectionTitle({ visible: false }, opening)).toBe('Opening (off)');
  });

  test('its heading where the field that usually names it is empty', () => {
    const textAndImage = component('Text and picture', 'subheading');
    expect(sectionTitle({ heading: 'Why now' }, textAndImage)).toBe('Text and picture · Why now');
  });
});

test('a form is told the names of its entries, in lists within sections too', () => {
  const actions: Attribute = {
    type: 'component',
    component: 'elements.action',
    pluginOptions: { form: { add: 'Add a button' } },
  };
  const form: Parameters<typeof nameEntries>[0] = {
    layout: {
      layout: [[[{ name: 'links', attribute: actions }]]],
      components: {
        'elements.action': component('Button or link', 'label'),
        'sections.hero': {
          ...component('Opening', 'heading'),
          layout: [[{ name: 'actions', attribute: actions }]],
        },
      },
    },
  };
  const { layout, components } = nameEntries(form).layout;
  for (const field of [layout[0]?.[0]?.[0], components['sections.hero']?.layout[0]?.[0]]) {
    expect(field?.mainField?.add).toBe('Add a button');
    expect(field?.mainField?.titleOf?.({ label: 'Sign up' })).toBe('Sign up');
  }
});

test('every list and part in the schemas says what its button adds', () => {
  const src = path.resolve(import.meta.dirname, '../..');
  const files = ['api', 'components'].flatMap((folder) =>
    readdirSync(path.join(src, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.json'))
      .map((file) => path.join(src, folder, file)),
  );
  const unnamed = files.flatMap((file) => {
    const { attributes } = JSON.parse(readFileSync(file, 'utf8')) as Pick<Model, 'attributes'>;
    return Object.entries(attributes)
      .filter(([, { type, pluginOptions }]) => type === 'component' && !pluginOptions?.form?.add)
      .map(([name]) => `${path.basename(file)}: ${name}`);
  });
  expect(files.length).toBeGreaterThan(20);
  expect(unnamed).toEqual([]);
});
