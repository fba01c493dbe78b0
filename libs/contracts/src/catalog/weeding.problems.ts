import type { ProblemTitles } from '../envelope/problem.js';

export const weedingProblems = {
  'weeding.nothing-to-weed': {
    zh: '没有符合条件的册',
    en: 'No copy is to be weeded by this',
  },
  'weeding.too-many': {
    zh: '一份剔旧清单至多 5000 册，请缩小范围',
    en: 'A proposal holds 5,000 copies at most; ask for less',
  },
  'weeding.not-now': {
    zh: '剔旧清单现在的状态不允许这样做',
    en: 'The proposal has not come so far, or is past it',
  },
  'weeding.own-proposal': {
    zh: '不能审批自己提出或审核的清单',
    en: 'Nobody decides on what he proposed or reviewed himself',
  },
  'weeding.evidence-unsupported': {
    zh: '批件只收 PDF、JPEG 或 PNG',
    en: 'The paper of an approval is a PDF, JPEG or PNG',
  },
  'weeding.not-in-proposal': {
    zh: '有的册不在这份清单中',
    en: 'A copy is not in this proposal',
  },
  'copy.weeding-needs-approval': {
    zh: '因破损、复本过多或陈旧而注销，须经剔旧审批',
    en: 'What is worn, surplus or outdated leaves by an approved weeding proposal only',
  },
} as const satisfies ProblemTitles;
