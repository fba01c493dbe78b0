import type { Operations } from '../access/operation.js';
import { school } from '../access/role-sets.js';

export const contestSeriesAccess = {
  'contest-series.create': {
    says: {
      zh: '设立每月或每年举行的竞赛：月度知识竞赛、月末读书笔记评选、每年读名著征文',
      en: 'Sets up a contest of every month or year, as the knowledge contest of the month or the essays of the year.',
    },
    roles: school,
    scope: 'activities.write',
    problems: { 422: ['request.unknown-reference'] },
  },
  'contest-series.list': {
    says: { zh: '一校的竞赛系列', en: 'The series of a school.' },
    roles: { ...school, teacher: 'school' },
    scope: 'activities.read',
  },
  'contest-series.read': {
    says: { zh: '查看一个系列', en: 'One series.' },
    roles: { ...school, teacher: 'school' },
    scope: 'activities.read',
  },
  'contest-series.change': {
    says: {
      zh: '修改系列或停办；已举行的各期不变',
      en: 'Changes a series or ends it; contests that are there stay as they are.',
    },
    roles: school,
    scope: 'activities.write',
    problems: { 422: ['request.unknown-reference'] },
  },
  'contest-series.make': {
    says: {
      zh: '按系列立即生成某一期竞赛；每期只有一次，通常每日自动生成',
      en: 'Makes the contest of a period now; there is one of each, and the night makes it by itself.',
    },
    roles: school,
    scope: 'activities.write',
    problems: { 409: ['contest-series.made-already', 'contest-series.ended'] },
  },
} as const satisfies Operations;
