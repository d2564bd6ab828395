import { choiceLabel } from '../../rules/choices';
import { dateInWords, numberInWords, type Reading, readDate, readTime, timeInWords } from '../../rules/typed';
import type { Attribute, Entry } from '../../schema/model';
import { today } from '../today';

/** What the head of an entry says while it is closed, and what the button that adds one says. `edits.ts` makes Strapi ask. */
interface Naming {
  titleOf: (entry: Entry | undefined) => string;
  add?: string;
}

interface Field {
  name: string;
  attribute: Attribute;
  mainField?: { name: string } & Partial<Naming>;
}

interface Component {
  layout: Field[][];
  settings: { displayName?: string; mainField?: string } & Partial<Naming>;
}

interface Form {
  layout: { layout: Field[][][]; components: Record<string, Component> };
}

/** Gives the lists of a form, and the sections of a page, what their entries are called. */
export function nameEntries<Given extends Form>(form: Given): Given {
  const { components } = form.layout;
  const row = (fields: Field[]): Field[] =>
    fields.map((field) => {
      const { type, component = '', pluginOptions } = field.attribute;
      if (type !== 'component') return field;
      const titleOf = (entry: Entry | undefined): string =>
        entryTitle(component, entry, components[component]);
      return {
        ...field,
        mainField: { name: 'id', ...field.mainField, titleOf, add: pluginOptions?.form?.add ?? 'Add' },
      };
    });
  const named = Object.entries(components).map(([uid, component]) => [
    uid,
    {
      ...component,
      layout: component.layout.map(row),
      settings: {
        ...component.settings,
        titleOf: once((section: Entry | undefined) => sectionTitle(section, component)),
      },
    },
  ]);
  return {
    ...form,
    layout: {
      ...form.layout,
      layout: form.layout.layout.map((panel) => panel.map(row)),
      components: Object.fromEntries(named),
    },
  };
}

/** The same title, worked out once for each entry: at each key the form asks for all, and only what is typed in is another. */
function once(titleOf: Naming['titleOf']): Naming['titleOf'] {
  const known = new WeakMap<Entry, string>();
  return (entry) => {
    const title = (entry && known.get(entry)) ?? titleOf(entry);
    if (entry) known.set(entry, title);
    return title;
  };
}

/** An entry of a list in a line: “Saturday, March 6, 2027 · 9:00 AM – 3:00 PM”. Until it says anything, what it is: “Session”. */
export function entryTitle(uid: string, entry: Entry = {}, component?: Component): string {
  const title = TITLES[uid]?.(entry) ?? mainText(entry, component);
  return title || (component?.settings.displayName ?? '');
}

/** A section of a page in a line: “Opening (off) · Become a CS teacher”. */
export function sectionTitle(section: Entry = {}, component: Component): string {
  const { displayName = '' } = component.settings;
  const off = section.visible === false ? ' (off)' : '';
  return [`${displayName}${off}`, sectionHeading(section, component)].filter(Boolean).join(' · ');
}

/** What a section says first; empty until it says anything. */
export const sectionHeading = (section: Entry, component: Component): string =>
  mainText(section, component) || text(section.heading);

/** Where one field doesn’t say enough. */
const TITLES: Record<string, (entry: Entry) => string> = {
  'elements.session': ({ date, startTime, endTime }) => {
    const times = [startTime, endTime].map((time) => inWords(time, readTime, timeInWords));
    return [
      inWords(date, (typed) => readDate(typed, today()), dateInWords),
      times.filter(Boolean).join(' – '),
    ]
      .filter(Boolean)
      .join(' · ');
  },
  'elements.group-price': ({ minimumPeople, pricePerPerson }) =>
    [minimumPeople && `${minimumPeople} people or more`, pricePerPerson && `$${pricePerPerson} a person`]
      .filter(Boolean)
      .join(' · '),
  'elements.outcome-group': ({ lead, keyword }) => [text(lead), text(keyword)].filter(Boolean).join(' '),
  'elements.territory-area': ({ state, zips }) => text(state) || text(zips),
};

/** What has been typed, in words; as it stands when it can’t be read. */
function inWords(
  typed: unknown,
  read: (typed: string) => Reading<string>,
  words: (value: string) => string,
): string {
  const { value } = read(text(typed));
  return value === null ? text(typed) : words(value);
}

function mainText(entry: Entry, component: Component | undefined): string {
  const name = component?.settings.mainField ?? '';
  const value = entry[name];
  if (typeof value === 'number') return numberInWords(value);
  const attribute = component?.layout.flat().find((field) => field.name === name)?.attribute;
  return attribute?.type === 'enumeration' && value ? choiceLabel(attribute, text(value)) : text(value);
}

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
