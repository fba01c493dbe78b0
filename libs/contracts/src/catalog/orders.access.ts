import type { Operations } from '../access/operation.js';
import { county, librarian, school } from '../access/role-sets.js';

const lookers = { ...county, 'county-viewer': 'county', ...school } as const;
const keepers = { ...county, ...librarian } as const;
const moved = ['order.refused', 'order.state-refused', 'order.of-the-county'] as const;

export const ordersAccess = {
  'vendors.create': {
    says: { zh: '登记供应商或出版社', en: 'Enters a vendor or a publisher of whom the school buys.' },
    roles: keepers,
    scope: 'catalog.write',
    problems: { 409: ['vendor.name-taken'] },
  },
  'vendors.list': {
    says: {
      zh: '供应商与出版社名录；format 给出可打印的名录',
      en: 'The vendors and publishers of a school; `format` prints them.',
    },
    roles: lookers,
    scope: 'catalog.read',
  },
  'vendors.read': {
    says: { zh: '查看一个供应商', en: 'One vendor.' },
    roles: lookers,
    scope: 'catalog.read',
  },
  'vendors.change': {
    says: {
      zh: '修改供应商，或停用、恢复；If-Match 注明所依据的版本',
      en: 'Changes a vendor, or closes and opens it; If-Match names the version it builds on.',
    },
    roles: keepers,
    scope: 'catalog.write',
    problems: { 409: ['vendor.name-taken'] },
  },
  'orders.create': {
    says: {
      zh: '起草订单，附本轮采购前的调查',
      en: 'Drafts an order, with the survey made before this round of buying.',
    },
    roles: keepers,
    scope: 'catalog.write',
    problems: { 409: ['vendor.closed'] },
  },
  'orders.list': {
    says: {
      zh: '学校的订单，可按状态筛选；format 给出可打印的清单',
      en: 'The orders of a school, by status; `format` makes a list to print of them.',
    },
    roles: lookers,
    scope: 'catalog.read',
  },
  'orders.read': {
    says: {
      zh: '查看一份订单及其经过：提交、审批、退回、取消',
      en: 'One order with its trail: submitted, decided, taken back, cancelled.',
    },
    roles: lookers,
    scope: 'catalog.read',
  },
  'orders.lines': {
    says: {
      zh: '订单明细：书名、审读、册数、单价、已验收与未到；format 给出可打印的订购单',
      en: 'The lines of an order: work, review, volumes, price, what was accepted and is still to come; `format` prints it.',
    },
    roles: lookers,
    scope: 'catalog.read',
  },
  'orders.change': {
    says: {
      zh: '修改订单草稿的名称、供应商或调查；If-Match 注明所依据的版本',
      en: 'Changes name, vendor or survey of a draft; If-Match names the version it builds on.',
    },
    roles: keepers,
    scope: 'catalog.write',
    problems: { 409: ['order.state-refused', 'vendor.closed'] },
  },
  'orders.wanting': {
    says: {
      zh: '一份书目中本校馆藏几册、在订几册、有无审读；format 给出可打印的选书表',
      en: 'Of a booklist what the school has, has on order and has reviewed; `format` prints it to choose from.',
    },
    roles: { ...lookers, teacher: 'school' },
    scope: 'catalog.read',
  },
  'orders.add-bibliography': {
    says: {
      zh: '把书目中本校没有、未订而已审读的图书加入订单草稿，并说明其余为何未加',
      en: 'Adds to a draft what the school lacks of a booklist and has reviewed, and says why the rest is left.',
    },
    roles: keepers,
    scope: 'catalog.write',
    problems: { 409: ['order.state-refused'] },
  },
  'orders.add-lines': {
    says: {
      zh: '在订单草稿中加入已审读的图书；与馆藏或未到订单重复的须说明理由，否则整批不收',
      en: 'Adds reviewed works to a draft; what the school has or has on order needs a reason, else none is added.',
    },
    roles: keepers,
    scope: 'catalog.write',
    problems: { 409: ['order.lines-refused', 'order.state-refused'] },
    reasons: [
      'order.review-unsuitable',
      'order.review-retracted',
      'order.duplicate-held',
      'order.duplicate-on-order',
    ],
  },
  'orders.remove-line': {
    says: { zh: '从订单草稿中删去一行', en: 'Takes a line out of a draft.' },
    roles: keepers,
    scope: 'catalog.write',
    problems: { 409: ['order.state-refused'] },
  },
  'orders.submit': {
    says: { zh: '将订单提交校长审批', en: 'Submits an order to the head.' },
    roles: keepers,
    scope: 'catalog.write',
    problems: { 409: moved },
    reasons: ['order.vendor-missing', 'order.survey-missing', 'order.empty', 'order.review-retracted'],
  },
  'orders.decide': {
    says: {
      zh: '批准或退回已提交的订单；不得审批本人提交的订单；超出年度预算的，批准须附说明',
      en: 'Approves or refuses what was submitted; nobody decides on an own submission; beyond the budget of the year with a remark.',
    },
    roles: { ...county, 'school-head': 'school' },
    scope: 'catalog.write',
    problems: { 409: moved },
    reasons: [
      'order.own-submission',
      'order.review-retracted',
      'order.over-budget',
      'order.committee-quorum',
      'order.committee-teacher-missing',
      'order.committee-pupil-missing',
      'order.committee-said-no',
    ],
  },
  'orders.revise': {
    says: {
      zh: '将已提交、被退回或尚未到货的已批准订单退回草稿',
      en: 'Takes an order back to a draft: submitted, refused, or approved and nothing of it delivered.',
    },
    roles: { ...county, ...school },
    scope: 'catalog.write',
    problems: { 409: moved },
    reasons: ['order.delivered-already'],
  },
  'orders.cancel': {
    says: {
      zh: '取消订单并说明理由；部分到货的，取消其余未到部分',
      en: 'Cancels an order, with the reason; of one that came in part, the rest.',
    },
    roles: { ...county, ...school },
    scope: 'catalog.write',
    problems: { 409: moved },
    reasons: ['order.delivery-open'],
  },
} as const satisfies Operations;
