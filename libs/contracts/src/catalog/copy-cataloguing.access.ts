import type { Operations } from '../access/operation.js';
import { county, librarian } from '../access/role-sets.js';

const cataloguers = { ...county, ...librarian } as const;

export const copyCataloguingAccess = {
  'isbn-lookups.read': {
    says: {
      zh: '按 ISBN 查书目：先查本县书目，没有时再查所配置的外部书目（SRU）',
      en: 'Looks an ISBN up: the county first, then, where it has none, another library by SRU, if one is configured.',
    },
    roles: cataloguers,
    scope: 'catalog.read',
  },
  'copied-titles.create': {
    says: {
      zh: '套录：把外部书目的一条记录收入本县书目，原始记录一并保存',
      en: 'Takes a record of another library into the catalogue, kept as it came.',
    },
    roles: cataloguers,
    scope: 'catalog.write',
    problems: {
      404: ['copied-title.no-record'],
      409: ['copied-title.source-off'],
      503: ['copied-title.source-away'],
    },
  },
} as const satisfies Operations;
