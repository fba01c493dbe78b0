import type { ProblemTitles } from '../envelope/problem.js';

export const noteRequirementsProblems = {
  'reading-note.not-as-required': {
    zh: '读书笔记不合本年级要求',
    en: 'The note is not what is asked of this grade',
  },
  'reading-note.kind-not-taken': { zh: '本年级不写这种笔记', en: 'This grade writes notes of other kinds' },
  'reading-note.too-short': { zh: '字数不够', en: 'It is too short' },
  'reading-note.not-sorted': { zh: '摘抄需要分类', en: 'An excerpt has to be sorted' },
  'reading-note.no-title': { zh: '需要写明所读的书', en: 'The book has to be named' },
} as const satisfies ProblemTitles;
