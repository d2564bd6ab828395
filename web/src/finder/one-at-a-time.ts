/**
 * Asks one question at a time. While one is under way only the newest of those that follow is remembered, and asked
 * when the answer is there. A question that fails has no answer.
 */
export function oneAtATime<Answer>(
  ask: (question: string) => Promise<Answer>,
  onAnswer: (question: string, answer: Answer) => void,
): (question: string) => Promise<void> {
  let waiting: string | undefined;
  let isAsking = false;
  return async (newest) => {
    waiting = newest;
    if (isAsking) return;
    isAsking = true;
    while (waiting !== undefined) {
      const question: string = waiting;
      waiting = undefined;
      const answer = await ask(question).catch(() => undefined);
      if (answer !== undefined) onAnswer(question, answer);
    }
    isAsking = false;
  };
}
