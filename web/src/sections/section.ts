import type { Section } from '@deep-dive/shared-types';
import type { Placement } from './outline';

export type SectionName = Section['__component'];
export type SectionOf<Name extends SectionName> = Extract<Section, { __component: Name }>;

/** What every section component is given. */
export interface SectionProps<S extends Section> {
  section: S;
  placement: Placement;
}

/** The folder of a section, which is its component's name too: "TextAndImage". */
export function folderOf(name: string): string {
  return name
    .replace('sections.', '')
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}
