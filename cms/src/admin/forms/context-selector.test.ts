// @vitest-environment jsdom
import { act, createElement, memo, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createContext, useContextSelector } from './context-selector';

interface Form {
  title: string;
  sections: string[];
}

const FORM: Form = { title: 'Deep Dive', sections: ['Opening', 'Map'] };
const Forms = createContext<Form>({ title: 'no form', sections: [] });

let root: Root;
let drawn: string[];

beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  root = createRoot(document.body.appendChild(document.createElement('div')));
  drawn = [];
});
afterEach(() => act(() => root.unmount()));

/** Draws what it selects, and notes that it did. */
function Sees({ select }: { select: (form: Form) => unknown }) {
  const seen = JSON.stringify(useContextSelector(Forms, select));
  drawn.push(seen);
  return createElement('p', null, seen);
}

const title = ({ title }: Form) => title;
const secondSection = ({ sections }: Form) => sections[1];

const show = (value: Form | null, ...children: ReactNode[]): void =>
  act(() => root.render(value ? createElement(Forms.Provider, { value }, ...children) : children));

// The same elements each time, as Strapi's form draws only what follows its values.
const FIELDS = [
  createElement(Sees, { key: 'title', select: title }),
  createElement(Sees, { key: 'section', select: secondSection }),
];

describe('A part of a form', () => {
  test('is drawn anew when it changes, and not for what changes elsewhere', () => {
    show(FORM, ...FIELDS);
    expect(drawn).toEqual(['"Deep Dive"', '"Map"']);
    drawn = [];
    show({ ...FORM, title: 'Deep Dives' }, ...FIELDS);
    expect(drawn).toEqual(['"Deep Dives"']);
    expect(document.body.textContent).toContain('"Deep Dives""Map"');
  });

  test('shows what there is by default outside of any form', () => {
    show(null, ...FIELDS);
    expect(document.body.textContent).toContain('"no form"');
  });

  test('may be selected as something new each time', () => {
    const Both = memo(() => createElement(Sees, { select: (form) => ({ ...form }) }));
    show(FORM, createElement(Both));
    show({ ...FORM, title: 'Deep Dives' }, createElement(Both));
    expect(drawn).toEqual([FORM, { ...FORM, title: 'Deep Dives' }].map((form) => JSON.stringify(form)));
  });

  test('may be gone once it is taken out of the form', () => {
    const letters = ({ sections }: Form) => (sections[1] as string).length;
    show(FORM, createElement(Sees, { select: letters }));
    show({ ...FORM, sections: ['Opening'] });
    expect(document.body.textContent).toBe('');
  });

  test('is what it is by now where it comes late', () => {
    show(FORM, ...FIELDS);
    show({ ...FORM, title: 'Deep Dives' }, ...FIELDS);
    drawn = [];
    const late = createElement(Sees, { key: 'late', select: title });
    show({ ...FORM, title: 'Deep Dives' }, ...FIELDS, late);
    expect(drawn).toEqual(['"Deep Dives"']);
  });
});
