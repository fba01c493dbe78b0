export * from './topics.js';
export * from './titles.v1.js';
export * from './copies.v1.js';
export { catalogProblems } from './problems.js';
