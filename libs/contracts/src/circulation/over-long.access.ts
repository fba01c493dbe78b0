import type { Operations } from '../access/operation.js';
import { librarian, school } from '../access/role-sets.js';

export const overLongAccess = {
  'over-long-loans.list': {
    says: {
      zh: '列出借阅期限过长的书刊（超过若干天），本学期是否已审看及处理；format 给出可打印的表',
      en: 'Loans that have been out for too long, with what was decided on each this term; `format` prints them.',
    },
    roles: school,
    scope: 'circulation.read',
    namesReaders: true,
  },
  'over-long-loans.review': {
    says: {
      zh: '本学期审看超期借阅：催还、可续用、按丢失处理，逐本或多本；再登记即更正',
      en: 'Says of loans what is to be done this term: dun, may keep, declare lost; saying it again corrects it.',
    },
    roles: librarian,
    scope: 'circulation.desk',
  },
  'over-long-loans.undo-review': {
    says: { zh: '撤销本学期的审看标记', en: 'Takes the mark of this term away.' },
    roles: librarian,
    scope: 'circulation.desk',
  },
} as const satisfies Operations;
