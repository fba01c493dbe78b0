import type { ProblemTitles } from '../envelope/problem.js';

export const renumberingProblems = {
  'renumbering.nothing-to-do': {
    zh: '这一类的种次号已经连续，无需重排',
    en: 'The numbers of this class have no gap and no repetition already',
  },
  'renumbering.too-large': {
    zh: '这一类的书过多，不能一次重排',
    en: 'The class has too many titles or copies to be renumbered at once',
  },
  'renumbering.undone': { zh: '这次重排已经撤销', en: 'The renumbering was undone already' },
  'renumbering.built-on': {
    zh: '重排之后这一类又有新的编号或变动，不能撤销',
    en: 'Something was numbered or moved in the class since, so the renumbering cannot be undone',
  },
} as const satisfies ProblemTitles;
