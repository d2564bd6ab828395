import { describe, expect, it } from 'vitest';
import { type FormConfiguration, type FormSchema, formConfiguration } from './configuration';

const session: FormSchema = {
  attributes: {
    date: {
      type: 'date',
      pluginOptions: { form: { label: 'Date', description: 'The day at the venue.', size: 4 } },
    },
    startTime: { type: 'time' },
    endTime: { type: 'time' },
    notes: { type: 'blocks' },
  },
};

const workshop: FormSchema = {
  pluginOptions: {
    form: {
      mainField: 'title',
      list: ['title', 'partner'],
      layout: [['title'], ['partner', 'slug'], ['timeZone', 'latitude', 'longitude']],
    },
  },
  attributes: {
    title: {
      type: 'string',
      pluginOptions: { form: { label: 'Title', placeholder: 'Deep Dive', size: 12 } },
    },
    partner: { type: 'relation', target: 'api::regional-partner.regional-partner' },
    slug: { type: 'uid' },
    timeZone: { type: 'string', pluginOptions: { form: { label: 'Time zone', readOnly: true } } },
    latitude: { type: 'float', pluginOptions: { form: { size: 6 } } },
    longitude: { type: 'float', pluginOptions: { form: { size: 6 } } },
  },
};

describe('a form', () => {
  const form = formOf('api::workshop.workshop', workshop);

  it('has the rows its schema asks for, none wider than twelve', () => {
    expect(form.layouts.edit).toEqual([
      [{ name: 'title', size: 12 }],
      [
        { name: 'partner', size: 6 },
        { name: 'slug', size: 6 },
      ],
      [
        { name: 'timeZone', size: 4 },
        { name: 'latitude', size: 4 },
        { name: 'longitude', size: 4 },
      ],
    ]);
  });

  it('packs its fields into rows when its schema asks for none', () => {
    expect(formOf('elements.session', session).layouts.edit).toEqual([
      [
        { name: 'date', size: 4 },
        { name: 'startTime', size: 4 },
        { name: 'endTime', size: 4 },
      ],
      [{ name: 'notes', size: 12 }],
    ]);
  });

  it('labels a field in the form and in the list, and says what to enter', () => {
    expect(form.metadatas.title?.edit).toMatchObject({
      label: 'Title',
      placeholder: 'Deep Dive',
      editable: true,
    });
    expect(form.metadatas.title?.list.label).toBe('Title');
  });

  it('does not let people type what a rule works out', () => {
    expect(form.metadatas.timeZone?.edit.editable).toBe(false);
  });

  it('names the entries of a relation by the main field of their type', () => {
    expect(form.metadatas.partner?.edit.mainField).toBe('name');
  });

  it('names a collapsed part by its first words or, when it has none, by its date', () => {
    expect(formOf('elements.session', session).settings.mainField).toBe('date');
  });

  it('refuses a layout that names a field the type does not have', () => {
    const schema = { ...session, pluginOptions: { form: { layout: [['place']] } } };
    expect(() => formOf('elements.session', schema)).toThrow(/“place”/);
  });
});

function formOf(uid: string, schema: FormSchema): FormConfiguration {
  const current: FormConfiguration = {
    settings: {},
    metadatas: Object.fromEntries(
      Object.keys(schema.attributes).map((name) => [name, { edit: {}, list: {} }]),
    ),
    layouts: { list: [], edit: [] },
  };
  return formConfiguration(uid, schema, current, () => 'name');
}
