import type { ProblemTitles } from '../envelope/problem.js';

export const classesProblems = {
  'class.exists': { zh: '班级已存在', en: 'The class exists already' },
  'class.section-not-in-school': { zh: '学校没有该学段', en: 'The school does not have this section' },
} as const satisfies ProblemTitles;
