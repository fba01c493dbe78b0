import type { Operations } from '../access/operation.js';
import { county, librarian, school } from '../access/role-sets.js';

const keepers = { ...county, ...librarian } as const;
const lookers = { ...county, 'county-viewer': 'county', ...school } as const;
const CLOSED = 'weeding.not-now' as const;

export const weedingAccess = {
  'weeding-candidates.list': {
    says: {
      zh: '按规则列出可剔旧的册：复本过多、长期未借、入藏或出版过早、某类；format 给出可打印的清单',
      en: 'Copies that a rule would weed: surplus, idle, old, of a class; never below what is to stay; `format` prints it.',
    },
    roles: lookers,
    scope: 'reports.read',
  },
  'weeding-proposals.create': {
    says: {
      zh: '按规则或指定的册提出剔旧清单',
      en: 'Proposes copies for weeding, by a rule or by name.',
    },
    roles: keepers,
    scope: 'catalog.write',
    problems: { 409: ['weeding.nothing-to-weed', 'weeding.too-many'] },
  },
  'weeding-proposals.list': {
    says: {
      zh: '剔旧清单一览；format 给出可打印的清单',
      en: 'The proposals, newest first; `format` prints the list.',
    },
    roles: lookers,
    scope: 'reports.read',
  },
  'weeding-proposals.read': {
    says: { zh: '查看一份剔旧清单及其审批', en: 'One proposal and how far it has come.' },
    roles: lookers,
    scope: 'reports.read',
  },
  'weeding-proposals.lines': {
    says: {
      zh: '剔旧清单的各册及审核结果；format 给出可打印的清单',
      en: 'The copies of a proposal with what was decided of each; `format` prints it.',
    },
    roles: lookers,
    scope: 'reports.read',
  },
  'weeding-proposals.review': {
    says: {
      zh: '校长审核：列出不同意剔旧的册，其余同意',
      en: 'The head reviews: what is named stays, all else goes on to the office.',
    },
    roles: { ...county, 'school-head': 'school' },
    problems: { 409: [CLOSED, 'weeding.own-proposal', 'weeding.not-in-proposal'] },
  },
  'weeding-proposals.undo-review': {
    says: {
      zh: '撤回校长审核，在主管部门批准之前',
      en: 'Takes the review back, as long as the office has not decided.',
    },
    roles: { ...county, 'school-head': 'school' },
    problems: { 409: [CLOSED] },
  },
  'weeding-proposals.approve': {
    says: {
      zh: '主管部门批准，给出批准文号',
      en: 'The office approves what the head let through, under the number of its approval.',
    },
    roles: county,
    problems: { 409: [CLOSED, 'weeding.own-proposal'] },
  },
  'weeding-proposals.refuse': {
    says: { zh: '主管部门不批准，退回学校', en: 'The office refuses the proposal; all its copies stay.' },
    roles: county,
    problems: { 409: [CLOSED] },
  },
  'weeding-proposals.revoke': {
    says: {
      zh: '主管部门撤回批准并说明理由：尚未注销的册留用，已注销的不变',
      en: 'The office takes its approval back, with the reason: what still stands stays, what is struck stays struck.',
    },
    roles: county,
    problems: { 409: [CLOSED] },
  },
  'weeding-proposals.keep-evidence': {
    says: {
      zh: '保存批件：PDF、JPEG 或 PNG，至多 10 MB；注销完毕后不可替换',
      en: 'Keeps the paper of the approval: PDF, JPEG or PNG, 10 MB at most; once all is struck it is not replaced.',
    },
    roles: { ...county, ...librarian, 'school-head': 'school' },
    scope: 'catalog.write',
    problems: { 409: [CLOSED], 415: ['weeding.evidence-unsupported'] },
  },
  'weeding-proposals.evidence': {
    says: { zh: '取出批件', en: 'The paper of the approval.' },
    roles: lookers,
    scope: 'reports.read',
  },
  'weeding-proposals.withdraw': {
    says: {
      zh: '将已批准的册按批准文号注销，每次至多 500 册；借出的册待归还后再注销',
      en: 'Strikes approved copies under the number of the approval, up to 500 a call; those that are out wait for their return.',
    },
    roles: keepers,
    scope: 'catalog.write',
    problems: { 409: [CLOSED] },
  },
  'weeding-proposals.cancel': {
    says: {
      zh: '撤销一份尚未批准的剔旧清单；校长不同意时亦由此退回',
      en: 'Cancels a proposal that the office has not approved yet; so does a head who wants none of it.',
    },
    roles: { ...county, ...school },
    scope: 'catalog.write',
    problems: { 409: [CLOSED] },
  },
} as const satisfies Operations;
