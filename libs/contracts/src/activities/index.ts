export * from './topics.js';
export * from './reading-notes.v1.js';
export { activitiesProblems } from './problems.js';
