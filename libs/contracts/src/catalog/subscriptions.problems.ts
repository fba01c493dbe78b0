import type { ProblemTitles } from '../envelope/problem.js';

export const subscriptionsProblems = {
  'subscription.year-taken': {
    zh: '该校已有这一年度的征订',
    en: 'The school has subscriptions for this year already',
  },
  'subscription.state-refused': {
    zh: '征订的当前状态不允许此操作',
    en: 'The subscriptions are not in a state for this',
  },
  'subscription.refused': { zh: '征订未能如此处理', en: 'This cannot be done with the subscriptions' },
  'subscription.staff-only': {
    zh: '馆员专业刊物不列入阅览室清单',
    en: 'Professional journals of the library staff stand in no reading room',
  },
  'subscription.empty': { zh: '清单中没有要订的报刊', en: 'Nothing on the list is to be taken' },
  'subscription.unreviewed': { zh: '尚有报刊未经审议', en: 'Some titles were not reviewed' },
  'subscription.own-submission': {
    zh: '不能审批自己提交的清单',
    en: 'Nobody decides on an own submission',
  },
  'subscription.issues-arrived': {
    zh: '已有到刊，清单不能退回草稿',
    en: 'Issues of it have arrived; it stays as it is',
  },
  'mandate.set-already': {
    zh: '该报刊本年度已指定',
    en: 'Schools have to take this serial in this year already',
  },
  'mandate.withdrawn': { zh: '该项指定已撤销', en: 'This mandate was taken back' },
  'mandate.payment-reversed': { zh: '该笔交款已冲销', en: 'The payment is reversed already' },
} as const satisfies ProblemTitles;
