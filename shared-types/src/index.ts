export * from './changes.js';
export * from './client.js';
export * from './elements.js';
export * from './errors.js';
export * from './generated.js';
export * from './search.js';
export * from './when.js';
export * from './workshop.js';
