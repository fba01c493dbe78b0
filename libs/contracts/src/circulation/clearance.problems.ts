import type { ProblemTitles } from '../envelope/problem.js';

export const clearanceProblems = {
  'clearance.refused': { zh: '图书尚未清还，不能办结', en: 'The reader is not clear yet' },
  'clearance.loans-open': { zh: '有未还书刊', en: 'Copies are out' },
  'clearance.debts-owed': { zh: '有未办结的赔偿', en: 'Compensations are owed' },
  'clearance.card-out': { zh: '借书证未交回', en: 'The card is not handed in' },
  'clearance.files-out': { zh: '档案未办理', en: 'The files are not dealt with' },
  'clearance.cleared': { zh: '该清还已办结', en: 'It is cleared' },
  'clearance.open': { zh: '该清还尚未办结', en: 'It is not cleared' },
} as const satisfies ProblemTitles;
