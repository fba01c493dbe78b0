import type { ProblemTitles } from '../envelope/problem.js';

export const eResourcesProblems = {
  'e-resource.ended': { zh: '资源已停用', en: 'The resource has ended' },
  'e-resource.not-ended': { zh: '资源没有停用', en: 'The resource has not ended' },
  'e-resource.term-overlaps': {
    zh: '与已有的期限重叠',
    en: 'The term begins before the last one is over',
  },
  'e-resource.nothing-to-renew': {
    zh: '没有可续订的期限，请先登记订购',
    en: 'There is no term to renew; enter a subscription first',
  },
  'e-resource.not-in-term': { zh: '增订不在任何期限之内', en: 'No term runs on that day' },
  'e-resource.no-quota': { zh: '增订须写明额度', en: 'More quota needs to say how much' },
  'e-resource.nothing-to-show': {
    zh: '没有网址或条目，不能发布',
    en: 'Without a link or entries there is nothing to show',
  },
  'e-resource-line.corrected': {
    zh: '该行已更正，或本身就是更正',
    en: 'The line is corrected, or is a correction',
  },
  'e-resource-line.has-add-ons': {
    zh: '该期限内有增订，请先更正增订',
    en: 'More quota was bought within this term; correct that first',
  },
} as const satisfies ProblemTitles;
