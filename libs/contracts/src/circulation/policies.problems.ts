import type { ProblemTitles } from '../envelope/problem.js';

export const policiesProblems = {
  'policy.none': { zh: '没有适用的借阅规则', en: 'No lending rule applies' },
  'calendar.unknown': {
    zh: '缺少校历，按周末休息计算',
    en: 'No calendar is known; weekends count as closed',
  },
  'calendar.no-next-term': {
    zh: '尚未登记下学期，按国家节假日计算；登记后应还日期可能顺延',
    en: 'The next term is not recorded yet; the day follows the national calendar and may become later',
  },
} as const satisfies ProblemTitles;
