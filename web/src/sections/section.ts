import type { Section } from '@deep-dive/shared-types';
import type { Placement } from './outline';

export type SectionName = Section['__component'];
export type SectionOf<Name extends SectionName> = Extract<Section, { __component: Name }>;

/** What every section component is given. */
export interface SectionProps<S extends Section> {
  section: S;
  placement: Placement;
}
