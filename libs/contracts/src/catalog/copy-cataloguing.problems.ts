import type { ProblemTitles } from '../envelope/problem.js';

export const copyCataloguingProblems = {
  'copied-title.no-record': { zh: '外部书目中没有这条记录', en: 'The other library has no such record' },
  'copied-title.source-off': { zh: '没有配置外部书目', en: 'No other library is configured' },
  'copied-title.source-away': {
    zh: '外部书目没有及时答复，请稍后再试',
    en: 'The other library did not answer in time; try again later',
  },
} as const satisfies ProblemTitles;
