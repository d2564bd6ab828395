export default {
  routes: [{ method: 'GET', path: '/quote', handler: 'quote.find', config: { auth: false } }],
};
