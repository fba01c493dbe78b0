import type { Operations } from '../access/operation.js';
import { school } from '../access/role-sets.js';

export const loanRegistersAccess = {
  'loan-registers.entries': {
    says: {
      zh: '借阅登记表：教职工或学生，按日期、班级、读者逐笔；format 给出可打印的登记表',
      en: 'The register of loans of staff or pupils, line by line, by days, class and reader; `format` prints it.',
    },
    roles: { ...school, teacher: 'class' },
    scope: 'circulation.read',
    namesReaders: true,
  },
  'loan-registers.readers': {
    says: {
      zh: '每位教职工或学生一段时间的借阅汇总，没有借阅的也列出；format 给出可打印的表',
      en: 'Each of the staff or pupils with the loans of some days, those without any, too; `format` prints it.',
    },
    roles: { ...school, teacher: 'class' },
    scope: 'circulation.read',
    namesReaders: true,
  },
  'loan-registers.classes': {
    says: {
      zh: '每班个人借阅、集体借阅（人均10本目标）、图书角、图书箱分别统计；format 给出可打印的表',
      en: 'Each class with what was borrowed one by one, as a whole (ten for each pupil), for corners and in boxes; `format` prints it.',
    },
    roles: school,
    scope: 'circulation.read',
  },
  'loan-registers.magazines': {
    says: {
      zh: '杂志借阅统计：人次与本数分别统计；format 给出可打印的表',
      en: 'Magazines that were lent, counted as person-times and as copies; `format` prints it.',
    },
    roles: school,
    scope: 'circulation.read',
  },
} as const satisfies Operations;
