import type { Operations } from '../access/operation.js';
import { librarian, school } from '../access/role-sets.js';

export const termClosingsAccess = {
  'term-closings.read': {
    says: {
      zh: '期末四步（归还、赔偿、注销、结算）办到哪一步，谁何时办，还余多少',
      en: 'The four steps that close a term: returns, compensation, withdrawals, settlement; who did which, and what is left.',
    },
    roles: school,
    scope: 'circulation.read',
  },
  'term-closings.step': {
    says: {
      zh: '办完一步；前一步未办完不能办，有余数须说明',
      en: 'Ends a step; refused before the one before is ended. What is left needs a note.',
    },
    roles: librarian,
    scope: 'circulation.desk',
    problems: { 409: ['term-closing.earlier-open', 'term-closing.done', 'term-closing.note-needed'] },
  },
  'term-closings.undo': {
    says: { zh: '撤销最后办完的一步', en: 'Takes the step back that was ended last.' },
    roles: librarian,
    scope: 'circulation.desk',
    problems: { 409: ['term-closing.nothing-done'] },
  },
} as const satisfies Operations;
