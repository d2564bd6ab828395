import { type RegionalPartner, stateNames } from '@deep-dive/shared-types';
import { zipsOf } from '../../partners/territory';

export interface PartnerGroup {
  /** A state's name, or what the partners that serve no whole state have in common. */
  title: string;
  partners: RegionalPartner[];
}

/** Partners under each state they serve, by the states' names; those that serve ZIP codes alone come last. */
export function groupByState(partners: RegionalPartner[]): PartnerGroup[] {
  const byState = Object.values(stateNames)
    .sort((a, b) => (a < b ? -1 : 1))
    .map((title) => ({
      title,
      partners: partners.filter(({ territory }) =>
        territory.some(({ state }) => state && stateNames[state] === title),
      ),
    }));
  const byZip = partners.filter(
    ({ territory }) =>
      territory.every(({ state }) => !state) && territory.some((area) => zipsOf(area).length > 0),
  );
  return [...byState, { title: 'Single cities and ZIP codes', partners: byZip }].filter(
    (group) => group.partners.length > 0,
  );
}
