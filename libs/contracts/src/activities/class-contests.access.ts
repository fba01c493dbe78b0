import type { Operations } from '../access/operation.js';
import { school } from '../access/role-sets.js';

const NOT_NOW = 'class-contest.not-now' as const;
const seeing = {
  roles: { ...school, teacher: 'class', 'class-helper': 'class', reader: 'self' },
  scope: 'activities.read',
} as const;
const keeping = { roles: school, scope: 'activities.write' } as const;
/** The head of the school decides, and nobody for him: no scope, so no client either. */
const deciding = { roles: { 'school-head': 'school' } } as const;

export const classContestsAccess = {
  'class-contests.open': {
    says: {
      zh: '发起书香班级评选：学年、评分项目与分值',
      en: 'Opens a contest of classes for a school year, with criteria and their points.',
    },
    ...keeping,
    problems: { 409: ['class-contest.name-taken'] },
  },
  'class-contests.list': {
    says: {
      zh: '书香班级评选及结果；format 给出可打印的表',
      en: 'Contests and who was honoured; `format` prints them.',
    },
    ...seeing,
  },
  'class-contests.read': { says: { zh: '查看一次书香班级评选', en: 'One contest of classes.' }, ...seeing },
  'class-contests.score': {
    says: { zh: '登记各班各项得分', en: 'Enters points of classes by criterion.' },
    ...keeping,
    problems: { 409: [NOT_NOW], 422: ['request.unknown-reference'] },
  },
  'class-contests.standings': {
    says: {
      zh: '各班总分与名次，同分同名次；人均借阅与笔记自动计分；format 给出可打印的表',
      en: 'Points and ranks of all classes, ties sharing a rank; loans and notes a head count by themselves; `format` prints it.',
    },
    roles: { ...school, teacher: 'class' },
    scope: 'activities.read',
  },
  'class-contests.decide': {
    says: { zh: '校长评定书香班级', en: 'The head of the school says which classes are honoured.' },
    ...deciding,
    problems: { 409: [NOT_NOW], 422: ['request.unknown-reference'] },
  },
  'class-contests.reopen': {
    says: { zh: '校长撤回评定', en: 'The head of the school takes the decision back.' },
    ...deciding,
    problems: { 409: [NOT_NOW] },
  },
} as const satisfies Operations;
