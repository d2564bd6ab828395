// @vitest-environment jsdom
import type { WorkshopSearch } from '@deep-dive/shared-types';
import { beforeEach, describe, expect, it } from 'vitest';
import { fillForm, isSettled, looksAlike, readForm } from './form-search';

let form: HTMLFormElement;
beforeEach(() => {
  document.body.innerHTML = `<form>
    <input name="near">
    <select name="radius"><option>10</option><option>50</option><option>any</option></select>
    <input name="from" type="date">
    <select name="kind"><option value="">Every kind</option><option value="intro">Intro</option></select>
    <select name="sort"><option value="date">Soonest</option><option value="distance">Nearest</option></select>
    <input name="scholarship" type="checkbox" value="true">
    <input name="available" type="checkbox" value="true">
    <input name="partner" type="hidden" value="front-range">
    <textarea name="format"></textarea>
  </form>`;
  form = document.querySelector('form') as HTMLFormElement;
});
const control = (name: string) => form.elements.namedItem(name) as HTMLInputElement;

describe('a form', () => {
  it('asks for what it shows', () => {
    control('near').value = 'Denver & Boulder';
    control('radius').value = 'any';
    control('scholarship').checked = true;
    expect(readForm(form)).toEqual({
      search: { near: 'Denver & Boulder', radius: 'any', scholarship: true, partner: 'front-range' },
      ignored: [],
    });
  });

  it('tells what of it makes no sense', () => {
    control('from').type = 'text';
    control('from').value = 'tomorrow';
    expect(readForm(form).ignored).toEqual(['from']);
  });

  it('shows a search, and what it stands for where that says nothing', () => {
    const search: WorkshopSearch = {
      near: 'Denver',
      radius: 10,
      from: '2027-03-01',
      kind: 'intro',
      available: true,
    };
    control('scholarship').checked = true;
    fillForm(form, search);
    const values = ['near', 'radius', 'from', 'kind', 'sort'].map((name) => control(name).value);
    expect(values).toEqual(['Denver', '10', '2027-03-01', 'intro', 'date']);
    expect([control('scholarship').checked, control('available').checked]).toEqual([false, true]);
    fillForm(form, {});
    expect(['near', 'radius', 'from', 'kind', 'sort'].map((name) => control(name).value)).toEqual([
      '',
      '50',
      '',
      '',
      'date',
    ]);
    expect(control('available').checked).toBe(false);
  });

  it('keeps what no visitor has chosen, and the words that checkboxes send', () => {
    fillForm(form, { partner: 'other', format: 'virtual', scholarship: true });
    expect([control('partner').value, control('scholarship').value, control('format').value]).toEqual([
      'front-range',
      'true',
      '',
    ]);
  });
});

describe('two searches', () => {
  it('look alike when they differ in what has no control', () => {
    const search: WorkshopSearch = { near: 'Denver', kind: 'intro' };
    expect(looksAlike(search, { ...search, page: 2, bbox: [-105, 39, -104, 40], partner: 'x' })).toBe(true);
    expect(looksAlike(search, { ...search, kind: 'deep-dive' })).toBe(false);
    expect(looksAlike(search, { kind: 'intro' })).toBe(false);
  });
});

describe('a control', () => {
  const dateOf = (value: string): HTMLInputElement => {
    control('from').value = value;
    return control('from');
  };

  it('is settled once a choice is made', () => {
    expect([control('kind'), control('scholarship')].map(isSettled)).toEqual([true, true]);
  });

  it('is not while something is typed into it', () => {
    expect(isSettled(control('near'))).toBe(false);
    expect(isSettled(control('format'))).toBe(false);
    expect(isSettled(form)).toBe(false);
  });

  it('with a date is when its year is whole, or it is empty', () => {
    expect(isSettled(dateOf('2027-03-01'))).toBe(true);
    expect(isSettled(dateOf(''))).toBe(true);
    expect(isSettled(dateOf('0202-03-01'))).toBe(false);
    expect(isSettled(dateOf('1999-12-31'))).toBe(false);
  });
});
