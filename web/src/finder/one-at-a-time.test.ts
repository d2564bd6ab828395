import { describe, expect, it } from 'vitest';
import { oneAtATime } from './one-at-a-time';

/** Questions that wait for their answers until a test gives them. */
function set() {
  const asked: { question: string; answer: (answer: string) => void; fail: () => void }[] = [];
  const answered: string[] = [];
  const ask = oneAtATime(
    (question) =>
      new Promise<string>((resolve, reject) =>
        asked.push({ question, answer: resolve, fail: () => reject(new Error('away')) }),
      ),
    (question, answer) => answered.push(`${question}: ${answer}`),
  );
  return { ask, asked, answered, questions: () => asked.map(({ question }) => question) };
}

describe('oneAtATime', () => {
  it('asks the newest question only when the one before is answered', async () => {
    const { ask, asked, answered, questions } = set();
    const done = ask('d');
    void ask('de');
    void ask('den');
    expect(questions()).toEqual(['d']);
    asked[0]?.answer('Dallas');
    await Promise.resolve();
    await Promise.resolve();
    await Promise.resolve();
    expect(questions()).toEqual(['d', 'den']);
    asked[1]?.answer('Denver');
    await done;
    expect(answered).toEqual(['d: Dallas', 'den: Denver']);
  });

  it('goes on after a failure', async () => {
    const { ask, asked, answered } = set();
    const first = ask('d');
    asked[0]?.fail();
    await first;
    const second = ask('de');
    asked[1]?.answer('Denver');
    await second;
    expect(answered).toEqual(['de: Denver']);
  });
});
