import type { Operations } from '../access/operation.js';
import { county } from '../access/role-sets.js';

const heads = { 'school-head': 'school' } as const;

export const accessRecordsAccess = {
  'access-records.list': {
    says: {
      zh: '谁在何时、为何、查看了哪些读者的个人信息；可按账号、读者和起止时刻查；format 给出可打印的表',
      en: 'Who read whose data, when and for what; by account, by reader, between two moments; `format` prints it.',
    },
    roles: heads,
    namesReaders: true,
  },
  'access-records.accounts': {
    says: {
      zh: '各账号查看个人信息的次数和人数；format 给出可打印的表',
      en: 'How often each account read personal data, and of how many readers; `format` prints it.',
    },
    roles: { ...county, ...heads },
  },
  'access-records.seals': {
    says: {
      zh: '查看记录的封存链，逐段当场核对；请打印末段校验值另存',
      en: 'The chain of the access log, each link counted anew; print the last hash and keep it elsewhere.',
    },
    roles: { ...county, ...heads },
  },
} as const satisfies Operations;
