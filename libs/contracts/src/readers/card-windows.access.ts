import type { Operations } from '../access/operation.js';
import { librarian, school } from '../access/role-sets.js';

const ofTheirClass = { ...school, teacher: 'class' } as const;
const keepers = { ...librarian, teacher: 'class' } as const;

export const cardWindowsAccess = {
  'card-windows.create': {
    says: {
      zh: '开放办证：学生自愿申请（默认 9 月 15 日起一个月），或新生、新教师集中办证（默认 9、10 月）',
      en: 'Opens days for cards: pupils apply (from 15 September for a month), or freshmen and new teachers get theirs (September and October).',
    },
    roles: librarian,
    scope: 'readers.write',
  },
  'card-windows.list': {
    says: { zh: '学校的办证时段，最新的在前', en: 'The days for cards of a school, the newest first.' },
    roles: ofTheirClass,
    scope: 'readers.read',
  },
  'card-windows.read': {
    says: { zh: '查看一个办证时段', en: 'One window for cards.' },
    roles: ofTheirClass,
    scope: 'readers.read',
  },
  'card-windows.change': {
    says: {
      zh: '修改办证日期或通知内容，取消或恢复；需要 If-Match',
      en: 'Other days or another notice; calls the window off, or takes that back; needs If-Match.',
    },
    roles: librarian,
    scope: 'readers.write',
  },
  'card-windows.classes': {
    says: {
      zh: '给各班班主任的办证通知和进度：人数、申请、签收、确认；format 给出可打印的登记表',
      en: 'The notice to each class teacher, and how far the classes are; `format` prints it.',
    },
    roles: ofTheirClass,
    scope: 'readers.read',
  },
  'card-windows.acknowledge': {
    says: { zh: '班主任签收办证通知', en: 'The teacher of a class has seen the notice.' },
    roles: keepers,
    scope: 'readers.write',
    problems: { 409: ['card-window.cancelled', 'card-window.other-class'] },
  },
  'card-windows.confirm': {
    says: {
      zh: '班主任确认本班申请名单，或撤回确认',
      en: 'The teacher says that the list of the class is complete, or takes that back.',
    },
    roles: keepers,
    scope: 'readers.write',
    problems: { 409: ['card-window.cancelled', 'card-window.other-class'] },
  },
  'card-windows.newcomers': {
    says: {
      zh: '新生和新教师名单，谁还没有借书证；查看会留下记录；format 给出可打印的名单',
      en: 'Freshmen and new teachers, and who of them has no card yet; the read is logged; `format` prints the list.',
    },
    roles: school,
    scope: 'readers.read',
  },
  'card-windows.issue': {
    says: {
      zh: '在时段内为新生、新教师发证，整班或若干人',
      en: 'Gives cards to newcomers while the intake is open: to a class of them, or to some.',
    },
    roles: librarian,
    scope: 'readers.write',
    problems: {
      409: [
        'card-window.not-open',
        'card-window.cancelled',
        'card.not-entitled',
        'card.has-one',
        'reader.has-left',
      ],
    },
  },
  'card-applications.create': {
    says: {
      zh: '班主任为本班自愿办证的学生申请',
      en: 'The teacher of a class enters who wants a card: all of them or none.',
    },
    roles: keepers,
    scope: 'readers.write',
    problems: {
      409: [
        'card-window.not-open',
        'card-window.other-class',
        'card-window.list-confirmed',
        'card.not-entitled',
      ],
    },
  },
  'card-applications.list': {
    says: {
      zh: '一个班的办证申请；查看会留下记录；format 给出可打印的名单',
      en: 'Who of a class wants a card; the read is logged; `format` prints the list.',
    },
    roles: ofTheirClass,
    scope: 'readers.read',
  },
  'card-applications.withdraw': {
    says: { zh: '撤回办证申请，名单确认之前', en: 'Takes an application back, until the list is confirmed.' },
    roles: keepers,
    scope: 'readers.write',
    problems: { 409: ['card-window.list-confirmed', 'card-application.settled'] },
  },
  'card-applications.decide': {
    says: {
      zh: '不批准一份办证申请并说明原因，或撤回该决定',
      en: 'Declines an application with a reason, or takes that back.',
    },
    roles: librarian,
    scope: 'readers.write',
    problems: { 409: ['card-application.settled'] },
  },
} as const satisfies Operations;
