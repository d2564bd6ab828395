import type { ZipPlace } from '../places';
import { type PartnerTerritory, zipsListed } from './territory';

/** ZIP codes of one state that nobody serves. */
export interface Gap {
  state: string;
  /** In order. */
  zips: string[];
  /** How many ZIP codes the state has. */
  total: number;
}

/** ZIP codes of one state that several partners serve: whom a visitor is led to is chance. */
export interface Overlap {
  state: string;
  zips: string[];
  /** Names of the partners. */
  partners: string[];
}

/** How the partners' territories cover the country. */
export interface Coverage {
  served: number;
  total: number;
  gaps: Gap[];
  overlaps: Overlap[];
  /**
   * Longitude and latitude in degrees (WGS 84), to one decimal, of ZIP codes that nobody serves in states of which
   * somebody serves a part.
   */
  points: [longitude: number, latitude: number][];
}

/** Holds every ZIP code against all territories. As in `partnerFor`, one who lists it beats one who has its whole state. */
export function coverageOf(partners: PartnerTerritory[], zips: Iterable<ZipPlace>): Coverage {
  const byZip = new Map<string, string[]>();
  const byState = new Map<string, string[]>();
  const add = (owners: Map<string, string[]>, key: string, name: string): void => {
    owners.set(key, [...new Set([...(owners.get(key) ?? []), name])]);
  };
  for (const { name, territory } of partners)
    for (const area of territory) {
      if (area.state) add(byState, area.state, name);
      for (const zip of zipsListed(area)) add(byZip, zip, name);
    }

  const gaps = new Map<string, Gap & { places: ZipPlace[] }>();
  const overlaps = new Map<string, Overlap>();
  const totals = new Map<string, number>();
  for (const place of zips) {
    const { zip, state } = place;
    totals.set(state, (totals.get(state) ?? 0) + 1);
    const owners = byZip.get(zip) ?? byState.get(state) ?? [];
    if (owners.length === 0) {
      const gap = gaps.get(state) ?? { state, zips: [], total: 0, places: [] };
      gaps.set(state, gap);
      gap.zips.push(zip);
      gap.places.push(place);
    } else if (owners.length > 1) {
      const key = [state, ...owners].join('\n');
      const overlap = overlaps.get(key) ?? { state, zips: [], partners: owners };
      overlaps.set(key, overlap);
      overlap.zips.push(zip);
    }
  }

  const total = [...totals.values()].reduce((sum, count) => sum + count, 0);
  const found = [...gaps.values()].map((gap) => ({ ...gap, total: totals.get(gap.state) ?? 0 }));
  const points = new Map<string, [number, number]>();
  for (const gap of found.filter(({ zips, total }) => zips.length < total))
    for (const { longitude, latitude } of gap.places) {
      const point: [number, number] = [Math.round(longitude * 10) / 10, Math.round(latitude * 10) / 10];
      points.set(point.join(), point);
    }
  return {
    served: total - found.reduce((sum, { zips }) => sum + zips.length, 0),
    total,
    gaps: found.map(({ state, zips, total }) => ({ state, zips, total })),
    overlaps: [...overlaps.values()],
    points: [...points.values()],
  };
}

/** What a partner has not: words for whoever sees to it that it does. */
export type Lack = 'territory' | 'people' | 'email' | 'terms';

/** A partner as staff look after it. */
export interface PartnerCare {
  documentId: string;
  name: string;
  /** Public workshops to come. */
  workshops: number;
  lacks: Lack[];
  /** How many people wait for an answer, and since when the longest has, in milliseconds since the epoch. */
  waiting: number;
  waitingSince: number | null;
}

/** A workshop to come that is held far outside its partner's territory. */
export interface FarWorkshop {
  documentId: string;
  title: string;
  partner: string;
  city: string;
  state: string;
  /** From the nearest ZIP code its partner serves. */
  miles: number;
}

/** GET /coverage of the admin's API, for staff. */
export interface CoverageReport extends Coverage {
  /** Who is waited for longest first, then by name. */
  partners: PartnerCare[];
  /** The farthest first. */
  far: FarWorkshop[];
}
