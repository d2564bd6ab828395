export default {
  routes: [{ method: 'GET', path: '/scholarships', handler: 'scholarship.find', config: { auth: false } }],
};
