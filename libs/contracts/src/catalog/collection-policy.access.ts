import type { Operations } from '../access/operation.js';
import { county, school } from '../access/role-sets.js';

const keepers = { ...county, ...school } as const;
const reading = {
  roles: { ...county, 'county-viewer': 'county', ...school, teacher: 'school' },
  scope: 'catalog.read',
} as const;

export const collectionPolicyAccess = {
  'collection-policies.write': {
    says: {
      zh: '写下藏书建设方案：各类收藏级别、读者对象比例目标、生均册数，自某日起执行',
      en: 'Writes down what a school collects, from a day on: levels of classes, target shares by audience, volumes a pupil.',
    },
    roles: keepers,
    scope: 'catalog.write',
    problems: { 409: ['collection-policy.day-taken'] },
  },
  'collection-policies.list': {
    says: {
      zh: '藏书建设方案的各版本；format 给出可打印的清单',
      en: 'The versions of a policy, the newest first; `format` prints them.',
    },
    ...reading,
  },
  'collection-policies.remove': {
    says: { zh: '撤回今日起或今后执行的版本', en: 'Takes back a version that holds from today on or later.' },
    roles: keepers,
    scope: 'catalog.write',
    problems: { 409: ['collection-policy.held-already'] },
  },
  'collection-policies.levels': {
    says: {
      zh: '某日各类图书的收藏级别；format 给出可打印的表',
      en: 'How fully the school collects each class, as of a day; `format` prints it.',
    },
    ...reading,
  },
  'collection-policies.gaps': {
    says: {
      zh: '馆藏结构缺口表：现有与目标比例、缺多少册，总量是否达标；format 给出可打印的表',
      en: 'What the stock lacks against its targets, and whether it meets the standard at all; `format` prints it.',
    },
    ...reading,
  },
  'collection-policies.standard': {
    says: {
      zh: '按学生数与生均标准应有的册数，与账上册数相比',
      en: 'Volumes that the standard wants by the pupils of the school, beside those in its registers.',
    },
    ...reading,
  },
  'collection-policies.stock-plan': {
    says: {
      zh: '按今后学生数规划藏书：逐年应有、应购册数；format 给出可打印的规划表',
      en: 'Volumes to buy year by year for the pupils expected; `format` prints it.',
    },
    ...reading,
  },
} as const satisfies Operations;
