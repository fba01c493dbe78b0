import type { Operations } from '../access/operation.js';
import { school } from '../access/role-sets.js';

const seeing = { roles: { ...school, teacher: 'class' }, scope: 'activities.read' } as const;

export const bookMatchesAccess = {
  'book-matches.send': {
    says: {
      zh: '为人找书、为书找人：向教师、班级、年级或借阅最少的学生推送书目',
      en: 'Brings titles to teachers, a class, grades, or those pupils who borrowed least.',
    },
    roles: school,
    scope: 'activities.write',
    problems: {
      409: ['book-match.nobody', 'book-match.too-many'],
      422: ['request.unknown-reference'],
    },
  },
  'book-matches.list': {
    says: {
      zh: '推送记录：人数、谢绝、其后借阅；format 给出可打印的表',
      en: 'What was brought, to how many, who declined and who borrowed since; `format` prints it.',
    },
    ...seeing,
  },
  'book-matches.read': { says: { zh: '查看一次推送', en: 'One of them.' }, ...seeing },
  'book-matches.readers': {
    says: {
      zh: '推送对象及其后借阅；教师只见本班；format 给出可打印的表',
      en: 'To whom it was brought and what they borrowed since, a teacher of the own class; `format` prints it.',
    },
    ...seeing,
    namesReaders: true,
  },
  'book-matches.decline': {
    says: {
      zh: '谢绝推送；教师可代本班学生',
      en: 'Declines what was brought, a teacher for a pupil of the own class.',
    },
    roles: { ...school, teacher: 'class', reader: 'self' },
    scope: 'activities.write',
    problems: { 409: ['book-match.declined-already'] },
    namesReaders: true,
  },
  'books-for-me.list': {
    says: {
      zh: '为我推荐的书，未谢绝的；教师与图书馆可查看所辖读者的',
      en: 'What was brought to the caller and not declined; staff names a reader within reach.',
    },
    roles: { ...school, teacher: 'class', reader: 'self' },
  },
} as const satisfies Operations;
