import type { Operations } from '../access/operation.js';
import { county, school } from '../access/role-sets.js';

const keepers = { ...county, ...school } as const;
const lookers = { ...county, 'county-viewer': 'county', ...school, teacher: 'school' } as const;
const voters = { ...school, teacher: 'school', reader: 'school' } as const;

export const committeeAccess = {
  'committee.appoint': {
    says: {
      zh: '聘任图书情报工作委员会委员：专家、一线教师、教研员、学生，注明任期',
      en: 'Appoints a member of the committee: expert, teacher, researcher or pupil, for a term of office.',
    },
    roles: { ...county, 'school-head': 'school' },
    scope: 'catalog.write',
  },
  'committee.members': {
    says: {
      zh: '委员会名单；format 给出可打印的名单',
      en: 'Its members, in office and before; `format` prints them.',
    },
    roles: lookers,
    scope: 'catalog.read',
    namesReaders: true,
  },
  'committee.set-end': {
    says: { zh: '提前结束或延长任期', en: 'Ends a term of office earlier or later.' },
    roles: { ...county, 'school-head': 'school' },
    scope: 'catalog.write',
  },
  'committee.rule': {
    says: {
      zh: '校长审批前是否须经委员会评审、法定人数',
      en: 'Whether the head waits for the committee, and its quorum.',
    },
    roles: lookers,
    scope: 'catalog.read',
  },
  'committee.set-rule': {
    says: {
      zh: '规定审批前须经委员会评审及法定人数',
      en: 'Says whether the head waits for the committee, and its quorum.',
    },
    roles: { ...county, 'school-head': 'school' },
    scope: 'catalog.write',
  },
  'committee.votes': {
    says: {
      zh: '委员对已提交书单的意见；format 给出可签名的评审表',
      en: 'What its members said of an order; `format` prints it, to be signed.',
    },
    roles: lookers,
    scope: 'catalog.read',
    namesReaders: true,
  },
  'committee.write-down': {
    says: {
      zh: '记录委员对已提交书单的意见：同意、不同意（须说明）、弃权',
      en: 'Writes down what a member said of a submitted order: yes, no (with words), or neither.',
    },
    roles: keepers,
    scope: 'catalog.write',
    problems: { 409: ['order.state-refused', 'committee.not-in-office'] },
    namesReaders: true,
  },
  'committee.strike': {
    says: { zh: '撤去所记录的意见', en: 'Strikes what was written down.' },
    roles: keepers,
    scope: 'catalog.write',
    problems: { 409: ['order.state-refused'] },
    namesReaders: true,
  },
  'committee.vote': {
    says: {
      zh: '委员本人对已提交的书单表态',
      en: 'A member votes on a submitted order by the own account.',
    },
    roles: voters,
    scope: 'catalog.write',
    problems: { 409: ['order.state-refused', 'committee.not-a-member'] },
    namesReaders: true,
  },
  'committee.take-back-vote': {
    says: { zh: '委员收回本人的意见', en: 'A member takes the own vote back.' },
    roles: voters,
    scope: 'catalog.write',
    problems: { 409: ['order.state-refused', 'committee.not-a-member'] },
    namesReaders: true,
  },
  'committee.send-back': {
    says: {
      zh: '委员会未通过：书单退回修改',
      en: 'The committee does not want the list: it goes back to be drafted anew.',
    },
    roles: keepers,
    scope: 'catalog.write',
    problems: { 409: ['order.state-refused', 'order.refused', 'committee.said-yes'] },
    reasons: ['order.committee-quorum', 'order.committee-teacher-missing', 'order.committee-pupil-missing'],
  },
} as const satisfies Operations;
