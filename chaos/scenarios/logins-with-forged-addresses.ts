import { atLeast } from '../../bench/report.ts';
import { send } from '../admin.ts';
import type { Scenario } from '../scenario.ts';

const TRIES = 100;
const AT_ONCE = 4;
const REFUSED = 80;
/** What the one proxy adds, behind what the guesser says (RFC 5737). */
const GUESSER = '198.51.100.7';

/** Somebody guesses a password at both CMS processes, and says to be somebody else each time. */
export const loginsWithForgedAddresses: Scenario = {
  name: 'Guessing a password',
  async run(stage) {
    let [next, refused] = [0, 0];
    const keepGuessing = async (): Promise<void> => {
      for (let index = next++; index < TRIES; index = next++) {
        const cms = stage.cms[index % stage.cms.length];
        const { status } = await send(
          `${cms?.url}/admin/login`,
          'POST',
          { email: 'ada@example.org', password: `Guess-${index}-guess` },
          { 'x-forwarded-for': `203.0.113.${index}, ${GUESSER}` },
        );
        if (status === 429) refused++;
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, keepGuessing));
    return [
      atLeast(
        `tries refused with 429, of ${TRIES} at two processes with forged addresses`,
        refused,
        REFUSED,
        '',
      ),
    ];
  },
};
