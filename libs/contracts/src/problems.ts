import { activitiesProblems } from './activities/index.js';
import { catalogProblems } from './catalog/index.js';
import { circulationProblems } from './circulation/index.js';
import { commonProblems } from './envelope/problem.js';
import { readersProblems } from './readers/index.js';
import { reportingProblems } from './reporting/index.js';

/** Every code of a problem or a reason, with its title in both languages; `/problems/<code>` shows them. */
export const problemTitles = {
  ...commonProblems,
  ...readersProblems,
  ...catalogProblems,
  ...circulationProblems,
  ...activitiesProblems,
  ...reportingProblems,
} as const;

export type ProblemCode = keyof typeof problemTitles;
