import type { Operations } from '../access/operation.js';
import { librarian, school } from '../access/role-sets.js';

const seeing = { ...school, teacher: 'class' } as const;

export const recallsAccess = {
  'recall-campaigns.create': {
    says: {
      zh: '发起催还（期末收书）：本校借出未还的各类书刊全部列入，定最后归还日',
      en: 'Opens a campaign that calls in what is out, of all kinds, with its last day.',
    },
    roles: librarian,
    scope: 'circulation.desk',
    problems: { 409: ['recall-campaign.another-open'] },
  },
  'recall-campaigns.list': {
    says: { zh: '列出催还活动及结果', en: 'The campaigns of a school with their results.' },
    roles: seeing,
    scope: 'circulation.read',
  },
  'recall-campaigns.read': {
    says: { zh: '查看一次催还的进度', en: 'One campaign, and how far it is.' },
    roles: seeing,
    scope: 'circulation.read',
  },
  'recall-campaigns.classes': {
    says: {
      zh: '按班级和书刊类别列出应还、已还、丢失、未还；format 给出可打印的表',
      en: 'Expected, returned, lost and out, by class and kind; `format` prints them.',
    },
    roles: seeing,
    scope: 'circulation.read',
    namesReaders: true,
  },
  'recall-campaigns.loans': {
    says: {
      zh: '催还清单，可按班级、类别、是否已还；format 给出可打印的表',
      en: 'The copies called in, by class, kind and state; `format` prints them.',
    },
    roles: seeing,
    scope: 'circulation.read',
    namesReaders: true,
  },
  'recall-campaigns.add-loans': {
    says: { zh: '把发起之后借出的书刊补入催还', en: 'Takes in what was lent since the campaign was opened.' },
    roles: librarian,
    scope: 'circulation.desk',
    problems: { 409: ['recall-campaign.closed'] },
  },
  'recall-campaigns.close': {
    says: { zh: '结束催还并登记结果', en: 'Closes a campaign with its result.' },
    roles: librarian,
    scope: 'circulation.desk',
    problems: { 409: ['recall-campaign.closed'] },
  },
  'recall-campaigns.reopen': {
    says: { zh: '重新打开误结束的催还', en: 'Opens a campaign again that was closed by mistake.' },
    roles: librarian,
    scope: 'circulation.desk',
    problems: { 409: ['recall-campaign.open', 'recall-campaign.another-open'] },
  },
  'recall-campaigns.remove': {
    says: {
      zh: '撤回当日误发起的催还',
      en: 'Takes back a campaign that was opened by mistake the same day.',
    },
    roles: librarian,
    scope: 'circulation.desk',
    problems: { 409: ['recall-campaign.of-another-day'] },
  },
} as const satisfies Operations;
