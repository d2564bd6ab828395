import { describe, expect, it } from 'vitest';
import { actionHref, alertHref, contactHref, isExternal, safeHref, telephoneHref } from './hrefs';
import { aFile } from './testing/samples';

describe('safeHref', () => {
  it.each([
    'https://code.org/educate',
    'http://example.org',
    'mailto:partner@example.org',
    'tel:+13035550100',
    '/workshops?kind=intro',
    '#register',
  ])('keeps %s', (address) => {
    expect(safeHref(address)).toBe(address);
  });

  it.each([
    'javascript:alert(1)',
    ' JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'http://',
    '',
    null,
  ])('drops %j', (address) => {
    expect(safeHref(address)).toBeNull();
  });
});

describe('where an address leads', () => {
  it('tells other sites from this one', () => {
    expect(isExternal('https://code.org')).toBe(true);
    expect(isExternal('//code.org')).toBe(true);
    expect(isExternal('/workshops')).toBe(false);
    expect(isExternal('mailto:a@example.org')).toBe(false);
  });
});

describe('actionHref', () => {
  const nowhere = { page: null, url: null, file: null };
  const page = { slug: 'compare-workshops', title: 'Compare workshops' };

  it('leads to the page, else the address, else the file', () => {
    expect(actionHref({ page, url: 'https://code.org', file: aFile() })).toBe('/compare-workshops');
    expect(actionHref({ ...nowhere, url: 'https://code.org', file: aFile() })).toBe('https://code.org');
    expect(actionHref({ ...nowhere, file: aFile() })).toBe('/uploads/deep-dive-one-pager.pdf');
  });

  it('leads nowhere without a target, or with one that is not safe', () => {
    expect(actionHref(nowhere)).toBeNull();
    expect(actionHref({ ...nowhere, url: 'javascript:alert(1)' })).toBeNull();
  });
});

describe('contactHref', () => {
  it('says what is known, and nothing that is not', () => {
    expect(contactHref({})).toBe('/contact');
    expect(contactHref({ purpose: 'place', workshop: 'boise-2027-03-06' })).toBe(
      '/contact?purpose=place&workshop=boise-2027-03-06',
    );
    expect(contactHref({ partner: undefined, near: 'St. Louis & East', people: 12 })).toBe(
      '/contact?near=St.+Louis+%26+East&people=12',
    );
  });
});

it('asks to be told of workshops with what is known', () => {
  expect(alertHref({})).toBe('/alerts');
  expect(alertHref({ near: 'St. Louis, MO', radius: 100, kind: 'intro' })).toBe(
    '/alerts?near=St.+Louis%2C+MO&radius=100&kind=intro',
  );
});

it('dials a telephone number written for people', () => {
  expect(telephoneHref('+1 (303) 555-0100')).toBe('tel:+13035550100');
  expect(telephoneHref('ask for Ñ')).toBeNull();
});
