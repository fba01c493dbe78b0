import type { Operations } from '../access/operation.js';
import { county, school } from '../access/role-sets.js';

const heads = { 'school-head': 'school' } as const;

export const forgettingAccess = {
  'forgetting.read-policy': {
    says: {
      zh: '查看本校借阅等记录保留读者的天数',
      en: 'How many days after the return a school still knows who had a copy.',
    },
    roles: school,
    scope: 'circulation.read',
  },
  'forgetting.put-policy': {
    says: {
      zh: '设定保留天数（180 至 3650 天）；到期的记录去除读者，统计数不变',
      en: 'Sets these days, 180 to 3650; what is due loses its reader at night, and sums stay.',
    },
    roles: heads,
    problems: { 412: ['version.stale'], 428: ['version.required'] },
  },
  'forgetting.preview': {
    says: {
      zh: '试算：今晚将去除读者的记录和暂留的记录，各多少；format 给出可打印的表',
      en: 'A dry run: how many records would lose their reader tonight, and how many are kept; `format` prints it.',
    },
    roles: school,
    scope: 'circulation.read',
  },
  'forgetting.runs': {
    says: {
      zh: '逐日列出已去除读者的记录数；format 给出可打印的表',
      en: 'What was forgotten, day by day; `format` prints it.',
    },
    roles: { ...county, ...school },
    scope: 'circulation.read',
  },
  'legal-holds.create': {
    says: {
      zh: '依法暂留一名读者的记录：事项未了前不去除',
      en: 'Keeps the records of a reader while a matter is open.',
    },
    roles: heads,
    problems: { 409: ['legal-hold.placed'] },
  },
  'legal-holds.list': {
    says: {
      zh: '列出暂留的读者，含已解除的；format 给出可打印的表',
      en: 'The readers who are kept, and were; `format` prints them.',
    },
    roles: school,
    namesReaders: true,
  },
  'legal-holds.lift': {
    says: { zh: '解除暂留', en: 'The matter is closed: what is due is forgotten with the next night.' },
    roles: heads,
    problems: { 409: ['legal-hold.lifted'] },
  },
} as const satisfies Operations;
