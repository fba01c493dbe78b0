import type { Operations } from '../access/operation.js';
import { librarian, school } from '../access/role-sets.js';

const ofTheirClass = { ...school, teacher: 'class' } as const;
const asForACard = ['card.not-entitled', 'card.has-one', 'card.number-taken', 'reader.has-left'] as const;

export const cardProductionAccess = {
  'card-batches.create': {
    says: {
      zh: '开始为一个班制作借书证（通知已发）',
      en: 'The notice is out: cards for a class begin to be made.',
    },
    roles: librarian,
    scope: 'readers.write',
  },
  'card-batches.list': {
    says: {
      zh: '各班借书证制作进度；format 给出可打印的表',
      en: 'Cards in the making, class by class; `format` prints them.',
    },
    roles: ofTheirClass,
    scope: 'readers.read',
  },
  'card-batches.read': {
    says: { zh: '查看一批借书证的工序', en: 'The steps of one batch of cards.' },
    roles: ofTheirClass,
    scope: 'readers.read',
  },
  'card-batches.readers': {
    says: {
      zh: '一批借书证的花名册；查看会留下记录；format 给出可打印的名册',
      en: 'The roster of a batch; the read is logged; `format` prints it.',
    },
    roles: ofTheirClass,
    scope: 'readers.read',
  },
  'card-batches.step': {
    says: {
      zh: '完成下一道工序：造册、写证、贴条码、录入系统、加膜封塑；录入后证件生效',
      en: 'The next step is done: roster, written, barcodes, entered, laminated; with the entry the cards are active.',
    },
    roles: librarian,
    scope: 'readers.write',
    problems: {
      409: [
        'card-batch.other-step',
        'card-batch.cancelled',
        'card-batch.nobody',
        'card-batch.list-not-confirmed',
        ...asForACard,
      ],
    },
  },
  'card-batches.undo': {
    says: {
      zh: '撤回最后一道工序；撤回录入则证件退回、号码作废',
      en: 'Takes the last step back; without the entry its cards go back and their numbers are void.',
    },
    roles: librarian,
    scope: 'readers.write',
    problems: { 409: ['card-batch.cancelled', 'card-batch.only-notice'] },
  },
  'card-batches.cancel': {
    says: { zh: '取消一批未录入的借书证', en: 'Calls a batch off whose cards are not entered.' },
    roles: librarian,
    scope: 'readers.write',
    problems: { 409: ['card-batch.cancelled', 'card-batch.entered'] },
  },
} as const satisfies Operations;
