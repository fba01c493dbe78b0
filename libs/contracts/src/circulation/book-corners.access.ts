import type { Operations } from '../access/operation.js';
import { librarian, school } from '../access/role-sets.js';

const seeing = { ...school, teacher: 'class', 'class-helper': 'class' } as const;

/** Why copies do not go out together. */
export const inBlocks = [
  'copy.unknown',
  'copy.not-lendable',
  'copy.already-on-loan',
  'copy.reading-room-only',
  'copy.held-for-another-reader',
  'class.unknown',
  'class.graduated',
] as const;

export const bookCornersAccess = {
  'book-corners.create': {
    says: {
      zh: '设立图书角：班级图书角（每班一个）、年级教室外读书角、开放式书廊',
      en: 'Sets up a corner: of a class, outside the classrooms of a grade, or an open gallery.',
    },
    roles: librarian,
    scope: 'circulation.desk',
    namesReaders: true,
    problems: { 409: ['book-corner.class-has-one'] },
  },
  'book-corners.list': {
    says: {
      zh: '图书角一览：现有册数、本期借书册数与目标；format 给出可打印的表',
      en: 'The corners with what stands in them, and what they borrowed against their target; `format` prints them.',
    },
    roles: seeing,
    scope: 'circulation.read',
    namesReaders: true,
  },
  'book-corners.classes-without': {
    says: { zh: '尚无图书角的班级', en: 'Classes that have no corner yet.' },
    roles: school,
    scope: 'circulation.read',
  },
  'book-corners.read': {
    says: { zh: '查看一个图书角', en: 'One corner.' },
    roles: seeing,
    scope: 'circulation.read',
    namesReaders: true,
  },
  'book-corners.change': {
    says: {
      zh: '修改图书角的名称、地点、管理员、目标；空的可以关闭',
      en: 'Changes name, place, keeper and target of a corner; an empty one may be closed.',
    },
    roles: librarian,
    scope: 'circulation.desk',
    namesReaders: true,
    problems: { 409: ['book-corner.not-empty', 'book-corner.class-has-one'] },
  },
  'book-corners.copies': {
    says: {
      zh: '图书角现有图书清单；format 给出可打印的清单',
      en: 'The copies that stand in a corner; `format` prints the list.',
    },
    roles: seeing,
    scope: 'circulation.read',
  },
  'book-corners.fill': {
    says: {
      zh: '向图书角成批配书（至多200册），一次办理，仍在学校账上；有一册不行则全部说明原因',
      en: 'Sends up to 200 copies to a corner by one document; if one cannot go none does, with every reason.',
    },
    roles: librarian,
    scope: 'circulation.desk',
    namesReaders: true,
    problems: { 409: ['block.refused', 'block.due-day-needed', 'book-corner.closed'] },
    reasons: inBlocks,
  },
  'book-corners.give-back': {
    says: {
      zh: '图书角的部分或全部图书还回图书馆',
      en: 'Takes some or all copies of a corner back to the library.',
    },
    roles: librarian,
    scope: 'circulation.desk',
    problems: { 409: ['block.refused'] },
    reasons: ['copy.unknown', 'block.copy-elsewhere'],
  },
  'book-corners.hand-over': {
    says: {
      zh: '年级读书角或书廊改由本年级另一班级负责，图书随之移交',
      en: 'Another class of the grade answers for a corner or gallery of the grade, with all that stands in it.',
    },
    roles: librarian,
    scope: 'circulation.desk',
    namesReaders: true,
    problems: { 409: ['block.refused', 'block.due-day-needed', 'book-corner.of-one-class'] },
    reasons: ['class.graduated', 'block.copy-elsewhere'],
  },
} as const satisfies Operations;
