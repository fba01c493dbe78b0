import type { Operations } from '../access/operation.js';
import { librarian, school } from '../access/role-sets.js';

const notSo = { 409: ['exchange-book.not-so'] } as const;
const tooFew = { 409: ['exchange-book.not-so', 'exchange-book.too-few-tickets'] } as const;

export const bookExchangeAccess = {
  'exchange-books.create': {
    says: {
      zh: '好书交换站：登记学生送来的一本书，待审',
      en: 'Enters a book of a pupil that is brought to the exchange station, to be looked at.',
    },
    roles: librarian,
    scope: 'circulation.desk',
    namesReaders: true,
  },
  'exchange-books.list': {
    says: {
      zh: '交换站的图书，可按状态和学生；format 给出可打印的登记表',
      en: 'The books of the exchange station, by state and pupil, newest first; `format` prints them.',
    },
    roles: school,
    scope: 'circulation.read',
    namesReaders: true,
  },
  'exchange-books.tickets': {
    says: { zh: '一位学生的换书券', en: 'The tickets of a pupil for the exchange station.' },
    roles: { ...school, teacher: 'class', 'class-helper': 'class', reader: 'self' },
    scope: 'circulation.read',
    namesReaders: true,
  },
  'exchange-books.accept': {
    says: {
      zh: '接受送来的书，送书人得换书券',
      en: 'Accepts a book that was brought; its giver gets tickets.',
    },
    roles: librarian,
    scope: 'circulation.desk',
    namesReaders: true,
    problems: notSo,
  },
  'exchange-books.refuse': {
    says: { zh: '不接受送来的书，说明理由', en: 'Refuses a book that was brought, with the reason.' },
    roles: librarian,
    scope: 'circulation.desk',
    namesReaders: true,
    problems: notSo,
  },
  'exchange-books.take': {
    says: { zh: '学生用换书券换走一本书', en: 'A pupil takes a book for tickets.' },
    roles: librarian,
    scope: 'circulation.desk',
    namesReaders: true,
    problems: tooFew,
  },
  'exchange-books.take-back': {
    says: {
      zh: '撤销：换走的书退回，或送来的书取回，换书券随之退还',
      en: 'Takes back: what was taken is there again, what is there goes back to its giver; the tickets follow.',
    },
    roles: librarian,
    scope: 'circulation.desk',
    namesReaders: true,
    problems: tooFew,
  },
} as const satisfies Operations;
