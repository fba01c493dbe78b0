import type { Operations } from '../access/operation.js';
import { figures, librarian, school } from '../access/role-sets.js';

export const textbookStockAccess = {
  'textbook-lines.enter': {
    says: {
      zh: '登记教材的入库、发放、收回、遗失、报废，一次至多 200 行，全部或全不；中途增补、教师领用由此登记',
      en: 'Enters what came of textbooks, was issued, returned, lost or discarded: up to 200 lines a call, all of them or none.',
    },
    roles: librarian,
    scope: 'circulation.desk',
    problems: { 409: ['textbook-stock.not-enough', 'textbook-stock.not-held'] },
    reasons: ['textbook-stock.not-enough', 'textbook-stock.not-held'],
    namesReaders: true,
  },
  'textbook-lines.reverse': {
    says: {
      zh: '以反向行撤销一行登记；原行保留',
      en: 'Takes a line back by a counter-line; the line itself stays.',
    },
    roles: librarian,
    scope: 'circulation.desk',
    problems: {
      409: [
        'textbook-stock.already-reversed',
        'textbook-stock.of-a-document',
        'textbook-stock.not-enough',
        'textbook-stock.not-held',
      ],
    },
    reasons: ['textbook-stock.not-enough', 'textbook-stock.not-held'],
    namesReaders: true,
  },
  'textbook-lines.list': {
    says: {
      zh: '教材流水：按学期、事项、场合、类别、日期；发放登记与收回登记由此打印',
      en: 'The lines by term, event, occasion, kind and day; registers of issue and return are printed from here.',
    },
    roles: school,
    scope: 'circulation.read',
    namesReaders: true,
  },
  'textbook-returns.enter': {
    says: {
      zh: '班级、教师或组归还教材：逐种清点，报废、遗失一并登记，回答尚缺数',
      en: 'A class, a teacher or a group gives back, counted by textbook; the answer says what is missing still.',
    },
    roles: librarian,
    scope: 'circulation.desk',
    problems: { 409: ['textbook-stock.not-enough', 'textbook-stock.not-held'] },
    reasons: ['textbook-stock.not-enough', 'textbook-stock.not-held'],
    namesReaders: true,
  },
  'textbook-stock.list': {
    says: {
      zh: '教材库存：每种的入库、发放、收回、遗失、报废、结存与在外，可按学期；format 给出可打印的清单',
      en: 'The balance of each textbook: received, issued, returned, lost, discarded, on hand and out; `format` prints it.',
    },
    roles: figures,
    scope: 'circulation.read',
  },
  'textbook-holdings.list': {
    says: {
      zh: '班级、教师、组的领用与归还对照，未还数供收回；format 给出可打印的清单',
      en: 'What classes, persons and groups got and gave back, and still have, for the recall; `format` prints it.',
    },
    roles: school,
    scope: 'circulation.read',
    namesReaders: true,
  },
} as const satisfies Operations;
