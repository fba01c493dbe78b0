import type { ProblemTitles } from '../envelope/problem.js';

export const enrolmentProblems = {
  'reader.has-left': { zh: '读者已离校', en: 'The reader has left the school' },
} as const satisfies ProblemTitles;
