import type { Operations } from '../access/operation.js';
import { librarian, school } from '../access/role-sets.js';

export const writeOffsAccess = {
  'write-offs.create': {
    says: {
      zh: '申请免赔核销一项未办结的赔偿，写明理由',
      en: 'Asks that a compensation be written off, and says why.',
    },
    roles: librarian,
    scope: 'circulation.desk',
    problems: { 409: ['write-off.asked-already', 'write-off.not-owed'] },
  },
  'write-offs.list': {
    says: {
      zh: '列出免赔申请及审批；format 给出可打印的表',
      en: 'What was asked and decided; `format` prints it.',
    },
    roles: school,
    scope: 'circulation.read',
    namesReaders: true,
  },
  'write-offs.decide': {
    says: {
      zh: '校领导审批免赔：同意即办结赔偿，不同意则仍须赔偿；申请人不得自批',
      en: 'The head decides: approved, the compensation is settled; declined, it stays owed. Nobody decides on the own asking.',
    },
    roles: { 'school-head': 'school' },
    problems: { 409: ['write-off.decided', 'write-off.own', 'settlement.refused'] },
    reasons: ['compensation.settled'],
  },
  'write-offs.withdraw': {
    says: { zh: '撤回尚未审批的申请', en: 'Takes back what is not decided yet.' },
    roles: librarian,
    scope: 'circulation.desk',
    problems: { 409: ['write-off.decided'] },
  },
} as const satisfies Operations;
