import type { Operations } from '../access/operation.js';
import { librarian, school } from '../access/role-sets.js';

const proposers = { ...librarian, teacher: 'class' } as const;
const lookers = { ...school, teacher: 'class', 'class-helper': 'class' } as const;

export const helperOfficeAccess = {
  'class-helpers.rule': {
    says: {
      zh: '查看学校小图书管理员的人数、评选条件、职责和上岗规则',
      en: 'How many class helpers a class has, by what they are chosen, what they do, and when they may work.',
    },
    roles: lookers,
    scope: 'readers.read',
  },
  'class-helpers.set-rule': {
    says: {
      zh: '规定每班小图书管理员人数、评选条件、职责，以及权限是否仅在值日当天有效',
      en: 'Sets how many class helpers a class has, by what they are chosen, what they do, and whether their rights hold on duty days only.',
    },
    roles: librarian,
    scope: 'readers.write',
  },
  'class-helpers.propose': {
    says: {
      zh: '登记班级选举或推荐的小图书管理员人选及任期',
      en: 'Enters whom a class elected or recommends as its helper, with the term of office.',
    },
    roles: proposers,
    scope: 'readers.write',
    problems: { 409: ['class-helper.not-of-class', 'class-helper.in-office-already'] },
    namesReaders: true,
  },
  'class-helpers.list': {
    says: {
      zh: '小图书管理员名单，可按班级、状态和在任；format 给出可打印的名单',
      en: 'The class helpers, by class, state and office; `format` prints them.',
    },
    roles: lookers,
    scope: 'readers.read',
    namesReaders: true,
  },
  'class-helpers.read': {
    says: { zh: '查看一名小图书管理员', en: 'One class helper.' },
    roles: lookers,
    scope: 'readers.read',
    namesReaders: true,
  },
  'class-helpers.change': {
    says: {
      zh: '更改小图书管理员的任期、职责、票数或推荐意见；需要 If-Match',
      en: 'Changes term of office, duties, votes or words of a class helper; needs If-Match.',
    },
    roles: proposers,
    scope: 'readers.write',
    problems: {
      409: [
        'class-helper.settled',
        'class-helper.class-full',
        'class-helper.officer-already',
        'class-helper.in-office-already',
      ],
    },
    namesReaders: true,
  },
  'class-helpers.decide': {
    says: {
      zh: '聘任、不聘任、免去小图书管理员，或撤回决定；名额满时不能聘任',
      en: 'Appoints a class helper, declines, ends the office, or takes the decision back; not beyond the number of the class.',
    },
    roles: librarian,
    scope: 'readers.write',
    problems: {
      400: ['request.invalid'],
      409: [
        'class-helper.wrong-step',
        'class-helper.class-full',
        'class-helper.officer-already',
        'class-helper.not-of-class',
        'class-helper.in-office-already',
      ],
    },
    namesReaders: true,
  },
} as const satisfies Operations;
