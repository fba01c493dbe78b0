import type { ProblemTitles } from '../envelope/problem.js';

export const centralPurchasesProblems = {
  'central-purchase.refused': { zh: '不能下达', en: 'It cannot be sent out' },
  'central-purchase.empty': { zh: '没有任何图书', en: 'There is nothing on it' },
  'central-purchase.shares-differ': {
    zh: '各校分配之和不等于册数',
    en: 'The shares of the schools do not add up to the volumes',
  },
  'central-purchase.state-refused': { zh: '当前状态下不能这样做', en: 'Not in this state' },
  'central-purchase.nothing-to-split-by': {
    zh: '所列学校没有学生或没有需求，无从分配',
    en: 'The schools have no pupils, or need nothing: there is nothing to split by',
  },
  'central-purchase.share-too-large': {
    zh: '一校一种至多 9999 册，一次采购至多 20000 份分配',
    en: 'A school gets 9,999 volumes of a line at most, and a purchase has 20,000 shares at most',
  },
  'central-purchase.delivered-already': {
    zh: '已有学校收货',
    en: 'Schools have received some of it already',
  },
  'central-purchase.delivery-open': { zh: '有学校正在验收', en: 'Schools are checking some of it now' },
  'order.of-the-county': {
    zh: '这是县统一采购的份额，由县里更改',
    en: 'This is a share of what the county office bought: it changes it',
  },
} as const satisfies ProblemTitles;
