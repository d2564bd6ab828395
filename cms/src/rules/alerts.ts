import type { Coordinates, WorkshopFormat, WorkshopKind } from '@deep-dive/shared-types';
import { milesBetween } from '../places';
import { statusOf } from './places-left';
import { isListed, type VisibilityFacts } from './visibility';

/** What someone wants to be told of. */
export interface AlertWishes extends Coordinates {
  /** Miles. */
  radius: number;
  kinds: WorkshopKind[];
  /** Whether virtual workshops count as near. */
  virtual: boolean;
}

/** What of a workshop decides who is told of it. */
export interface AlertedWorkshop extends VisibilityFacts {
  kind: WorkshopKind;
  format: WorkshopFormat;
  latitude: number | null;
  longitude: number | null;
}

/** How a workshop stands with those who are told of it. */
export interface AlertStanding {
  /** `ended`: it is cancelled, or visitors come upon it no more. */
  state: 'open' | 'full' | 'ended';
  /** Milliseconds since the epoch; null when nobody knows it any more. */
  startsAt: number | null;
  /** Where it is held: differs where that does. */
  place: string;
}

/** What somebody was told of a workshop last. */
export interface Told extends AlertStanding {
  /** False while no mail about it has been sent: then they know nothing of it. */
  heard: boolean;
}

/** What there is to be told. */
export type News = 'new' | 'moved' | 'opened' | 'ended';

/** Whether a workshop is one that someone wants to be told of: virtual ones are near to all who want such, all others by their distance. */
export function isWanted(
  wishes: AlertWishes,
  { kind, format, latitude, longitude }: AlertedWorkshop,
): boolean {
  if (!wishes.kinds.includes(kind)) return false;
  if (format === 'virtual') return wishes.virtual;
  return (
    latitude !== null && longitude !== null && milesBetween(wishes, { latitude, longitude }) <= wishes.radius
  );
}

/** How a workshop stands now; `ended` when there is none (null). Null once it has begun: then nobody is told anything. */
export function standingNow(workshop: AlertedWorkshop | null, now: Date): AlertStanding | null {
  if (!workshop) return { state: 'ended', startsAt: null, place: '' };
  const startsAt = workshop.startsAt === null ? null : new Date(workshop.startsAt).getTime();
  if (startsAt !== null && startsAt <= now.getTime()) return null;
  const isOpen = statusOf(workshop) !== 'full';
  return {
    state: isListed(workshop, now) ? (isOpen ? 'open' : 'full') : 'ended',
    startsAt,
    place: workshop.format === 'virtual' ? '' : `${workshop.latitude} ${workshop.longitude}`,
  };
}

/** What somebody who was told of a workshop should be told now; null when it is nothing. */
export function newsFor(told: Told, now: AlertStanding): News | null {
  if (!told.heard) return now.state === 'open' && told.state !== 'open' ? 'new' : null;
  if (now.state === 'ended') return told.state === 'ended' ? null : 'ended';
  if (told.state === 'ended') return now.state === 'open' ? 'new' : null;
  if (told.startsAt !== now.startsAt || told.place !== now.place) return 'moved';
  return told.state === 'full' && now.state === 'open' ? 'opened' : null;
}

/** What is remembered as told, once there was news or none. */
export function toldAfter(told: Told, now: AlertStanding): AlertStanding {
  // One that is back and has no place is told of once it has.
  if (told.state === 'ended' && now.state === 'full') return told;
  return now.state === 'ended' ? { ...told, state: 'ended' } : now;
}

/** West, south, east and north in degrees. West is never east of its east. */
export type Box = [west: number, south: number, east: number, north: number];

/** Fewer than there are everywhere on the earth, so that boxes are rather too large. */
const MILES_PER_DEGREE = 69;

/** Boxes that hold every position within some miles of a point, and more: two where they cross the antimeridian. */
export function boxesAbout({ latitude, longitude }: Coordinates, miles: number): Box[] {
  const degrees = miles / MILES_PER_DEGREE;
  const south = Math.max(-90, latitude - degrees);
  const north = Math.min(90, latitude + degrees);
  const radians = (angle: number): number => (angle * Math.PI) / 180;
  const reach = Math.sin(radians(degrees)) / Math.cos(radians(latitude));
  // A pole lies within: every longitude does.
  if (south === -90 || north === 90 || reach >= 1) return [[-180, south, 180, north]];
  const aside = (Math.asin(reach) * 180) / Math.PI;
  const [west, east] = [longitude - aside, longitude + aside];
  if (west < -180)
    return [
      [-180, south, east, north],
      [west + 360, south, 180, north],
    ];
  if (east > 180)
    return [
      [west, south, 180, north],
      [-180, south, east - 360, north],
    ];
  return [[west, south, east, north]];
}
