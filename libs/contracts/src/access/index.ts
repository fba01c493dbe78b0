export { roles, scopes } from './roles.js';
export type { Grant, ReachKind, Role, Scope, TokenClaims } from './roles.js';
export { accessMatrix, accessOf, overridableBy } from './matrix.js';
export type { Access, Operation } from './matrix.js';
export { reachesReader, reachesSchool, reachOf } from './reach.js';
export type { Reach } from './reach.js';
