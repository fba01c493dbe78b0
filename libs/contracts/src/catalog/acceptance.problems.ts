import type { ProblemTitles } from '../envelope/problem.js';

export const acceptanceProblems = {
  'delivery.refused': {
    zh: '到货未能登记',
    en: 'The delivery was not entered',
  },
  'delivery.order-not-approved': {
    zh: '订单未获批准',
    en: 'The order is not approved',
  },
  'delivery.more-than-ordered': {
    zh: '实收多于尚未到货的册数',
    en: 'More was received than is still to come',
  },
  'delivery.too-large': {
    zh: '一批至多 500 册，请分批验收',
    en: 'A delivery has 500 volumes at most: check it in by boxes',
  },
  'delivery.no-gift': {
    zh: '不是已验收的捐赠',
    en: 'It is no gift that was accepted',
  },
  'delivery.settled': {
    zh: '该批已验收或已退回',
    en: 'The delivery was accepted or sent back already',
  },
} as const satisfies ProblemTitles;
