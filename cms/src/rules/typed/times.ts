import { asSeen, beginning, quoted, type Reading, read, unread } from './reading';

const EXAMPLE = 'Write it like 9:30 AM.';

const TIME = /^(\d{1,2})(?:[:.h](\d{2})(?::00(?:\.0+)?)?)? ?(?:(a|p)\.? ?(?:m\.?)?)?$/i;
/** Four digits in a row, or three: "0930", "930 am". */
const DIGITS = /^(\d{1,2})(\d{2}) ?(?:(a|p)\.? ?(?:m\.?)?)?$/i;
const ZONE = /\b(?:[ecmpah][sd]?t|eastern|central|mountain|pacific|alaska|hawaii|utc|gmt)\b\.?(?: time)?$/i;
const SEVERAL = /\d.*(?:-|–|—|\bto\b|\buntil\b).*\d|\d.*(?:-|–|—|\bto\b|\buntil\b) ?noon/i;

/** Hours that workshops have in the afternoon and clocks twice a day. */
const EITHER_HALF = new Set([1, 2, 3, 4, 5, 6]);

/**
 * Reads a time of day as people type and paste it: "9", "9:30am", "9.30 a.m.", "0930", "13:00", "noon". "3:00" alone could be
 * either half of the day, and is asked about, not guessed; "03:00" is by the 24-hour clock.
 * @returns the time as the database keeps it ("09:30:00.000")
 */
export function readTime(text: string): Reading<string> {
  const seen = asSeen(text);
  const words = seen.toLowerCase();
  if (/^(12 ?)?noon$|^midday$/.test(words)) return kept(12, 0);
  if (/^(12 ?)?midnight$/.test(words)) return kept(0, 0);
  if (ZONE.test(seen))
    return unread(
      `Leave out the time zone in ${quoted(seen)}: the time is that of the clock on the wall there.`,
    );
  const match = DIGITS.exec(seen) ?? TIME.exec(seen);
  if (!match)
    return unread(
      SEVERAL.test(beginning(seen))
        ? `${quoted(seen)} seems to be more than one time: give one here. ${EXAMPLE}`
        : `We can’t read ${quoted(seen)} as a time. ${EXAMPLE}`,
    );
  const [, hourText = '', minuteText = '0', half] = match;
  const hour = Number(hourText);
  const minute = Number(minuteText);
  if (minute > 59) return unread(`There is no minute ${minute}. ${EXAMPLE}`);
  if (half) return ofHalf(hour, minute, half.toLowerCase() as 'a' | 'p', seen);
  if (hour > 23)
    return unread(`There is no hour ${hour}${hour === 24 ? ': midnight is 12:00 AM' : ''}. ${EXAMPLE}`);
  if (EITHER_HALF.has(hour) && !hourText.startsWith('0')) {
    const clock = `${hour}:${String(minute).padStart(2, '0')}`;
    return unread(`Is that ${clock} AM or ${clock} PM? Add AM or PM.`);
  }
  return kept(hour, minute);
}

function ofHalf(hour: number, minute: number, half: 'a' | 'p', seen: string): Reading<string> {
  if (hour > 23 || (hour > 12 && half === 'a') || (hour === 0 && half === 'p'))
    return unread(`${quoted(seen)} is no time of day. ${EXAMPLE}`);
  if (hour > 12) return kept(hour, minute);
  return kept((hour % 12) + (half === 'p' ? 12 : 0), minute);
}

const kept = (hour: number, minute: number): Reading<string> =>
  read(`${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}:00.000`);

/** "13:00:00.000" → "1:00 PM" */
export function timeInWords(time: string): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return `${hour % 12 || 12}:${String(minute).padStart(2, '0')} ${hour < 12 ? 'AM' : 'PM'}`;
}
