export default {
  routes: [{ method: 'GET', path: '/places', handler: 'place.find', config: { auth: false } }],
};
