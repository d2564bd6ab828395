export default {
  routes: [
    { method: 'GET', path: '/partners', handler: 'regional-partner.find', config: { auth: false } },
    { method: 'GET', path: '/partners/:slug', handler: 'regional-partner.findOne', config: { auth: false } },
    {
      method: 'GET',
      path: '/territories/:slug',
      handler: 'regional-partner.findTerritory',
      config: { auth: false },
    },
  ],
};
