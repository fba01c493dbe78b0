import type { ProblemTitles } from '../envelope/problem.js';

export const eBooksProblems = {
  'e-book.too-few': {
    zh: '结存不足：当日或以后会少于零',
    en: 'There are not so many: on that day or a later one it would be fewer than none',
  },
  'e-book-line.corrected': {
    zh: '该行已更正，或本身就是更正',
    en: 'The line is corrected, or is a correction',
  },
} as const satisfies ProblemTitles;
