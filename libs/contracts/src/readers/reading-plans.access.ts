import type { Operations } from '../access/operation.js';
import { librarian, school } from '../access/role-sets.js';

const planners = { ...librarian, teacher: 'class', reader: 'self' } as const;
const seers = { ...school, teacher: 'class', reader: 'self' } as const;

export const readingPlansAccess = {
  'reading-plans.create': {
    says: {
      zh: '制定学生本学期的读书计划：读书目标和书目；每人每学期一份',
      en: 'Makes the reading plan of a pupil for a term, with its goal and books; one a pupil and term.',
    },
    roles: planners,
    scope: 'readers.write',
    problems: { 409: ['reading-plan.exists'] },
    namesReaders: true,
  },
  'reading-plans.list': {
    says: {
      zh: '可见的读书计划及完成进度，可按学期和班级；format 给出可打印的表',
      en: 'Reading plans within reach with their progress, by term and class; `format` prints them.',
    },
    roles: seers,
    scope: 'readers.read',
    namesReaders: true,
  },
  'reading-plans.read': {
    says: { zh: '查看一份读书计划', en: 'One reading plan.' },
    roles: seers,
    scope: 'readers.read',
    namesReaders: true,
  },
  'reading-plans.change': {
    says: {
      zh: '更改读书计划的目标、书目和进度；需要 If-Match',
      en: 'Changes goal, books or progress of a reading plan; needs If-Match.',
    },
    roles: planners,
    scope: 'readers.write',
    namesReaders: true,
  },
  'reading-plans.comment': {
    says: {
      zh: '教师或馆员批阅读书计划，words 为 null 时撤回',
      en: 'Teacher or librarian comments on a reading plan; with `words` null the comment is taken back.',
    },
    roles: { ...librarian, teacher: 'class' },
    scope: 'readers.write',
    namesReaders: true,
  },
  'reading-plans.remove': {
    says: { zh: '删去一份读书计划', en: 'Takes a reading plan away.' },
    roles: planners,
    scope: 'readers.write',
  },
  'reading-plans.classes': {
    says: {
      zh: '各班学生数、有计划和尚无计划的人数、计划册数和已读册数；format 给出可打印的表',
      en: 'Of each class pupils, those with a plan and without, books planned and read; `format` prints it.',
    },
    roles: { ...school, teacher: 'class' },
    scope: 'readers.read',
  },
} as const satisfies Operations;
