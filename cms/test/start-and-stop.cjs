const path = require('node:path');
const { createStrapi } = require('@strapi/strapi');

const appDir = path.resolve(__dirname, '..');

async function main() {
  const strapi = createStrapi({
    appDir,
    distDir: path.join(appDir, '.tmp/test-dist'),
    serveAdminPanel: false,
  });
  await strapi.load();
  await strapi.destroy();
}

main().then(
  () => process.exit(0),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
