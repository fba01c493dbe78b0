import type { Operations } from '../access/operation.js';
import { county } from '../access/role-sets.js';

const lookers = { ...county, 'county-viewer': 'county' } as const;
const states = ['central-purchase.state-refused'] as const;
const reading = { roles: lookers, scope: 'catalog.read' } as const;
const changing = { roles: county, scope: 'catalog.write' } as const;

export const centralPurchasesAccess = {
  'central-purchases.create': {
    says: { zh: '起草县统一采购', en: 'Drafts a purchase of the county office for its schools.' },
    ...changing,
  },
  'central-purchases.list': {
    says: {
      zh: '县统一采购清单与进度；format 给出可打印的清单',
      en: 'What the county office bought for its schools, and how far it is; `format` prints it.',
    },
    ...reading,
  },
  'central-purchases.read': {
    says: { zh: '查看一次统一采购', en: 'One central purchase with its sums.' },
    ...reading,
  },
  'central-purchases.lines': {
    says: {
      zh: '统一采购明细：册数、单价、已分配与已验收；format 给出可打印的明细',
      en: 'Its lines: volumes, price, what is split and what was accepted; `format` prints them.',
    },
    ...reading,
  },
  'central-purchases.shares': {
    says: {
      zh: '各种图书在各校的分配；format 给出可打印的分配表',
      en: 'Which school gets how many of each line; `format` prints it.',
    },
    ...reading,
  },
  'central-purchases.schools': {
    says: {
      zh: '各校应得、已验收、未到、短缺破损；format 给出可打印的进度表',
      en: 'Of each school what is due, accepted, still to come, short and damaged; `format` prints it.',
    },
    ...reading,
  },
  'central-purchases.add-lines': {
    says: {
      zh: '加入经审读的图书、册数与单价',
      en: 'Adds works that the office found fit, with volumes and price.',
    },
    ...changing,
    problems: { 409: states },
  },
  'central-purchases.remove-line': {
    says: { zh: '删去一行及其分配', en: 'Takes a line out, with its shares.' },
    ...changing,
    problems: { 409: states },
  },
  'central-purchases.split': {
    says: {
      zh: '按学生数或按需求把各行分配到学校，分毫不差',
      en: 'Splits all lines over schools, by pupils or by need, to the last volume.',
    },
    ...changing,
    problems: {
      409: [...states, 'central-purchase.nothing-to-split-by', 'central-purchase.share-too-large'],
    },
  },
  'central-purchases.share': {
    says: { zh: '手工分配一行', en: 'Splits one line by hand.' },
    ...changing,
    problems: { 409: states },
  },
  'central-purchases.dispatch': {
    says: {
      zh: '下达到各校：每校一份待验收的订单；每行须全部分配',
      en: 'Sends it out: an order for each school, to be accepted there; every volume of every line must be some school’s.',
    },
    ...changing,
    problems: { 409: [...states, 'central-purchase.refused', 'central-purchase.share-too-large'] },
    reasons: ['central-purchase.empty', 'central-purchase.shares-differ'],
  },
  'central-purchases.recall': {
    says: {
      zh: '收回已下达的采购，改为草稿；尚无学校收货时方可',
      en: 'Takes it back to a draft, with the reason, while no school has received any of it.',
    },
    ...changing,
    problems: { 409: [...states, 'central-purchase.delivered-already'] },
  },
  'central-purchases.end': {
    says: {
      zh: '结束采购并说明理由：未到的不再到货',
      en: 'Ends it, with the reason: what has not come will not come.',
    },
    ...changing,
    problems: { 409: [...states, 'central-purchase.delivery-open'] },
  },
  'central-purchases.resume': {
    says: { zh: '恢复已结束的采购', en: 'Takes the end back: the rest is still to come.' },
    ...changing,
    problems: { 409: states },
  },
} as const satisfies Operations;
