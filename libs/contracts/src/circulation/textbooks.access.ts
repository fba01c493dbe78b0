import type { Operations } from '../access/operation.js';
import { figures, librarian, school } from '../access/role-sets.js';

export const textbooksAccess = {
  'textbooks.enter': {
    says: {
      zh: '登记学校的教材：教科书、簿本、复习资料、循环用书、教学用书、教辅、挂图，一次至多 200 种',
      en: 'Enters textbooks, exercise books, review materials, recyclable textbooks, books for teaching, aids, charts: up to 200 a call.',
    },
    roles: librarian,
    scope: 'circulation.desk',
  },
  'textbooks.list': {
    says: {
      zh: '学校的教材目录；format 给出可打印的清单',
      en: 'The textbooks of a school; `format` prints them.',
    },
    roles: figures,
    scope: 'circulation.read',
  },
  'textbooks.read': {
    says: { zh: '查看一种教材', en: 'One textbook.' },
    roles: figures,
    scope: 'circulation.read',
  },
  'textbooks.change': {
    says: { zh: '更正一种教材，或停用', en: 'Puts a textbook right, or retires it.' },
    roles: librarian,
    scope: 'circulation.desk',
  },
  'textbook-needs.set': {
    says: {
      zh: '登记某学期各年级、文理科每生发几本；0 即撤下',
      en: 'Says what each pupil of a grade and stream gets in a term; 0 takes it off the list.',
    },
    roles: librarian,
    scope: 'circulation.desk',
  },
  'textbook-needs.list': {
    says: {
      zh: '学期教材用书表：年级、文理科、每生册数、学生数、总数；format 给出可打印的清单',
      en: 'The textbooks of a term by grade and stream, with pupils and quantities; `format` prints them.',
    },
    roles: figures,
    scope: 'circulation.read',
  },
  'textbook-classes.set': {
    says: { zh: '登记班级的文理科', en: 'Says of which stream classes are.' },
    roles: librarian,
    scope: 'circulation.desk',
  },
  'textbook-classes.list': {
    says: {
      zh: '班级、年级、文理科与学生数（按班级名单）；format 给出可打印的清单',
      en: 'Classes with grade, stream and pupils of the class lists; `format` prints them.',
    },
    roles: school,
    scope: 'circulation.read',
    namesReaders: true,
  },
} as const satisfies Operations;
