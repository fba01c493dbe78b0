import type { Operations } from '../access/operation.js';
import { school } from '../access/role-sets.js';

const NOT_NOW = 'award-round.not-now' as const;
const seeing = {
  roles: { ...school, teacher: 'class', 'class-helper': 'class', reader: 'self' },
  scope: 'activities.read',
} as const;
const choosing = { roles: { ...school, teacher: 'class' }, scope: 'activities.write' } as const;
const keeping = { roles: school, scope: 'activities.write' } as const;

export const awardRoundsAccess = {
  'award-rounds.open': {
    says: {
      zh: '发起一轮评选：读书之星、读书之最、优秀小图书管理员或“我能行，我真棒”；按班、年级或全校定名额',
      en: 'Opens a round of awards: reading stars, superlatives, class librarians or the incentive programme, with places by class, grade or school.',
    },
    ...keeping,
  },
  'award-rounds.list': {
    says: {
      zh: '各轮评选，最新在前；学生只见已公布的；format 给出可打印的表',
      en: 'The rounds, newest first; pupils see those that are published; `format` prints them.',
    },
    ...seeing,
  },
  'award-rounds.read': { says: { zh: '查看一轮评选', en: 'One round.' }, ...seeing },
  'award-rounds.change': {
    says: {
      zh: '修改评选中的名称、名额与奖品',
      en: 'Changes name, places and prize of a round that is open.',
    },
    ...keeping,
    problems: { 409: [NOT_NOW, 'award.places-taken'] },
  },
  'award-rounds.publish': {
    says: { zh: '公布一轮评选的结果', en: 'Publishes a round with those who were chosen.' },
    ...keeping,
    problems: { 409: [NOT_NOW, 'award-round.nobody-chosen'] },
  },
  'award-rounds.take-back': {
    says: { zh: '撤回误公布的一轮', en: 'Takes back a round that was published by mistake.' },
    ...keeping,
    problems: { 409: [NOT_NOW] },
  },
  'award-candidates.list': {
    says: {
      zh: '评选参考：每名学生在评选期内的借阅、通过的笔记与摘抄、竞赛得分和名次，并列同名次；format 给出可打印的表',
      en: 'Who could be chosen: loans, accepted notes and excerpts, quiz points and rank of each pupil in the days of the round, ties sharing a rank; `format` prints it.',
    },
    roles: { ...school, teacher: 'class' },
    scope: 'activities.read',
    namesReaders: true,
  },
  'award-quiz-results.put': {
    says: { zh: '登记每月知识竞赛得分', en: 'Enters the points of a monthly quiz.' },
    ...keeping,
    problems: { 409: [NOT_NOW], 422: ['request.unknown-reference'] },
  },
  'awards.choose': {
    says: {
      zh: '选定一名学生；教师只选本班，名额不得超过',
      en: 'Chooses a pupil, a teacher one of the own class; never more than there are places.',
    },
    ...choosing,
    problems: {
      409: [NOT_NOW, 'award.chosen-already', 'award.places-taken', 'award.part-missing'],
      422: ['request.unknown-reference'],
    },
    namesReaders: true,
  },
  'awards.remove': {
    says: { zh: '公布前取消选定', en: 'Takes a choice away before the round is published.' },
    ...choosing,
    problems: { 409: [NOT_NOW] },
  },
  'awards.list': {
    says: {
      zh: '获奖名单，校内可见；format 给出可打印的表',
      en: 'Who was honoured, seen within the school; `format` prints it.',
    },
    ...seeing,
    namesReaders: true,
  },
  'awards.issue-prize': {
    says: { zh: '登记奖品已发', en: 'Says that the prize was given.' },
    ...choosing,
    problems: { 409: [NOT_NOW] },
    namesReaders: true,
  },
  'award-certificates.list': {
    says: {
      zh: '一轮评选的奖状，每人一张；format=pdf 可直接打印签章',
      en: 'The certificates of a round, a slip for each; `format=pdf` is to be signed and stamped.',
    },
    roles: { ...school, teacher: 'class' },
    scope: 'activities.read',
    namesReaders: true,
  },
} as const satisfies Operations;
