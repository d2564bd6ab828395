export default {
  routes: [{ method: 'GET', path: '/site', handler: 'site.find', config: { auth: false } }],
};
