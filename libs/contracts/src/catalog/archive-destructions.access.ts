import type { Operations } from '../access/operation.js';
import { school } from '../access/role-sets.js';

/** Titles of files may tell of children (ADR 0058): no county decides about what it may not read. */
const keepers = school;
const head = { 'school-head': 'school' } as const;
const NOT_NOW = 'archive-destruction.not-now' as const;

export const archiveDestructionsAccess = {
  'archive-destructions.expiries': {
    says: {
      zh: '保管期满的档案清单；format 给出可打印的清单',
      en: 'Files that need not be kept any more, those filed first first; `format` prints them.',
    },
    roles: keepers,
  },
  'archive-destructions.propose': {
    says: { zh: '提出销毁保管期满的档案', en: 'Proposes files that have run out to be destroyed.' },
    roles: keepers,
    problems: { 409: ['archive-destruction.proposed-already'] },
  },
  'archive-destructions.list': {
    says: {
      zh: '销毁审批登记；format 给出可打印的表',
      en: 'Proposals to destroy files, the newest first; `format` prints them.',
    },
    roles: keepers,
  },
  'archive-destructions.read': { says: { zh: '查看一份销毁申请', en: 'One proposal.' }, roles: keepers },
  'archive-destructions.files': {
    says: {
      zh: '销毁清册；format 给出可打印的清册，附签名栏',
      en: 'The files of a proposal; `format` prints the list with its signatures.',
    },
    roles: keepers,
  },
  'archive-destructions.approve': {
    says: {
      zh: '校长批准销毁并给出文号；不能批准自己提出的',
      en: 'The head approves, under a number; nobody approves what he proposed himself.',
    },
    roles: head,
    problems: { 409: [NOT_NOW, 'archive-destruction.own-proposal'] },
  },
  'archive-destructions.refuse': {
    says: { zh: '校长不批准并说明理由', en: 'The head refuses, with the reason.' },
    roles: head,
    problems: { 409: [NOT_NOW] },
  },
  'archive-destructions.withdraw': {
    says: { zh: '撤回尚未审批的申请', en: 'Withdraws a proposal that nobody has decided.' },
    roles: keepers,
    problems: { 409: [NOT_NOW] },
  },
  'archive-destructions.revoke': {
    says: {
      zh: '在销毁之前撤销批准，回到待批',
      en: 'Takes the approval back, as long as nothing is destroyed.',
    },
    roles: head,
    problems: { 409: [NOT_NOW] },
  },
  'archive-destructions.carry-out': {
    says: {
      zh: '登记已按批准销毁及监销人；此后不能撤销',
      en: 'Says that it was done as approved, and who watched; there is no way back.',
    },
    roles: keepers,
    problems: { 409: [NOT_NOW, 'archive-destruction.file-moved'] },
  },
} as const satisfies Operations;
