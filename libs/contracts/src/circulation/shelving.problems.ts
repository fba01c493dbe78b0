import type { ProblemTitles } from '../envelope/problem.js';

export const shelvingProblems = {
  'shelf-tidying.done': { zh: '当日已登记整架', en: 'The shelves are said to be tidied today already' },
  'shelf-tidying.of-another-day': {
    zh: '只能撤回当日的整架登记',
    en: 'Only the tidying of today can be taken back',
  },
} as const satisfies ProblemTitles;
