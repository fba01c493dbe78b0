import type { ProblemTitles } from '../envelope/problem.js';

export const lessonEssaysProblems = {
  'lesson-essay.written-already': {
    zh: '这节阅读课的评论已写过',
    en: 'There is an essay of this lesson already',
  },
  'lesson-essay.withdrawn': { zh: '评论已撤回', en: 'The essay was taken back' },
} as const satisfies ProblemTitles;
