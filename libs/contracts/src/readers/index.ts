export * from './topics.js';
export * from './schools.v1.js';
export * from './classes.v1.js';
export * from './readers.v1.js';
export { readersProblems } from './problems.js';
