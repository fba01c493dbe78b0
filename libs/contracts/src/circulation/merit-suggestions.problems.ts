import type { ProblemTitles } from '../envelope/problem.js';

export const meritSuggestionsProblems = {
  'merit-suggestion.made-already': { zh: '该班本学期已有建议', en: 'There is one for the class this term' },
  'merit-suggestion.ended': { zh: '该建议已转交或已撤回', en: 'It is handed on or taken back already' },
} as const satisfies ProblemTitles;
