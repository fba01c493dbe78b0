import type { Operations } from '../access/operation.js';
import { county, librarian, school } from '../access/role-sets.js';

const lookers = { ...county, 'county-viewer': 'county', ...school } as const;
const keepers = { ...county, ...librarian } as const;
const DRAFT = 'subscription.state-refused' as const;
const moved = ['subscription.refused', DRAFT] as const;

export const subscriptionsAccess = {
  'subscriptions.create': {
    says: {
      zh: '开始一个年度的报刊征订，附标准要求的种数与订购处',
      en: 'Begins the subscriptions of a school for a year, with the titles that the standard wants.',
    },
    roles: keepers,
    scope: 'catalog.write',
    problems: { 409: ['subscription.year-taken'] },
  },
  'subscriptions.list': {
    says: {
      zh: '各年度征订：种数与要求对照、份数、金额；format 给出可打印的表',
      en: 'Subscriptions by year: titles against the requirement, copies, value; `format` prints them.',
    },
    roles: lookers,
    scope: 'catalog.read',
  },
  'subscriptions.read': {
    says: {
      zh: '查看一个年度的征订及其经过：提交、审批、退回',
      en: 'One year of subscriptions with its counts and its trail.',
    },
    roles: lookers,
    scope: 'catalog.read',
  },
  'subscriptions.change': {
    says: {
      zh: '修改要求种数或订购处；If-Match 注明所依据的版本',
      en: 'Changes the requirement or the vendor; If-Match names the version it builds on.',
    },
    roles: keepers,
    scope: 'catalog.write',
  },
  'subscriptions.lines': {
    says: {
      zh: '征订清单，可按学生阅览室、教师阅览室分列：刊名、份数、全年价、审议意见；format 给出可打印的清单',
      en: 'The list, by room: title, copies, price a year, review; `format` prints it.',
    },
    roles: lookers,
    scope: 'catalog.read',
  },
  'subscriptions.add-lines': {
    says: {
      zh: '在草稿中加入报刊，或改其份数与价格（须重新审议）',
      en: 'Adds serials to a draft, or gives them other copies or prices, to be reviewed again.',
    },
    roles: keepers,
    scope: 'catalog.write',
    problems: { 409: [DRAFT, 'subscription.staff-only'] },
  },
  'subscriptions.remove-line': {
    says: { zh: '从草稿中删去一行', en: 'Takes a line out of a draft.' },
    roles: keepers,
    scope: 'catalog.write',
    problems: { 409: [DRAFT] },
  },
  'subscriptions.review': {
    says: {
      zh: '逐种审议实用性与可读性：订或不订，审议人',
      en: 'Reviews titles for use and readability: taken or not, and by whom.',
    },
    roles: { ...county, ...school },
    scope: 'catalog.write',
    problems: { 409: [DRAFT] },
  },
  'subscriptions.submit': {
    says: { zh: '将征订清单提交校长审批', en: 'Submits the list to the head.' },
    roles: keepers,
    scope: 'catalog.write',
    problems: { 409: moved },
    reasons: ['subscription.empty', 'subscription.unreviewed'],
  },
  'subscriptions.decide': {
    says: {
      zh: '批准或退回征订清单；不得审批本人提交的',
      en: 'Approves or refuses the list; nobody decides on an own submission.',
    },
    roles: { ...county, 'school-head': 'school' },
    scope: 'catalog.write',
    problems: { 409: moved },
    reasons: ['subscription.own-submission'],
  },
  'subscriptions.revise': {
    says: {
      zh: '将已提交、被退回或尚未到刊的已批准清单退回草稿',
      en: 'Takes a list back to a draft: submitted, refused, or approved and no issue of it arrived.',
    },
    roles: { ...county, ...school },
    scope: 'catalog.write',
    problems: { 409: moved },
    reasons: ['subscription.issues-arrived'],
  },
  'serial-mandates.create': {
    says: {
      zh: '县站指定全县学校订阅的报刊：份数、价格、订购与交款期限',
      en: 'The county office has all schools take a serial: copies, price, days to order and to pay.',
    },
    roles: county,
    scope: 'catalog.write',
    problems: { 409: ['mandate.set-already'] },
  },
  'serial-mandates.list': {
    says: {
      zh: '县定报刊一览；format 给出可打印的表',
      en: 'What all schools have to take; `format` prints it.',
    },
    roles: lookers,
    scope: 'catalog.read',
  },
  'serial-mandates.withdraw': {
    says: {
      zh: '撤销一项县定报刊，已交款项保留',
      en: 'Takes a mandate back; what was paid stays on record.',
    },
    roles: county,
    scope: 'catalog.write',
    problems: { 409: ['mandate.withdrawn'] },
  },
  'serial-mandates.pay': {
    says: { zh: '登记学校对县定报刊的交款', en: 'Enters what a school paid for a mandated serial.' },
    roles: keepers,
    scope: 'catalog.write',
    problems: { 409: ['mandate.withdrawn'] },
  },
  'mandate-payments.list': {
    says: {
      zh: '县定报刊交款登记，含冲销；format 给出可打印的表',
      en: 'Payments for mandated serials, reversed ones too; `format` prints them.',
    },
    roles: lookers,
    scope: 'reports.read',
  },
  'mandate-payments.reverse': {
    says: { zh: '冲销一笔误登的交款', en: 'Reverses a payment that was entered by mistake.' },
    roles: keepers,
    scope: 'catalog.write',
    problems: { 409: ['mandate.payment-reversed'] },
  },
  'mandate-arrears.list': {
    says: {
      zh: '县定报刊订购与交款情况：按时与否、欠款，无欠款者表彰；format 给出可打印的表',
      en: 'By school: ordered on time, paid, in arrears as of a day, commended; `format` prints it.',
    },
    roles: lookers,
    scope: 'reports.read',
  },
} as const satisfies Operations;
