import type { Operations } from '../access/operation.js';
import { school } from '../access/role-sets.js';

export const teacherReadingAccess = {
  'teacher-reading.list': {
    says: {
      zh: '教师借书与进阅览室读书统计，供教师常规工作考核：借书册数、次数、进室次数、是否达标；format 给出可打印的表',
      en: 'What each teacher borrowed and how often they read in the rooms, for the assessment of staff; `format` prints it.',
    },
    roles: school,
    scope: 'circulation.read',
    namesReaders: true,
  },
} as const satisfies Operations;
