import type { ProblemTitles } from '../envelope/problem.js';
import { externalIdsProblems } from '../external-ids.problems.js';

export const enrolmentProblems = {
  ...externalIdsProblems,
  'reader.has-left': { zh: '读者已离校', en: 'The reader has left the school' },
} as const satisfies ProblemTitles;
