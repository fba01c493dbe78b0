import type { ProblemTitles } from '../envelope/problem.js';

export const workDisplaysProblems = {
  'work-display.not-agreed': {
    zh: '上网站展出须经学生和家长同意',
    en: 'On the website only what pupil and parents have agreed to',
  },
  'work-display.withdrawn': { zh: '已撤下', en: 'It was taken down already' },
} as const satisfies ProblemTitles;
