const path = require('node:path');
const { createStrapi } = require('@strapi/strapi');

const appDir = path.resolve(__dirname, '..');

/** Serves on a free port, which it prints, until it is stopped. */
async function main() {
  const strapi = createStrapi({
    appDir,
    distDir: path.join(appDir, '.tmp/test-dist'),
    serveAdminPanel: false,
  });
  await strapi.load();
  strapi.server.mount();
  strapi.server.httpServer.listen(0, '127.0.0.1', () =>
    console.log(`Listening on ${strapi.server.httpServer.address().port}.`),
  );
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
