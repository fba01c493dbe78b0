import type { ProblemTitles } from '../envelope/problem.js';

export const bookCornersProblems = {
  'book-corner.class-has-one': { zh: '该班已有图书角', en: 'The class has a corner already' },
  'book-corner.closed': { zh: '图书角已关闭', en: 'The corner is closed' },
  'book-corner.not-empty': { zh: '图书角还有图书', en: 'There are copies in the corner' },
  'book-corner.of-one-class': {
    zh: '班级图书角不能移交给其他班级',
    en: 'The corner of a class stays with its class',
  },
} as const satisfies ProblemTitles;
