// Preloaded into what is measured: each answer says for how long the server had the question, in milliseconds
// (https://www.w3.org/TR/server-timing/).
const { subscribe } = require('node:diagnostics_channel');

subscribe('http.server.request.start', ({ response }) => {
  const from = performance.now();
  const { writeHead } = response;
  response.writeHead = function (...parts) {
    this.setHeader('Server-Timing', `all;dur=${(performance.now() - from).toFixed(3)}`);
    return writeHead.apply(this, parts);
  };
});
