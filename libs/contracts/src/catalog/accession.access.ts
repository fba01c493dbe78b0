import type { Operations } from '../access/operation.js';
import { county, everyone, librarian } from '../access/role-sets.js';

const keepers = { ...county, ...librarian } as const;

export const accessionAccess = {
  'copies.create': {
    says: {
      zh: '将一册登入学校的个别登录簿；购入的图书经到货验收入藏，此处须说明未经验收的理由',
      en: 'Enters a copy in the accession register of a school; what was bought comes by a delivery, or says why it did not.',
    },
    roles: keepers,
    scope: 'catalog.write',
    problems: {
      409: [
        'copy.barcode-taken',
        'copy.reading-room-only',
        'copy.purchase-not-accepted',
        'title.merged',
        'external-id.taken',
      ],
      422: ['external-id.looks-personal'],
    },
  },
  'copies.list': {
    says: {
      zh: '按条码、学校或书目查找册；format 给出可打印的清单',
      en: 'Copies by barcode, school or title; `format` makes a list to print of them.',
    },
    roles: everyone,
    scope: 'catalog.read',
    problems: { 410: ['sync.token-unknown'] },
  },
  'copies.read': {
    says: { zh: '查看一册', en: 'One copy.' },
    roles: everyone,
    scope: 'catalog.read',
  },
  'copies.change': {
    says: {
      zh: '修改一册或将其注销；If-Match 注明所依据的版本',
      en: 'Changes a copy or strikes it from the register; If-Match names the version it builds on.',
    },
    roles: keepers,
    scope: 'catalog.write',
    problems: {
      409: [
        'copy.barcode-taken',
        'copy.on-loan',
        'copy.transition-refused',
        'copy.withdrawal-reason-missing',
        'copy.reading-room-only',
        'copy.price-settled',
        'location.closed',
        'location.over-capacity',
        'move.withdrawn-copies',
        'copy.weeding-needs-approval',
        'external-id.taken',
      ],
      422: ['external-id.looks-personal'],
    },
  },
} as const satisfies Operations;
