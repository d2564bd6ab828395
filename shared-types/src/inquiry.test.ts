import { describe, expect, it } from 'vitest';
import { INQUIRY_LIMITS, readInquiry, readInquiryForm, readInquiryLine } from './inquiry';

const typed = (fields: Record<string, string> = {}): URLSearchParams =>
  new URLSearchParams({
    purpose: 'workshop',
    name: ' Ana Ruiz ',
    email: 'ana@school.example.org',
    zip: '98901',
    message: 'Is there one in March?\r\nThank you.',
    school: '',
    teachers: '',
    ...fields,
  });
const problemsOf = (fields: Record<string, string>) =>
  Object.fromEntries(readInquiryForm(typed(fields)).problems.map(({ field, message }) => [field, message]));

describe('an inquiry as a form sends it', () => {
  it('is read: trimmed, empty fields as none, lines as lines', () => {
    expect(readInquiryForm(typed()).inquiry).toEqual({
      purpose: 'workshop',
      name: 'Ana Ruiz',
      email: 'ana@school.example.org',
      school: null,
      zip: '98901',
      role: null,
      grades: [],
      teachers: null,
      message: 'Is there one in March?\nThank you.',
      workshop: null,
      partner: null,
    });
  });

  it('takes numbers, choices, and a ZIP code with its four further digits', () => {
    const form = typed({ teachers: ' 12 ', role: 'teacher', zip: '98901-1234' });
    for (const grade of ['K', '5', 'K']) form.append('grades', grade);
    const { inquiry } = readInquiryForm(form);
    expect(inquiry).toMatchObject({ teachers: 12, role: 'teacher', zip: '98901', grades: ['K', '5'] });
  });

  it.each<[string, Record<string, string>, string]>([
    ['purpose', { purpose: '' }, 'Please choose what it is about.'],
    ['purpose', { purpose: 'fame' }, 'Please choose what it is about.'],
    ['purpose', { purpose: 'place' }, 'open the workshop’s page'],
    ['name', { name: '  ' }, 'Please give your name.'],
    ['name', { name: 'x'.repeat(121) }, 'shorten it to 120'],
    ['name', { name: 'Ana\nBcc: all@example.org' }, 'characters that can’t be seen'],
    ['name', { name: 'Ana\u2028Bcc: all@example.org' }, 'characters that can’t be seen'],
    ['email', { email: '' }, 'Please give your e-mail address'],
    ['email', { email: 'ana' }, 'Please give your e-mail address'],
    ['email', { email: 'ana@school' }, 'Please give your e-mail address'],
    ['email', { email: 'ana@a.org, ben@b.org' }, 'Please give your e-mail address'],
    ['email', { email: 'Ana <ana@a.org>' }, 'Please give your e-mail address'],
    ['email', { email: 'ana@a.org\nBcc: b@b.org' }, 'Please give your e-mail address'],
    ['email', { email: `${'a'.repeat(65)}@a.org` }, 'Please give your e-mail address'],
    ['zip', { zip: '9890' }, 'five digits'],
    ['zip', { zip: '' }, 'tells us who your Regional Partner is'],
    ['role', { role: 'king' }, 'Please choose one of the list'],
    ['grades', { grades: '12' }, 'Please choose among the grades'],
    ['teachers', { teachers: '0' }, 'from 1 to 10,000'],
    ['teachers', { teachers: 'many' }, 'from 1 to 10,000'],
    ['teachers', { teachers: '1.5' }, 'from 1 to 10,000'],
    ['message', { message: ' ' }, 'Please write what you would like to know.'],
    ['message', { message: 'x'.repeat(INQUIRY_LIMITS.message + 1) }, 'shorten it to 4,000'],
    ['message', { message: 'Hello\u0000' }, 'characters that can’t be seen'],
  ])('says what is wrong with %s: %j', (field, fields, words) => {
    expect(problemsOf(fields)[field]).toContain(words);
    expect(Object.keys(problemsOf(fields))).toEqual([field]);
  });

  it('says everything that is wrong at once', () => {
    expect(Object.keys(problemsOf({ name: '', email: 'x', zip: '1', teachers: '0', message: '' }))).toEqual([
      'name',
      'email',
      'zip',
      'teachers',
      'message',
    ]);
  });

  it('needs no ZIP code where a workshop or a partner is named, or where it is about something else', () => {
    for (const fields of [{ workshop: 'boise' }, { partner: 'mines' }, { purpose: 'other' }])
      expect(problemsOf({ zip: '', ...fields })).toEqual({});
  });

  it('needs no words to ask for a place', () => {
    expect(problemsOf({ purpose: 'place', workshop: 'boise', message: '', zip: '' })).toEqual({});
  });
});

describe('an inquiry as it is handed on', () => {
  it.each([
    null,
    [],
    'x',
    {},
    { purpose: 'other', name: 'Ana', email: 'a@b.org', message: 'Hi', admin: true },
  ])('is refused when it is none: %j', (given) => expect(readInquiry(given).inquiry).toBeNull());
});

describe('what a sender adds', () => {
  it('is a line of text', () => {
    expect(readInquiryLine({ text: 'One more thing.\nThanks.' }).line).toEqual({
      text: 'One more thing.\nThanks.',
    });
    expect(readInquiryLine({ text: '' }).problem).toBe('Please write what you would like to add.');
    expect(readInquiryLine({}).problem).toBe('Please write what you would like to add.');
    expect(readInquiryLine({ text: 'x'.repeat(4001) }).problem).toContain('shorten');
  });
});
