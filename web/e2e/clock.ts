import { readFileSync, writeFileSync } from 'node:fs';
import { site } from './site.ts';

/** How far their clock is ahead of this computer's, in milliseconds. */
export const clockAhead = (): number => Number(readFileSync(site.clockFile, 'utf8'));

/** Sets their clock forward. Back would be a time that some of what they stored had not come to yet. */
export function setClockForward(milliseconds: number): void {
  writeFileSync(site.clockFile, String(clockAhead() + milliseconds));
}

export const MINUTE = 60_000;

/** A day and time so many minutes from now by their clock, as somebody in New York would type them. */
export function inMinutes(minutes: number): { day: string; time: string } {
  const moment = Date.now() + clockAhead() + minutes * MINUTE;
  const said = (format: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat('en-US', { timeZone: 'America/New_York', ...format }).format(moment);
  return { day: said({ dateStyle: 'short' }), time: said({ timeStyle: 'short' }) };
}
