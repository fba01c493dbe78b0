import type { ProblemTitles } from '../envelope/problem.js';

export const archiveDestructionsProblems = {
  'archive-destruction.not-now': {
    zh: '销毁申请现在的状态不允许这样做',
    en: 'The proposal has not come so far, or is past it',
  },
  'archive-destruction.own-proposal': {
    zh: '不能批准自己提出的销毁',
    en: 'Nobody approves what he proposed himself',
  },
  'archive-destruction.proposed-already': {
    zh: '有档案已在另一份销毁申请中',
    en: 'A file stands on another proposal',
  },
  'archive-destruction.file-moved': {
    zh: '有档案已不在库，不能销毁',
    en: 'A file is not in the archive any more',
  },
} as const satisfies ProblemTitles;
