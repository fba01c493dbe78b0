import type { Operations } from '../access/operation.js';
import { county, librarian, school } from '../access/role-sets.js';

const changing = { roles: { ...county, ...librarian }, scope: 'catalog.write' } as const;
const reading = {
  roles: { ...county, 'county-viewer': 'county', ...school },
  scope: 'catalog.read',
} as const;

export const vendorMarketAccess = {
  'vendor-market.keep-list': {
    says: {
      zh: '保存供应商或出版社的发行书目文件：PDF、Excel 或 CSV，至多 10 MB',
      en: 'Keeps a list of what a vendor or publisher issues, as it was sent: PDF, workbook or CSV, 10 MB at most.',
    },
    ...changing,
    problems: { 415: ['issue-list.format-unsupported'] },
  },
  'vendor-market.lists': {
    says: {
      zh: '一个供应商的发行书目；format 给出可打印的清单',
      en: 'The lists of a vendor, the newest first; `format` prints them.',
    },
    ...reading,
  },
  'vendor-market.file': { says: { zh: '取出发行书目文件', en: 'The file of a list.' }, ...reading },
  'vendor-market.throw-away': { says: { zh: '删去发行书目', en: 'Throws a list away.' }, ...changing },
  'vendor-market.shares': {
    says: {
      zh: '本校所购图书中各供应商或出版社的占有率；format 给出可打印的表',
      en: 'How much of what a school bought came from which vendor or publisher; `format` prints it.',
    },
    ...reading,
  },
} as const satisfies Operations;
