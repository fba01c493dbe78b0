import type { Operations } from '../access/operation.js';
import { librarian, school } from '../access/role-sets.js';

const seeing = { ...school, teacher: 'class', 'class-helper': 'class' } as const;

export const vacationLendingAccess = {
  'vacation-arrangements.create': {
    says: {
      zh: '安排假期前借阅：借书日期、各班时间、假后统一归还日',
      en: 'Arranges lending before a vacation: the days, the time of each class, the one day after it on which all is due.',
    },
    roles: librarian,
    scope: 'circulation.desk',
  },
  'vacation-arrangements.list': {
    says: {
      zh: '假期借阅安排；format 给出可打印的表',
      en: 'What a school arranged before vacations, newest first; `format` prints it.',
    },
    roles: seeing,
    scope: 'circulation.read',
  },
  'vacation-arrangements.read': {
    says: { zh: '查看一次假期借阅安排', en: 'One arrangement.' },
    roles: seeing,
    scope: 'circulation.read',
  },
  'vacation-arrangements.put': {
    says: { zh: '重新安排；已借出的归还日不变', en: 'Says an arrangement anew; what is out keeps its day.' },
    roles: librarian,
    scope: 'circulation.desk',
    problems: { 409: ['vacation.cancelled'] },
  },
  'vacation-arrangements.cancel': {
    says: {
      zh: '取消假期借阅安排；已借出的归还日不变',
      en: 'Takes an arrangement back; what is out keeps its day.',
    },
    roles: librarian,
    scope: 'circulation.desk',
    problems: { 409: ['vacation.cancelled'] },
  },
  'vacation-arrangements.classes': {
    says: {
      zh: '各班借书时间和借出册数；format 给出可打印的安排表',
      en: 'When each class comes and how many copies went out to it; `format` prints it.',
    },
    roles: seeing,
    scope: 'circulation.read',
  },
  'vacation-arrangements.loans': {
    says: {
      zh: '假期借出图书清单，可按班级；format 给出可打印的清单',
      en: 'The copies that went out for a vacation, by class where asked; `format` prints the list.',
    },
    roles: school,
    scope: 'circulation.read',
    namesReaders: true,
  },
} as const satisfies Operations;
