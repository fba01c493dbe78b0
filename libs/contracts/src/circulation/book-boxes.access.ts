import type { Operations } from '../access/operation.js';
import { librarian, school } from '../access/role-sets.js';
import { inBlocks } from './book-corners.access.js';

const seeing = { ...school, teacher: 'class', 'class-helper': 'class' } as const;

export const bookBoxesAccess = {
  'book-boxes.create': {
    says: {
      zh: '设立图书箱：班级图书箱、流动书屋、主题系列、教师学习用书',
      en: 'Sets up a box: of a class, the mobile book house, a series on a theme, or a set for the staff.',
    },
    roles: librarian,
    scope: 'circulation.desk',
    namesReaders: true,
  },
  'book-boxes.list': {
    says: {
      zh: '图书箱一览：册数、现在何处、下一班；format 给出可打印的表',
      en: 'The boxes with their copies, who has them and where they go next; `format` prints them.',
    },
    roles: seeing,
    scope: 'circulation.read',
    namesReaders: true,
  },
  'book-boxes.read': {
    says: { zh: '查看一个图书箱', en: 'One box.' },
    roles: seeing,
    scope: 'circulation.read',
    namesReaders: true,
  },
  'book-boxes.change': {
    says: {
      zh: '修改图书箱的名称、主题、应有册数、流动班级；空的可以停用',
      en: 'Changes name, theme, size and round of a box; an empty one may be closed.',
    },
    roles: librarian,
    scope: 'circulation.desk',
    namesReaders: true,
    problems: { 409: ['book-box.not-empty'] },
  },
  'book-boxes.copies': {
    says: {
      zh: '图书箱的图书清单，各册是否在箱；format 给出可打印的清单',
      en: 'The copies of a box and whether each is in it; `format` prints the list.',
    },
    roles: seeing,
    scope: 'circulation.read',
  },
  'book-boxes.pack': {
    says: { zh: '装箱；一册只属于一个图书箱', en: 'Puts copies into a box; a copy belongs to one.' },
    roles: librarian,
    scope: 'circulation.desk',
    namesReaders: true,
    problems: {
      409: ['block.refused', 'book-box.away', 'book-box.closed', 'book-box.full', 'book-box.copy-of-another'],
    },
    reasons: ['copy.unknown'],
  },
  'book-boxes.unpack': {
    says: { zh: '取出箱中图书', en: 'Takes copies out of a box that is in the library.' },
    roles: librarian,
    scope: 'circulation.desk',
    namesReaders: true,
    problems: { 409: ['book-box.away'] },
  },
  'book-boxes.send': {
    says: {
      zh: '送出或转交图书箱：指定班级或教师，否则送下一班；一次办理并列出未能随箱的册',
      en: 'Sends a box to a class or a teacher, or on to the next class of its round, in one step; names what could not go along.',
    },
    roles: librarian,
    scope: 'circulation.desk',
    namesReaders: true,
    problems: {
      409: [
        'block.refused',
        'block.due-day-needed',
        'book-box.closed',
        'book-box.empty',
        'book-box.no-route',
        'book-box.there-already',
      ],
    },
    reasons: [...inBlocks, 'block.copy-elsewhere', 'reader.unknown', 'reader.inactive', 'reader.suspended'],
  },
  'book-boxes.bring-home': {
    says: { zh: '图书箱收回图书馆', en: 'Takes a box back to the library with all that is still in it.' },
    roles: librarian,
    scope: 'circulation.desk',
    problems: { 409: ['book-box.home', 'block.refused'] },
    reasons: ['block.copy-elsewhere'],
  },
} as const satisfies Operations;
