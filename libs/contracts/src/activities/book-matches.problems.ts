import type { ProblemTitles } from '../envelope/problem.js';

export const bookMatchesProblems = {
  'book-match.nobody': { zh: '没有符合条件的读者', en: 'Nobody is like that' },
  'book-match.too-many': { zh: '读者过多，请缩小范围', en: 'Too many readers; ask for fewer' },
  'book-match.declined-already': { zh: '已谢绝', en: 'It was declined already' },
} as const satisfies ProblemTitles;
