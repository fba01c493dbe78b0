import type { ProblemTitles } from '../envelope/problem.js';

export const ordersProblems = {
  'vendor.name-taken': {
    zh: '该校已有同名供应商',
    en: 'The school has a vendor of this name',
  },
  'vendor.closed': { zh: '该供应商已停用', en: 'The vendor is closed' },
  'order.lines-refused': {
    zh: '订单明细未予加入',
    en: 'The lines were not added',
  },
  'order.review-unsuitable': {
    zh: '审读意见为不适合',
    en: 'The review found the work unsuitable',
  },
  'order.review-retracted': {
    zh: '审读意见已撤回',
    en: 'The review was taken back',
  },
  'order.duplicate-held': {
    zh: '馆藏中已有该书，加订复本须说明理由',
    en: 'The school has the work; say why it needs more copies',
  },
  'order.duplicate-on-order': {
    zh: '该书已订购未到，加订复本须说明理由',
    en: 'The work is on order; say why more copies are needed',
  },
  'order.refused': {
    zh: '订单未能如此处理',
    en: 'This cannot be done with the order',
  },
  'order.state-refused': {
    zh: '订单的当前状态不允许此操作',
    en: 'The order is not in a state for this',
  },
  'order.empty': { zh: '订单中没有图书', en: 'The order has no lines' },
  'order.vendor-missing': {
    zh: '订单未指明供应商',
    en: 'The order names no vendor',
  },
  'order.survey-missing': {
    zh: '采购前须作调查，订单中未附调查',
    en: 'The order does not say what the survey before it found',
  },
  'order.own-submission': {
    zh: '不得审批本人提交的订单',
    en: 'Nobody decides on an own submission',
  },
  'order.over-budget': {
    zh: '超出本年度经费预算；确须批准的，请附说明',
    en: 'More than the budget of the year bears; approve it with a remark that says why',
  },
  'order.delivered-already': {
    zh: '订单已有到货',
    en: 'Something of the order has been delivered',
  },
  'order.delivery-open': {
    zh: '有到货尚未验收',
    en: 'A delivery has not been accepted or sent back yet',
  },
} as const satisfies ProblemTitles;
