import type { Operations } from '../access/operation.js';
import { county, librarian, school } from '../access/role-sets.js';

const ofTheirClass = { ...school, teacher: 'class', 'class-helper': 'class' } as const;

export const enrolmentAccess = {
  'readers.create': {
    says: { zh: '登记一位读者并发证', en: 'A person becomes a reader of a school and gets a card.' },
    roles: { ...county, ...librarian },
    scope: 'readers.write',
    problems: {
      409: ['card.not-entitled', 'card.number-taken', 'external-id.taken'],
      422: ['external-id.looks-personal'],
    },
  },
  'readers.list': {
    says: {
      zh: '列出学校或班级的读者；format 给出可打印的名单；查看会留下记录',
      en: 'The readers of a school or class; `format` makes a list to print of them; the read is logged.',
    },
    roles: ofTheirClass,
    scope: 'readers.read',
    problems: { 410: ['sync.token-unknown'] },
  },
  'readers.search': {
    says: {
      zh: '按借书证号、姓名片段、拼音或首字母查找读者；查看会留下记录',
      en: 'Readers by card number, or a part of the name, its pinyin or initials; the read is logged.',
    },
    roles: ofTheirClass,
    scope: 'readers.read',
  },
  'readers.read': {
    says: { zh: '查看一位读者；查看会留下记录', en: 'One reader; the read is logged.' },
    roles: { ...ofTheirClass, reader: 'self' },
    scope: 'readers.read',
  },
  'readers.change': {
    says: {
      zh: '修改姓名、类型或班级，离校和返校；需要 If-Match',
      en: 'Changes name, kind or class, leaving and coming back; needs If-Match.',
    },
    roles: librarian,
    scope: 'readers.write',
    problems: { 409: ['reader.has-left', 'external-id.taken'], 422: ['external-id.looks-personal'] },
  },
  'readers.put': {
    says: {
      zh: '按外部编号登记或更新读者；重复提交不再改变',
      en: 'Enrols a reader by the id of the school’s own system, or brings it in line; the same again changes nothing.',
    },
    roles: librarian,
    scope: 'readers.write',
    problems: { 409: ['card.number-taken'], 422: ['external-id.looks-personal'] },
  },
  'readers.suspend': {
    says: {
      zh: '暂停读者借书，到某日或到恢复为止',
      en: 'The reader may not borrow, until a day or until reinstated.',
    },
    roles: school,
    scope: 'readers.write',
    problems: { 409: ['reader.has-left'] },
  },
  'readers.reinstate': {
    says: { zh: '恢复读者借书', en: 'Ends the suspension of a reader.' },
    roles: school,
    scope: 'readers.write',
  },
} as const satisfies Operations;
