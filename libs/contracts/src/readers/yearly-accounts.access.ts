import type { Operations } from '../access/operation.js';
import { school } from '../access/role-sets.js';

/** Everybody at the school watches over its library. */
const all = { ...school, teacher: 'school', 'class-helper': 'school', reader: 'self' } as const;

export const yearlyAccountsAccess = {
  'yearly-accounts.create': {
    says: {
      zh: '撰写图书馆年度工作公开报告（正文和数据），每年一份，公布前只有馆方可见',
      en: 'Writes what the library tells its school of a year, text and figures; nobody else reads it yet.',
    },
    roles: school,
    scope: 'readers.write',
    problems: { 409: ['yearly-account.exists'] },
  },
  'yearly-accounts.list': {
    says: {
      zh: '本校图书馆历年公开报告，师生可见已公布的',
      en: 'The yearly accounts of a library, the newest first; everybody at the school reads what is published.',
    },
    roles: all,
  },
  'yearly-accounts.read': {
    says: { zh: '查看一份年度公开报告', en: 'One yearly account.' },
    roles: all,
  },
  'yearly-accounts.print': {
    says: {
      zh: '年度公开报告的正文和数据逐行；format 给出可张贴的文本',
      en: 'The text and figures of an account line by line; `format` prints it for the wall.',
    },
    roles: all,
  },
  'yearly-accounts.change': {
    says: {
      zh: '修改、公布或撤回年度公开报告；已公布的须先撤回再修改；需要 If-Match',
      en: 'Writes an account anew, publishes it or takes it back; what is published is taken back first; needs If-Match.',
    },
    roles: school,
    scope: 'readers.write',
    problems: { 409: ['yearly-account.published'] },
  },
  'account-remarks.create': {
    says: { zh: '师生对已公布的报告提出意见', en: 'Somebody at the school says something to an account.' },
    roles: all,
  },
  'account-remarks.list': {
    says: {
      zh: '对报告的意见与答复，不显示提出人；format 给出可打印的表',
      en: 'What was said to an account and what was answered, nobody is told by whom; `format` prints it.',
    },
    roles: all,
  },
  'account-remarks.answer': {
    says: { zh: '答复师生意见', en: 'The library answers a remark.' },
    roles: school,
  },
  'account-remarks.hide': {
    says: {
      zh: '不公开含姓名或不当言语的意见，或恢复公开',
      en: 'A remark that names a person or insults is not shown; or is, after all.',
    },
    roles: school,
  },
} as const satisfies Operations;
