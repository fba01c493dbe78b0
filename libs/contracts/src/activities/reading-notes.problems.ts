import type { ProblemTitles } from '../envelope/problem.js';

export const readingNotesProblems = {
  'reading-note.already-accepted': { zh: '读书笔记已通过', en: 'The reading note is accepted already' },
  'reader.unknown': { zh: '没有这位读者', en: 'There is no such reader' },
} as const satisfies ProblemTitles;
