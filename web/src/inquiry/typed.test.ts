import { describe, expect, it } from 'vitest';
import { contactHref } from '../hrefs';
import { prefilled, typedIn, zipOf } from './typed';

const open = (query: string) => prefilled(new URLSearchParams(query));

describe('a form that a link opens', () => {
  it('has in it what the link says', () => {
    const href = contactHref({ purpose: 'place', workshop: 'boise-march', near: '59715-1234', people: 12 });
    expect(open(href.split('?')[1] ?? '')).toMatchObject({
      purpose: 'place',
      workshop: 'boise-march',
      zip: '59715',
      teachers: '12',
      name: '',
      message: '',
      grades: [],
    });
  });

  it.each([
    'purpose=everything',
    'purpose=',
    'near=Bozeman,+MT',
    'near=5971',
    'people=many',
    'people=-1',
    'workshop=../admin',
    'partner=%3Cscript%3E',
    `workshop=${'x'.repeat(200)}`,
    'name=Ana&email=ana@school.example&message=Hello&grades=3',
  ])('leaves out what can’t be meant, or is nobody’s to say: %s', (query) => {
    expect(open(query)).toEqual(open(''));
  });

  it('has a workshop’s own partner, and no other', () => {
    expect(open('workshop=boise-march&partner=idaho')).toMatchObject({
      workshop: 'boise-march',
      partner: '',
    });
    expect(open('partner=idaho')).toMatchObject({ partner: 'idaho' });
  });
});

it('a form that was sent keeps all that was typed, as it was typed', () => {
  const form = new URLSearchParams(
    'name=+Ana+&zip=59715-1234&teachers=a+dozen&message=a%0D%0Ab&grades=3&grades=x',
  );
  expect(typedIn(form)).toMatchObject({
    name: ' Ana ',
    zip: '59715-1234',
    teachers: 'a dozen',
    message: 'a\r\nb',
    grades: ['3', 'x'],
    purpose: '',
  });
});

it.each([
  ['59715', '59715'],
  [' 59715 ', '59715'],
  ['59715-1234', '59715'],
  ['597', ''],
  ['Bozeman', ''],
  ['597155', ''],
])('of “%s” the ZIP code is “%s”', (text, zip) => {
  expect(zipOf(text)).toBe(zip);
});
