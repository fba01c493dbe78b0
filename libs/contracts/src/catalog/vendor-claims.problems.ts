import type { ProblemTitles } from '../envelope/problem.js';

export const vendorClaimsProblems = {
  'vendor-claim.nothing-to-claim': {
    zh: '该批到货没有尚未索赔的短缺、破损或错发',
    en: 'Nothing was short, damaged or wrong in the delivery that is not claimed already',
  },
  'vendor-claim.state-refused': { zh: '当前状态下不能这样做', en: 'Not in this state' },
  'vendor-claim.not-replaced': {
    zh: '该批到货未验收，或其中没有足够的册数抵作补发',
    en: 'The delivery is not accepted, or did not bring so many volumes that stand for no other claim',
  },
  'vendor-claim.came-meanwhile': {
    zh: '这些册数已经到货，不能再抵扣或退款',
    en: 'The volumes have come meanwhile: they cannot be paid off as well',
  },
  'vendor-claim.claimed-again': {
    zh: '已就同一问题另行索赔',
    en: 'The same fault was claimed again meanwhile',
  },
} as const satisfies ProblemTitles;
