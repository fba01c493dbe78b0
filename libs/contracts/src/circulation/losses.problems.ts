import type { ProblemTitles } from '../envelope/problem.js';

export const lossesProblems = {
  'loss.refused': { zh: '不能登记丢失', en: 'The loss cannot be recorded' },
  'settlement.refused': { zh: '不能办结赔偿', en: 'The compensation cannot be settled' },
  'loss.price-needed': {
    zh: '馆藏中没有该册的价格，请填写价格',
    en: 'The catalogue has no price for this copy; say what it cost',
  },
  'loss.price-known': { zh: '馆藏中已有该册的价格', en: 'The catalogue has another price for this copy' },
  'settlement.amount-needed': {
    zh: '登记丢失时没有金额，请填写实付金额',
    en: 'No amount was kept with the loss; say what was paid',
  },
  'reopening.refused': { zh: '不能撤销办结', en: 'The settlement cannot be taken back' },
  'compensation.owed': { zh: '该赔偿尚未办结', en: 'The compensation is not settled yet' },
  'compensation.settled': { zh: '该赔偿已办结', en: 'The compensation is settled already' },
} as const satisfies ProblemTitles;
