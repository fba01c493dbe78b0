import type { Operations } from '../access/operation.js';
import { school } from '../access/role-sets.js';

/** A teacher for the class and for himself, a reader for himself. */
const people = { ...school, teacher: 'class', reader: 'self' } as const;

export const noticeContactsAccess = {
  'notice-contacts.create': {
    says: {
      zh: '经同意登记读者本人、家长或教师的邮箱；加密保存；查看会留下记录',
      en: 'Enters, by consent, the address of a reader, a guardian or a teacher; kept encrypted; the read is logged.',
    },
    roles: people,
    scope: 'readers.write',
    problems: { 409: ['notice-contact.known', 'notice-contact.no-consent'] },
  },
  'notice-contacts.list': {
    says: {
      zh: '谁可以收到通知；邮箱只显示首字母和域名；查看会留下记录；format 给出可打印的表',
      en: 'Who can be reached; of an address the first letter and the domain; the read is logged; `format` prints them.',
    },
    roles: people,
    scope: 'readers.read',
    namesReaders: true,
  },
  'notice-contacts.read': {
    says: { zh: '查看一个联系方式；查看会留下记录', en: 'One contact with its address; the read is logged.' },
    roles: people,
    scope: 'readers.read',
    namesReaders: true,
  },
  'notice-contacts.change': {
    says: { zh: '更改邮箱或接收语言；需要 If-Match', en: 'Another address or language; needs If-Match.' },
    roles: people,
    scope: 'readers.write',
  },
  'notice-contacts.withdraw': {
    says: { zh: '撤回同意：联系方式即被删除', en: 'The consent is withdrawn: the contact is forgotten.' },
    roles: people,
    scope: 'readers.write',
  },
} as const satisfies Operations;
