import type { Operations } from '../access/operation.js';
import { county, school } from '../access/role-sets.js';

const keepers = { ...county, ...school } as const;

export const readerTransfersAccess = {
  'reader-transfers.create': {
    says: {
      zh: '把读者转往县内另一学校，借阅和欠赔随转，待对方接收',
      en: 'Offers a reader to another school of the county, with what is on loan and owed.',
    },
    roles: keepers,
    scope: 'readers.write',
    problems: { 409: ['reader-transfer.open'] },
  },
  'reader-transfers.list': {
    says: {
      zh: '学校转入转出的读者；format 给出可打印的表；查看会留下记录',
      en: 'Who comes to a school from another and who goes; `format` prints it; the read is logged.',
    },
    roles: keepers,
    scope: 'readers.read',
  },
  'reader-transfers.take': {
    says: {
      zh: '接收转来的读者，编班发证；需要 If-Match',
      en: 'The new school takes the reader, with a class and a card; needs If-Match.',
    },
    roles: keepers,
    scope: 'readers.write',
    problems: { 409: ['reader-transfer.ended', 'card.number-taken'] },
  },
  'reader-transfers.refuse': {
    says: {
      zh: '不接收转来的读者，写明原因；需要 If-Match',
      en: 'The new school does not take the reader, and says why; needs If-Match.',
    },
    roles: keepers,
    scope: 'readers.write',
    problems: { 409: ['reader-transfer.ended'] },
  },
  'reader-transfers.withdraw': {
    says: {
      zh: '撤回未办结的转出；需要 If-Match',
      en: 'The old school takes its offer back; needs If-Match.',
    },
    roles: keepers,
    scope: 'readers.write',
    problems: { 409: ['reader-transfer.ended'] },
  },
} as const satisfies Operations;
