import { type Alert, formatWorkshopSearch, type WorkshopKind } from '@deep-dive/shared-types';
import { inWords } from '../partners/territory';
import { kindLabels } from '../workshops/labels';

/** "Deep Dive workshops", "Intro and Deep Dive workshops". */
export const kindsWords = (kinds: WorkshopKind[]): string =>
  `${inWords(kinds.map((kind) => kindLabels[kind]))} workshops`;

/** "Deep Dive workshops within 50 miles of Yakima, WA, and virtual ones". */
export function alertWords({ kinds, radius, place, virtual }: Alert): string {
  const near = `${kindsWords(kinds)} within ${radius} miles of ${place}`;
  return virtual ? `${near}, and virtual ones` : near;
}

/** Where the finder shows what there is of it now. */
export function nowHref({ place, radius, kinds: [kind, ...others] }: Alert): string {
  return `/workshops${formatWorkshopSearch({ near: place, radius, kind: others.length === 0 ? kind : undefined })}`;
}
