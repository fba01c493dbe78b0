import type { Operations } from '../access/operation.js';
import { county, librarian, school } from '../access/role-sets.js';

const keepers = { ...county, ...librarian } as const;
const lookers = { ...county, 'county-viewer': 'county', ...school, teacher: 'school' } as const;

export const eResourceTrialsAccess = {
  'e-resource-trials.create': {
    says: { zh: '登记数字资源的试用', en: 'Begins the trial of an electronic resource.' },
    roles: keepers,
    scope: 'catalog.write',
  },
  'e-resource-trials.list': {
    says: {
      zh: '试用一览：期限、平均分、结果；format 给出可打印的表',
      en: 'Trials with their term, mark and outcome; `format` prints them.',
    },
    roles: lookers,
    scope: 'catalog.read',
  },
  'e-resource-trials.read': {
    says: { zh: '查看一次试用及其经过', en: 'One trial and how it went.' },
    roles: lookers,
    scope: 'catalog.read',
  },
  'e-resource-trials.evaluations': {
    says: {
      zh: '一次试用的各份评估；format 给出可打印的表',
      en: 'What evaluators say of a trial; `format` prints it.',
    },
    roles: lookers,
    scope: 'catalog.read',
  },
  'e-resource-trials.evaluate': {
    says: {
      zh: '评估试用的资源：1 至 5 分与意见；再写一次则替换自己的',
      en: 'Evaluates what is tried: a mark from 1 to 5 and words; written again it takes the place of the own one.',
    },
    roles: { ...county, ...school, teacher: 'school' },
    scope: 'catalog.write',
    problems: { 409: ['e-resource-trial.decided'] },
  },
  'e-resource-trials.decide': {
    says: {
      zh: '结束试用：引进（登记入册）、不引进，或延长',
      en: 'Ends a trial: adopted, which enters it in the register, or declined; or extends it.',
    },
    roles: keepers,
    scope: 'catalog.write',
    problems: {
      409: [
        'e-resource-trial.decided',
        'e-resource-trial.not-evaluated',
        'e-resource-trial.not-later',
        'e-resource-trial.too-many-steps',
      ],
    },
  },
  'e-resource-trials.undo': {
    says: {
      zh: '撤销最近一次决定或延长；已引进的资源须尚未使用',
      en: 'Takes the last decision or extension back; what was adopted must not be in use yet.',
    },
    roles: keepers,
    scope: 'catalog.write',
    problems: { 409: ['e-resource-trial.nothing-to-undo', 'e-resource-trial.in-use'] },
  },
} as const satisfies Operations;
