import type { ProblemTitles } from '../envelope/problem.js';

export const schoolsProblems = {
  'school.code-taken': { zh: '学校代码已被使用', en: 'The school code is taken' },
} as const satisfies ProblemTitles;
