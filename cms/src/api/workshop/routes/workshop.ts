const get = (path: string, handler: string) => ({
  method: 'GET',
  path,
  handler: `workshop.${handler}`,
  config: { auth: false },
});

export default {
  routes: [
    get('/workshops', 'find'),
    get('/workshops/:slug', 'findOne'),
    get('/workshop-feed', 'feed'),
    get('/workshop-places', 'places'),
    get('/workshop-tiles/:z/:x/:y', 'tile'),
  ],
};
