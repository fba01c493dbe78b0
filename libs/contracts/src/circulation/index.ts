export * from './topics.js';
export * from './loans.v1.js';
export * from './holds.v1.js';
export * from './policies.v1.js';
export { circulationProblems } from './problems.js';
