/**
 * Which part may import which. A storey stands on those listed before it, and on nothing above: what is added goes where
 * everything it needs is below it. `npm run lint` holds these walls; docs/architecture.md says what is in each room.
 */
const STOREYS = {
  'cms/src': [
    'places/',
    'schema/',
    'rules/',
    'strapi/',
    'jobs/',
    'email/',
    'addresses/',
    'forms/',
    'media/',
    'ownership/',
    'partners/',
    'publishing/',
    'roles/',
    'sign-in/',
    'uploads/',
    'versions/',
    'blanks/',
    'scheduled/',
    'workshops/',
    'invitations/',
    'invalidation/',
    'wire/',
    'search/',
    'alerts/',
    'inquiries/',
    'coverage/',
    'demand/',
    'counts/',
    'preview/',
    'menus/',
    'workshop-actions/',
    'workshop-form/',
    'imports/',
    'partner-api/',
    'api/',
    '[^/]+$',
  ],
  'web/src': [
    '(config|escape|hrefs|location)\\.ts$',
    'hooks/',
    'counts/',
    'components/',
    'queries/',
    'workshops/',
    'partners/',
    'map/',
    'finder/',
    'calculator/',
    'sections/',
    'head/',
    'routing/',
    'forms/',
    'inquiry/',
    'alerts/',
    'navigation/',
    'layout/',
    'pages/',
    '(routes|App)\\.tsx?$',
    'preview/',
    '[^/]+$',
  ],
};

const TESTS =
  '\\.test\\.tsx?$|/testing/|/fixtures\\.ts$|\\.examples\\.tsx?$|^cms/test/|^web/e2e/|^web/gallery/';

/** Nothing in a storey may import from one above it. */
const upwards = ([home, storeys]) =>
  storeys.slice(0, -1).map((storey, index) => ({
    name: `${home}/${storey} stands on what is below it`,
    severity: 'error',
    from: { path: `^${home}/${storey}`, pathNot: TESTS },
    to: {
      path: storeys.slice(index + 1).map((above) => `^${home}/${above}`),
      pathNot: storeys.slice(0, index + 1).map((below) => `^${home}/${below}`),
    },
  }));

const wall = (name, from, to) => ({ name, severity: 'error', from, to });

export default {
  forbidden: [
    wall('no circles', {}, { circular: true }),
    wall(
      'shared-types imports nobody',
      { path: '^shared-types/' },
      { path: '^(cms|web|scripts|bench|chaos)/' },
    ),
    wall('the CMS imports nothing of the site', { path: '^cms/' }, { path: '^web/' }),
    wall('the site imports nothing of the CMS', { path: '^web/', pathNot: '^web/e2e/' }, { path: '^cms/' }),
    wall(
      'the browser’s code imports nothing of the server’s',
      { path: '^web/src/', pathNot: TESTS },
      { path: '^web/server/' },
    ),
    wall(
      'nothing imports tests',
      // In development Vite serves the gallery, which shows what tests show.
      { pathNot: [TESTS, '^web/vite\\.config\\.ts$'] },
      { path: TESTS },
    ),
    wall('rules are pure', { path: '^cms/src/rules/' }, { path: 'node_modules/(@strapi|koa|knex|ioredis)/' }),
    wall(
      'the admin’s screens share rules with the server, and nothing else',
      { path: '^cms/src/admin/' },
      { path: '^cms/src/', pathNot: '^cms/src/(admin|rules|schema)/' },
    ),
    wall(
      'the programs import none of their tools',
      { path: '^(cms|web)/', pathNot: TESTS },
      { path: '^(bench|chaos)/' },
    ),
    ...Object.entries(STOREYS).flatMap(upwards),
  ],
  options: {
    doNotFollow: { path: 'node_modules|/dist/' },
    exclude: { path: '^(cms|web)/(dist|generated|\\.tmp|\\.strapi)/' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json'] },
  },
};
