import type { Operations } from '../access/operation.js';
import { school } from '../access/role-sets.js';

export const noticesAccess = {
  'notices.list': {
    says: {
      zh: '一所学校的通知：日期、种类、收件人、途径、状态，不含正文；format 给出可打印的表',
      en: 'Notices of a school: day, kind, recipient, channel, state, never a text; `format` prints them.',
    },
    roles: school,
    scope: 'readers.read',
    namesReaders: true,
  },
  'notices.read': {
    says: { zh: '查看一条通知的状态', en: 'One notice and what became of it.' },
    roles: school,
    scope: 'readers.read',
    namesReaders: true,
  },
  'notices.retry': {
    says: {
      zh: '重新发送未成功的通知',
      en: 'Sends once more what failed, had nothing to be sent with, or may not have arrived.',
    },
    roles: school,
    scope: 'readers.write',
    problems: { 409: ['notice.not-now', 'notice.too-late', 'notice.no-channel'] },
    namesReaders: true,
  },
  'notices.cancel': {
    says: { zh: '取消尚未发送的通知', en: 'Cancels a notice that was not sent yet.' },
    roles: school,
    scope: 'readers.write',
    problems: { 409: ['notice.not-now'] },
    namesReaders: true,
  },
  'notice-sheets.list': {
    says: {
      zh: '班级通知单：近三十天要告诉该班学生的事，及是否已另行送达；查看会留下记录；format 给出可打印的单',
      en: 'The sheet of a class: what its pupils are to be told, of the last thirty days, and whether it reached somebody; the read is logged; `format` prints it.',
    },
    roles: { ...school, teacher: 'class' },
    scope: 'readers.read',
  },
} as const satisfies Operations;
