import type { Operations } from '../access/operation.js';
import { county, librarian, school } from '../access/role-sets.js';

const writing = { roles: { ...county, ...librarian }, scope: 'catalog.write' } as const;
const reading = { roles: { ...county, ...school }, scope: 'catalog.read' } as const;

export const titleExternalIdsAccess = {
  'title-external-ids.put': {
    says: {
      zh: '把学校系统的编号对应到全县题名；再次写入即改指另一题名',
      en: 'Says which title of the county the system of a school means by an id of its own; said again it means another.',
    },
    ...writing,
    problems: { 409: ['title.merged'], 422: ['external-id.looks-personal'] },
  },
  'title-external-ids.read': {
    says: {
      zh: '按学校系统的编号取题名及馆藏；题名合并后给出保留的一条',
      en: 'The title that the system of a school calls so, with its holdings; of a merged one, the one that remains.',
    },
    ...reading,
  },
  'title-external-ids.remove': {
    says: { zh: '删去编号对应，题名不变', en: 'The id names no title any more; the title stays.' },
    ...writing,
  },
  'title-external-ids.list': {
    says: {
      zh: '本校系统编号与全县题名的对照；format 给出可打印的清单',
      en: 'The ids that the system of a school has for titles of the county; `format` prints the list.',
    },
    ...reading,
  },
} as const satisfies Operations;
