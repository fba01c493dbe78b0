// Emitted from the files beside it: `npm run emit`.
import { holdsAccess } from './holds.access.js';
import { holdsProblems } from './holds.problems.js';
import { holdsTags } from './holds.tags.js';
import { lendingAccess } from './lending.access.js';
import { lendingProblems } from './lending.problems.js';
import { lendingTags } from './lending.tags.js';
import { lossesAccess } from './losses.access.js';
import { lossesProblems } from './losses.problems.js';
import { lossesTags } from './losses.tags.js';
import { policiesAccess } from './policies.access.js';
import { policiesProblems } from './policies.problems.js';
import { policiesTags } from './policies.tags.js';
import { standingsAccess } from './standings.access.js';
import { standingsTags } from './standings.tags.js';

export * from './compensations.v1.js';
export * from './holds.v1.js';
export * from './loans.v1.js';
export * from './policies.v1.js';
export * from './watermark.v1.js';

export const circulationAccess = {
  ...holdsAccess,
  ...lendingAccess,
  ...lossesAccess,
  ...policiesAccess,
  ...standingsAccess,
};
export const circulationProblems = {
  ...holdsProblems,
  ...lendingProblems,
  ...lossesProblems,
  ...policiesProblems,
};
export const circulationTags = {
  ...holdsTags,
  ...lendingTags,
  ...lossesTags,
  ...policiesTags,
  ...standingsTags,
};
