import type { Operations } from '../access/operation.js';
import { librarian, school } from '../access/role-sets.js';

const planners = { ...librarian, teacher: 'class' } as const;
const keepers = { ...planners, 'class-helper': 'class' } as const;
const lookers = { ...school, teacher: 'class', 'class-helper': 'class' } as const;

export const helperDutiesAccess = {
  'duty-slots.create': {
    says: {
      zh: '排定小图书管理员的值日：星期、时段、地点、职责；须已任职并完成上岗培训，不得冲突',
      en: 'Puts a class helper on the duty roster, by weekday and period; only who is in office and trained, and in one place at a time.',
    },
    roles: planners,
    scope: 'readers.write',
    problems: { 409: ['duty.not-in-office', 'duty.untrained', 'duty.outside-office', 'duty.conflict'] },
    namesReaders: true,
  },
  'duty-slots.list': {
    says: {
      zh: '值日安排表，可按班级、星期或某日；某日时附值日情况；format 给出可打印的表',
      en: 'The duty roster, by class, weekday or day; of a day with what came of it; `format` prints it.',
    },
    roles: lookers,
    scope: 'readers.read',
    namesReaders: true,
  },
  'duty-slots.read': {
    says: { zh: '查看一项值日安排', en: 'One line of the duty roster.' },
    roles: lookers,
    scope: 'readers.read',
    namesReaders: true,
  },
  'duty-slots.change': {
    says: { zh: '更改值日安排；需要 If-Match', en: 'Changes a line of the duty roster; needs If-Match.' },
    roles: planners,
    scope: 'readers.write',
    problems: { 409: ['duty.outside-office', 'duty.conflict', 'duty.has-entries'] },
    namesReaders: true,
  },
  'duty-slots.remove': {
    says: { zh: '删去没有值日记录的安排', en: 'Takes a line off the roster that has no entries.' },
    roles: planners,
    scope: 'readers.write',
    problems: { 409: ['duty.has-entries'] },
  },
  'duty-entries.create': {
    says: {
      zh: '登记一次值日：到岗情况、替班、所做工作和件数；每次值日一条',
      en: 'Enters one duty: whether it was kept, who stood in, what was done and how much; one entry a duty.',
    },
    roles: keepers,
    scope: 'readers.write',
    problems: {
      409: [
        'duty.not-on-this-day',
        'duty.to-come',
        'duty.entered-already',
        'duty.stand-in-not-in-office',
        'duty.untrained',
        'duty.conflict',
      ],
    },
    namesReaders: true,
  },
  'duty-entries.list': {
    says: {
      zh: '学生服务队工作状况记录表，可按班级、小管理员和日期；format 给出可打印的登记册',
      en: 'The work log of the pupils’ service team, by class, helper and days; `format` prints the register.',
    },
    roles: lookers,
    scope: 'readers.read',
    namesReaders: true,
  },
  'duty-entries.read': {
    says: { zh: '查看一条值日记录', en: 'One entry of the work log.' },
    roles: lookers,
    scope: 'readers.read',
    namesReaders: true,
  },
  'duty-entries.change': {
    says: { zh: '更正一条值日记录；需要 If-Match', en: 'Corrects an entry of the work log; needs If-Match.' },
    roles: keepers,
    scope: 'readers.write',
    problems: { 409: ['duty.stand-in-not-in-office', 'duty.untrained', 'duty.conflict'] },
    namesReaders: true,
  },
  'duty-entries.remove': {
    says: { zh: '撤回误登的值日记录', en: 'Takes back an entry that was made by mistake.' },
    roles: planners,
    scope: 'readers.write',
  },
} as const satisfies Operations;
