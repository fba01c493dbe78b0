/** Injection tokens for what has no class. */
export const LOG = Symbol('log');
export const BUS = Symbol('bus');
