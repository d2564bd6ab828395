import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Entry, Model } from '../schema/model';
import { blankProblems } from './blanks';

const src = path.resolve(__dirname, '..');

function getModel(uid: string): Model {
  const [category = '', name = ''] = uid.replace(/^api::/, '').split('.');
  const file = uid.startsWith('api::')
    ? `api/${name}/content-types/${name}/schema.json`
    : `components/${category}/${name}.json`;
  return { uid, ...JSON.parse(readFileSync(path.join(src, file), 'utf8')) } as Model;
}

const paragraph = (...children: Entry[]) => [{ type: 'paragraph', children }];
const text = (value: string, marks: Entry = {}) => ({ type: 'text', text: value, ...marks });
const hero = (fields: Entry) => ({
  __component: 'sections.hero',
  visible: true,
  heading: 'Deep Dive',
  body: paragraph(text('Come along.')),
  actions: [],
  ...fields,
});
const action = (fields: Entry) => ({ label: 'Find a workshop', style: 'primary', ...fields });

const published = { figures: new Set(['educators']), pages: new Set(['home']) };
const problemsOf = (...sections: Entry[]) =>
  blankProblems('api::page.page', { documentId: 'self', title: 'A page', sections }, published, getModel);
const messagesOf = (...sections: Entry[]) => problemsOf(...sections).map(({ message }) => message);

describe('a page can be published', () => {
  it('when its text is whole, its figures are known and its buttons lead somewhere', () => {
    expect(
      problemsOf(
        hero({
          body: paragraph(text('Over {{educators}} and {{ educators }} teach.')),
          actions: [
            action({ url: '/workshops' }),
            action({ url: '#register' }),
            action({ url: 'mailto:help@example.org' }),
            action({ page: { documentId: 'home' } }),
            action({ page: { documentId: 'self' } }),
            action({ file: { id: 1 } }),
          ],
        }),
      ),
    ).toEqual([]);
  });

  it('whatever is in a section that is switched off', () => {
    expect(problemsOf(hero({ visible: false, heading: '____', actions: [action({})] }))).toEqual([]);
  });
});

describe('a page can’t be published', () => {
  it('with a blank, and the message names section and field', () => {
    expect(problemsOf(hero({}), hero({ heading: 'With ____ educators' }))).toEqual([
      {
        path: ['sections', 1, 'heading'],
        message:
          'Section 2 (Opening, “With ____ educators”): “Heading” still holds a blank (____). Fill it in, or quote a figure such as {{educators}}.',
      },
    ]);
  });

  it('with a blank in rich text, even one cut in two by emphasis', () => {
    const body = paragraph(text('over _'), text('__', { bold: true }), text(' educators'));
    expect(problemsOf(hero({ body }))[0]?.path).toEqual(['sections', 0, 'body']);
    const list = [
      { type: 'list', format: 'unordered', children: [{ type: 'list-item', children: [text('___')] }] },
    ];
    expect(problemsOf(hero({ body: list }))).toHaveLength(1);
  });

  it('with a blank deep inside a list', () => {
    const outcomes = {
      __component: 'sections.outcomes',
      heading: 'What they learn',
      groups: [{ lead: 'know', items: paragraph(text('____')) }],
    };
    expect(problemsOf(outcomes)[0]?.path).toEqual(['sections', 0, 'groups', 0, 'items']);
  });

  it('with a figure nobody knows', () => {
    expect(messagesOf(hero({ heading: 'Over {{techers}}' }))[0]).toContain('quotes {{techers}}');
  });

  it('with a figure cut in two by emphasis', () => {
    const body = paragraph(text('over {{edu'), text('cators}}', { bold: true }));
    expect(messagesOf(hero({ body }))[0]).toContain('holds a broken figure');
  });

  it.each([
    ['leads nowhere', {}],
    ['leads to more than one place', { url: '/workshops', page: { documentId: 'home' } }],
    ['isn’t published', { page: { documentId: 'draft' } }],
    ['isn’t an address we can link to', { url: 'javascript:alert(1)' }],
    ['isn’t an address we can link to', { url: 'JavaScript:alert(1)' }],
    ['isn’t an address we can link to', { url: 'data:text/html,hello' }],
    ['isn’t an address we can link to', { url: '//elsewhere.example' }],
    ['isn’t an address we can link to', { url: '/\\elsewhere.example' }],
    ['isn’t an address we can link to', { url: 'java\nscript:alert(1)' }],
  ])('with a button that %s', (why, fields) => {
    const [message] = messagesOf(hero({ actions: [action(fields)] }));
    expect(message).toContain('Section 1 (Opening, “Deep Dive”): the button “Find a workshop”');
    expect(message).toContain(why);
  });

  it('with an unsafe link in its text', () => {
    const link = { type: 'link', url: 'javascript:alert(1)', children: [text('here')] };
    expect(messagesOf(hero({ body: paragraph(text('See '), link) }))[0]).toContain('has a link to');
  });
});
