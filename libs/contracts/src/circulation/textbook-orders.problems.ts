import type { ProblemTitles } from '../envelope/problem.js';

export const textbookOrdersProblems = {
  'textbook-order.not-now': {
    zh: '征订的状态不允许这一步',
    en: 'The round is not as far yet, or further already',
  },
  'textbook-order.wishes-closed': { zh: '申报已截止', en: 'The last day for wishes is over' },
  'textbook-order.nothing': { zh: '没有需要征订的教材', en: 'Nothing is to be ordered' },
  'textbook-order.has-deliveries': {
    zh: '已有到货安排，请先取消',
    en: 'Deliveries are agreed upon: call them off first',
  },
  'textbook-delivery.not-now': {
    zh: '到货安排的状态不允许这一步',
    en: 'The delivery is not as far yet, or further already',
  },
  'textbook-delivery.nothing': { zh: '该征订没有未到的教材', en: 'Nothing of the round is outstanding' },
} as const satisfies ProblemTitles;
