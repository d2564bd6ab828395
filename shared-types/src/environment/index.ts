/**
 * How the environment of the two programs is read where they must read it alike. For servers only: the browser's code
 * has no business here, so it is an entry of its own.
 */
export * from './secrets.js';
export * from './trust-proxy.js';
export * from './variables.js';
