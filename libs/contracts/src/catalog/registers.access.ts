import type { Operations } from '../access/operation.js';
import { county, librarian, school } from '../access/role-sets.js';

const readers = { ...county, 'county-viewer': 'county', ...school } as const;

export const registersAccess = {
  'registers.individual': {
    says: {
      zh: '个别登记账：每册一行，含注销情况；可按日期或账期，format 给出可打印的账页',
      en: 'The accession register: a line a copy, struck where it was withdrawn; by days or period; `format` prints it.',
    },
    roles: readers,
    scope: 'reports.read',
  },
  'registers.summary': {
    says: {
      zh: '总括登记账：每批一行，入藏、注销与结存',
      en: 'The summary register: a line a batch in or out, with the running balance.',
    },
    roles: readers,
    scope: 'reports.read',
  },
  'registers.withdrawals': {
    says: {
      zh: '注销账：每注销一册一行，含原因、文号与累计',
      en: 'The withdrawal register: a line a copy struck off, with reason, document and running totals.',
    },
    roles: readers,
    scope: 'reports.read',
  },
  'registers.classified': {
    says: {
      zh: '分类账：各大类期初、增加、减少、调整与期末的种数、册数和金额',
      en: 'The classified ledger: for each main class what it began with, what came, left, was revalued, and its end.',
    },
    roles: readers,
    scope: 'reports.read',
  },
  'registers.lines': {
    says: {
      zh: '账册流水：按流水号列出每一笔变动，包括调价与更正',
      en: 'The lines of the registers by running number, changes of price and corrections among them.',
    },
    roles: readers,
    scope: 'reports.read',
  },
  'registers.holdings': {
    says: {
      zh: '馆藏统计：种数、册数、平均复本与总价值；县级不限学校时含全县一行',
      en: 'What a school holds: titles, volumes, average copies, value; the county gets all schools, and a line of its own first.',
    },
    roles: readers,
    scope: 'reports.read',
  },
  'registers.kinds': {
    says: {
      zh: '馆藏按资料类型统计：图书、期刊、录音带、录像带、VCD、DVD、电子出版物、挂图等的种数、件数与金额',
      en: 'Holdings by kind of material, of a school or of the county: titles, items, those that go home, value.',
    },
    roles: readers,
    scope: 'reports.read',
  },
  'registers.reconciliation': {
    says: {
      zh: '账目核对：个别账、总括账、分类账与在架、借出、修补等各处册数是否相符，不符之处指明',
      en: 'Whether the books agree with the copies at all places: on the shelf, lent, in repair, missing; names what does not.',
    },
    roles: readers,
    scope: 'reports.read',
  },
  'register-periods.list': {
    says: { zh: '已结账的账期及其结存', en: 'The periods that are closed, each with its balance.' },
    roles: readers,
    scope: 'reports.read',
  },
  'register-periods.close': {
    says: {
      zh: '结账：结束当前账期，此后的变动记入下一期；不可撤销',
      en: 'Closes the period: what comes later is of the next one. It cannot be opened again.',
    },
    roles: { ...county, ...librarian },
    scope: 'catalog.write',
    problems: { 409: ['register.period-empty', 'register.period-name-taken'] },
  },
} as const satisfies Operations;
