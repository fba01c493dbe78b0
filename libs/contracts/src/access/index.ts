export { roles, scopes } from './roles.js';
export type { Grant, ReachKind, Role, Scope, TokenClaims } from './roles.js';
export { accessMatrix, accessOf, rowOf } from './matrix.js';
export type { Operation } from './matrix.js';
export type { Access, Allowed } from './operation.js';
export { operationOfService } from './service-operations.access.js';
export { overridableBy } from '../circulation/lending.access.js';
export { holdsScope, reachesReader, reachesSchool, reachOf } from './reach.js';
export type { Reach } from './reach.js';
