import type { ServerResponse } from 'node:http';
import { run } from '../run';

/** Requests that wait for a word from the test. */
const waiting: ServerResponse[] = [];
process.on('message', () => {
  for (const response of waiting) response.end('after a while');
});

await run(async () => ({
  handle(request, response) {
    if (request.url === '/slow') {
      waiting.push(response);
      process.send?.('waiting');
    } else response.end('at once');
  },
  close: async () => console.log('What is kept is written.'),
}));
