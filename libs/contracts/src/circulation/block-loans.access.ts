import type { Operations } from '../access/operation.js';
import { librarian, school } from '../access/role-sets.js';

const receiving = { ...librarian, teacher: 'class', 'class-helper': 'class' } as const;
const seeing = { ...school, teacher: 'class', 'class-helper': 'class' } as const;

export const blockLoansAccess = {
  'block-manifests.list': {
    says: {
      zh: '成批借出的交接登记（图书角、图书箱、送书上门）；format 给出可打印的表',
      en: 'Blocks of copies that went to corners, in boxes and to offices, with their receipts; `format` prints them.',
    },
    roles: seeing,
    scope: 'circulation.read',
    namesReaders: true,
  },
  'block-manifests.read': {
    says: { zh: '查看一次成批借出', en: 'One block of copies that went out together.' },
    roles: seeing,
    scope: 'circulation.read',
    namesReaders: true,
  },
  'block-manifests.lines': {
    says: {
      zh: '一次成批借出的清单；format 给出可打印、双方签字的交接单',
      en: 'The copies of a block, in the order they were scanned; `format` prints the list with room to sign.',
    },
    roles: seeing,
    scope: 'circulation.read',
  },
  'block-manifests.receive': {
    says: {
      zh: '签收一批图书并登记缺少和破损；误签的可凭版本改签',
      en: 'Confirms that a block came, with what is missing or damaged; a wrong receipt is given again on its version.',
    },
    roles: receiving,
    scope: 'circulation.desk',
    namesReaders: true,
    problems: { 409: ['block-manifest.cancelled'] },
  },
  'block-manifests.cancel': {
    says: {
      zh: '撤销尚未签收的成批借出，未还的册回到图书馆',
      en: 'Takes back a block that nobody has received: what is still out of it is in the library again.',
    },
    roles: librarian,
    scope: 'circulation.desk',
    namesReaders: true,
    problems: { 409: ['block-manifest.not-open', 'block.refused'] },
    reasons: ['block.copy-elsewhere'],
  },
} as const satisfies Operations;
