import type { ProblemTitles } from '../envelope/problem.js';

export const termClosingsProblems = {
  'term-closing.earlier-open': { zh: '前面的步骤尚未办完', en: 'An earlier step is not ended' },
  'term-closing.done': { zh: '该步骤已办完', en: 'The step is ended' },
  'term-closing.note-needed': { zh: '尚有余数，请说明', en: 'Something is left; say why' },
  'term-closing.nothing-done': { zh: '没有可撤销的步骤', en: 'No step is ended' },
} as const satisfies ProblemTitles;
