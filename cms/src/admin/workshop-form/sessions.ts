import type { ComponentType } from 'react';
import { repeated } from '../../rules/session-repeats';
import type { Attribute, Entry } from '../../schema/model';
import { SameAgain } from './SameAgain';

/** How a list of a form behaves beyond what its entries are called. `forms/edits.ts` makes Strapi ask. */
interface Behavior {
  /** Stands below the entries. */
  Below: ComponentType<{ name: string; value: Entry[]; max: number; disabled?: boolean }>;
  /** The key of the entry that is open at first; empty for none. */
  openAtFirst: (entries: Entry[]) => string;
  /** Whether a new entry needs nothing more, and so stays closed. */
  isWhole: (entry: Entry) => boolean;
}

interface Field {
  attribute: Attribute;
  mainField?: object;
}

interface Form {
  layout: { layout: Field[][][] };
}

const SESSIONS: Behavior = {
  Below: SameAgain,
  openAtFirst: (entries) => {
    const [first, ...others] = entries;
    const isEmpty = first?.id === undefined && !first?.date;
    return isEmpty && others.length === 0 ? String(first?.__temp_key__ ?? '') : '';
  },
  isWhole: (session) => repeated(session, 'next day') !== null,
};

/** Has the first session of a new workshop open to be typed, and others added like the last. */
export function repeatSessions<Given extends Form>(form: Given): Given {
  const field = (each: Field): Field =>
    each.attribute.component === 'elements.session'
      ? { ...each, mainField: { ...each.mainField, ...SESSIONS } }
      : each;
  return {
    ...form,
    layout: {
      ...form.layout,
      layout: form.layout.layout.map((panel) => panel.map((row) => row.map(field))),
    },
  };
}
