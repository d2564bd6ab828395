export default {
  routes: [
    { method: 'GET', path: '/workshops', handler: 'workshop.find', config: { auth: false } },
    { method: 'GET', path: '/workshops.geojson', handler: 'workshop.features', config: { auth: false } },
    { method: 'GET', path: '/workshops/:slug', handler: 'workshop.findOne', config: { auth: false } },
  ],
};
