import type { Operations } from '../access/operation.js';
import { county, school } from '../access/role-sets.js';

const changing = { roles: { ...county, ...school }, scope: 'catalog.write' } as const;
const reading = {
  roles: { ...county, 'county-viewer': 'county', ...school },
  scope: 'catalog.read',
} as const;

export const allocationSchemesAccess = {
  'allocation-schemes.write': {
    says: {
      zh: '写下各校区典藏分配方案，自某日起执行；修订即写新版本',
      en: 'Writes down how the stock is spread over campuses and places, from a day on; revised by a new version.',
    },
    ...changing,
    problems: { 409: ['allocation-scheme.day-taken'] },
  },
  'allocation-schemes.list': {
    says: {
      zh: '分配方案的各版本；format 给出可打印的清单',
      en: 'Its versions, the newest first; `format` prints them.',
    },
    ...reading,
  },
  'allocation-schemes.remove': {
    says: { zh: '撤回今日起或今后执行的版本', en: 'Takes back a version that holds from today on or later.' },
    ...changing,
    problems: { 409: ['allocation-scheme.held-already'] },
  },
  'allocation-schemes.compare': {
    says: {
      zh: '方案与现状对照：应有、现有、应调入或调出；format 给出可打印的对照表',
      en: 'The scheme beside what stands there: target, now, to be brought or taken away; `format` prints it.',
    },
    ...reading,
  },
} as const satisfies Operations;
