import type { Site } from '@deep-dive/shared-types';
import type { Entry } from '../cache';

/**
 * Whether visits are to be counted: what Site says, as it is known here; not as long as nobody has said it.
 * @param site what the CMS answered last
 */
export function countingSwitch(site: () => Entry | undefined): () => boolean {
  let read: Entry | undefined;
  let isOn = false;
  return () => {
    const entry = site();
    if (entry !== read) {
      read = entry;
      isOn = entry?.status === 200 && (JSON.parse(entry.body.toString('utf8')) as Site).countVisits === true;
    }
    return isOn;
  };
}
