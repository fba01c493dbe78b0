import { holdsAccess } from './holds.access.js';
import { holdsProblems } from './holds.problems.js';
import { lendingAccess } from './lending.access.js';
import { lendingProblems } from './lending.problems.js';
import { lossesAccess } from './losses.access.js';
import { lossesProblems } from './losses.problems.js';
import { policiesAccess } from './policies.access.js';
import { policiesProblems } from './policies.problems.js';
import { standingsAccess } from './standings.access.js';

export * from './topics.js';
export * from './watermark.v1.js';
export * from './borrower.js';
export * from './loans.v1.js';
export * from './compensations.v1.js';
export * from './holds.v1.js';
export * from './policies.v1.js';

/** Each feature brings its operations and its refusals; here they are only put together. */
export const circulationAccess = {
  ...lendingAccess,
  ...lossesAccess,
  ...holdsAccess,
  ...policiesAccess,
  ...standingsAccess,
};
export const circulationProblems = {
  ...lendingProblems,
  ...lossesProblems,
  ...holdsProblems,
  ...policiesProblems,
};
