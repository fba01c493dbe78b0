import type { Operations } from '../access/operation.js';
import { county, librarian, school } from '../access/role-sets.js';

const keepers = { ...county, ...librarian } as const;
const lookers = { ...county, 'county-viewer': 'county', ...school } as const;

export const eBooksAccess = {
  'e-books.enter': {
    says: {
      zh: '登记电子图书的增减：购入、捐赠、县里配发、免费、下架；与纸质图书分开计算',
      en: 'Counts e-books in or out: bought, donated, from the county, free, removed; apart from print.',
    },
    roles: keepers,
    scope: 'catalog.write',
    problems: { 409: ['e-book.too-few'] },
  },
  'e-books.lines': {
    says: {
      zh: '电子图书登记账，逐行及结存；format 给出可打印的账页',
      en: 'E-books line by line with the balance; `format` prints the book.',
    },
    roles: lookers,
    scope: 'reports.read',
  },
  'e-books.correct': {
    says: {
      zh: '更正一行：以反向数冲销并指明原行，记在当日',
      en: 'Takes a line back, as of today, by one that points to it.',
    },
    roles: keepers,
    scope: 'catalog.write',
    problems: { 409: ['e-book-line.corrected', 'e-book.too-few'] },
  },
  'e-books.holdings': {
    says: {
      zh: '某日的电子图书馆藏：各校按来源，或全县合计；不含纸质图书；format 给出可打印的报表',
      en: 'E-books on a day, of each school by how they came, or of the county; no print among them; `format` prints them.',
    },
    roles: lookers,
    scope: 'reports.read',
  },
} as const satisfies Operations;
