import { type Section, sectionIds } from '@deep-dive/shared-types';

/** Where a section stands on its page: what it can't know by itself. */
export interface Placement {
  /** For links to this place (#what-does-the-program-cost); undefined for a section without heading. */
  id: string | undefined;
  /** The level of the first heading in the section. */
  level: 1 | 2 | 3;
  /** Backgrounds alternate; a section that continues the one above shares its background. */
  tone: 'plain' | 'tint';
  /** From 1, among the sections of its kind on the page. */
  ordinal: number;
}

/** Places the sections of a page: the ids, the outline of the headings and the backgrounds. */
export function outline(sections: Section[]): Placement[] {
  const ids = sectionIds(sections);
  let tone: Placement['tone'] = 'tint';
  let hasH2 = false;
  const counts = new Map<Section['__component'], number>();
  return sections.map((section, index) => {
    const { heading, subheading } = headingsOf(section);
    if (begins(section, index)) tone = tone === 'plain' ? 'tint' : 'plain';
    const level = levelOf(section, index, hasH2);
    if (level === 2 && (heading || subheading)) hasH2 = true;
    const ordinal = (counts.get(section.__component) ?? 0) + 1;
    counts.set(section.__component, ordinal);
    return { id: ids[index], level, tone, ordinal };
  });
}

/** Whether a page begins with a heading of its own, so that its title need not be shown above. */
export function beginsWithHero(sections: Section[]): boolean {
  return sections[0]?.__component === 'sections.hero';
}

function levelOf(section: Section, index: number, hasH2: boolean): Placement['level'] {
  if (section.__component === 'sections.hero' && index === 0) return 1;
  const { heading, subheading } = headingsOf(section);
  return !heading && subheading && hasH2 ? 3 : 2;
}

function headingsOf(section: Section): { heading: string | null; subheading: string | null } {
  return {
    heading: 'heading' in section ? section.heading : null,
    subheading: 'subheading' in section ? section.subheading : null,
  };
}

/** Whether a section begins something new rather than going on with the one above. A hero has a background of its own. */
function begins(section: Section, index: number): boolean {
  if (section.__component === 'sections.hero') return false;
  return index === 0 || headingsOf(section).heading !== null;
}
