const path = require('node:path');
const { createStrapi } = require('@strapi/strapi');

const appDir = path.resolve(__dirname, '..');

createStrapi({ appDir, distDir: path.join(appDir, '.tmp/test-dist'), serveAdminPanel: false }).start();
