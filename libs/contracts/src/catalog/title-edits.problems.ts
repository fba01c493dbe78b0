import type { ProblemTitles } from '../envelope/problem.js';

export const titleEditsProblems = {
  'title-edit.too-large': {
    zh: '书过多，不能一次修改，请缩小范围',
    en: 'There are too many titles to be changed at once; ask for fewer',
  },
  'title-edit.titles-differ': {
    zh: '符合条件的书与预览时不同，请重新预览',
    en: 'Other titles are meant than in the preview; look at it again',
  },
  'title-edit.nothing-to-do': { zh: '没有需要修改的书', en: 'No title would change' },
  'title-edit.undone': { zh: '这次修改已经撤销', en: 'The change was undone already' },
  'title-edit.built-on': {
    zh: '所有的书后来都另有修改，不能撤销',
    en: 'Every title was changed since, so nothing can be undone',
  },
} as const satisfies ProblemTitles;
