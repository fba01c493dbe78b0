import type { Operations } from '../access/operation.js';
import { librarian, school } from '../access/role-sets.js';

/** A class helper sees no debts (decision 50). */
const seeing = { ...school, teacher: 'class', reader: 'self' } as const;

export const lossesAccess = {
  'losses.create': {
    says: {
      zh: '登记借出的册丢失：借阅结束，读者须赔偿',
      en: 'Declares a lent copy lost: the loan is closed, the reader owes a compensation.',
    },
    // Makes a child owe money: for an adult to say.
    roles: { ...librarian, teacher: 'class' },
    scope: 'circulation.desk',
    namesReaders: true,
    problems: { 409: ['loss.refused'] },
    reasons: ['loan.closed', 'loss.price-needed', 'loss.price-known'],
  },
  'compensations.list': {
    says: {
      zh: '列出可见的丢失赔偿（未办结和已办结），最新的在前',
      en: 'What is or was owed for lost copies, as far as the caller may see it, newest first.',
    },
    roles: seeing,
    scope: 'circulation.read',
    namesReaders: true,
  },
  'compensations.read': {
    says: { zh: '查看一项赔偿', en: 'One compensation.' },
    roles: seeing,
    scope: 'circulation.read',
    namesReaders: true,
  },
  'compensations.settle': {
    says: {
      zh: '登记赔偿的办结方式，读者可再借书',
      en: 'Says how a compensation was settled; the reader may borrow again.',
    },
    roles: librarian,
    scope: 'circulation.desk',
    problems: { 409: ['settlement.refused'] },
    reasons: ['compensation.settled', 'settlement.amount-needed'],
  },
  'compensations.reopen': {
    says: {
      zh: '撤销误登的办结：赔偿恢复为未办结',
      en: 'Takes a settlement back that was a mistake: the compensation is owed again.',
    },
    roles: librarian,
    scope: 'circulation.desk',
    problems: { 409: ['compensation.forgotten'] },
  },
} as const satisfies Operations;
