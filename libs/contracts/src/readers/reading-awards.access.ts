import type { Operations } from '../access/operation.js';
import { librarian, school } from '../access/role-sets.js';

const givers = { ...librarian, teacher: 'class' } as const;

export const readingAwardsAccess = {
  'reading-awards.give': {
    says: {
      zh: '登记学生获得的阅读奖励：名称、级别、日期',
      en: 'Enters a reading award of a pupil: what it is called, its level, its day.',
    },
    roles: givers,
    scope: 'readers.write',
    problems: { 409: ['reading-award.given-already'] },
    namesReaders: true,
  },
  'reading-awards.list': {
    says: {
      zh: '可见的阅读奖励，可按学生、班级和日期；format 给出可打印的表',
      en: 'Reading awards within reach, by pupil, class and days; `format` prints them.',
    },
    roles: { ...school, teacher: 'class', reader: 'self' },
    scope: 'readers.read',
    namesReaders: true,
  },
  'reading-awards.take-back': {
    says: { zh: '撤回误登的奖励', en: 'Takes back an award that was entered by mistake.' },
    roles: givers,
    scope: 'readers.write',
  },
} as const satisfies Operations;
