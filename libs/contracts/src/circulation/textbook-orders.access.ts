import type { Operations } from '../access/operation.js';
import { county, librarian, school } from '../access/role-sets.js';

/** Teachers enter what their group wishes. */
const asking = { ...school, teacher: 'school' } as const;
/** The county office sees what is reported to it. */
const seeing = { ...county, 'county-viewer': 'county', ...asking } as const;
const notNow = 'textbook-order.not-now';

export const textbookOrdersAccess = {
  'textbook-orders.create': {
    says: {
      zh: '发起某学期的教材征订，年级部、备课组在截止日前申报',
      en: 'Begins a round of ordering for a term: grade departments and lesson groups enter what they wish until a day.',
    },
    roles: librarian,
    scope: 'circulation.desk',
  },
  'textbook-orders.list': {
    says: {
      zh: '教材征订；县区只见已上报的；format 给出可打印的清单',
      en: 'Rounds of ordering; the county office sees what is reported; `format` prints them.',
    },
    roles: seeing,
    scope: 'circulation.read',
  },
  'textbook-orders.lines': {
    says: {
      zh: '征订明细：学生用书、各组申报、库存、征订数、金额、到货、未到；format 给出可打印的清单',
      en: 'Lines of rounds: needed, wished, on hand, ordered, amount, received, outstanding; `format` prints them.',
    },
    roles: seeing,
    scope: 'circulation.read',
  },
  'textbook-orders.read': {
    says: { zh: '查看一次征订', en: 'One round of ordering.' },
    roles: seeing,
    scope: 'circulation.read',
  },
  'textbook-orders.change': {
    says: { zh: '更改征订名称或申报截止日', en: 'Another name for a round, or more time for wishes.' },
    roles: librarian,
    scope: 'circulation.desk',
    problems: { 409: [notNow] },
  },
  'textbook-orders.wish': {
    says: {
      zh: '年级部、备课组、科室申报所需教材；再次申报以后者为准，0 即撤回',
      en: 'A grade department, lesson group or office enters what it wishes; the last word counts, 0 takes it back.',
    },
    roles: { ...librarian, teacher: 'school' },
    scope: 'circulation.desk',
    problems: { 409: [notNow, 'textbook-order.wishes-closed'] },
  },
  'textbook-orders.wishes': {
    says: { zh: '各组申报；format 给出可打印的清单', en: 'What groups wish; `format` prints it.' },
    roles: asking,
    scope: 'circulation.read',
  },
  'textbook-orders.survey': {
    says: {
      zh: '征订测算：学生用书、各组申报、库存、在途与建议征订数；format 给出可打印的清单',
      en: 'What would be ordered as things stand: needed, wished, on hand, coming, proposed; `format` prints it.',
    },
    roles: asking,
    scope: 'circulation.read',
  },
  'textbook-orders.confirm': {
    says: {
      zh: '确认征订数：按建议，或另定',
      en: 'Decides what is ordered: as proposed, or other numbers.',
    },
    roles: librarian,
    scope: 'circulation.desk',
    problems: { 409: [notNow, 'textbook-order.nothing'] },
  },
  'textbook-orders.reopen': {
    says: { zh: '撤销确认，恢复申报', en: 'Takes the confirmation back: wishes are entered again.' },
    roles: librarian,
    scope: 'circulation.desk',
    problems: { 409: [notNow, 'textbook-order.has-deliveries'] },
  },
  'textbook-orders.report': {
    says: { zh: '向上级上报征订数据', en: 'Reports the figures to the county office.' },
    roles: school,
    scope: 'circulation.desk',
    problems: { 409: [notNow] },
  },
  'textbook-orders.send-back': {
    says: {
      zh: '县区退回上报，附说明',
      en: 'The county office sends reported figures back, with what is to be put right.',
    },
    roles: county,
    problems: { 409: [notNow] },
  },
  'textbook-orders.cancel': {
    says: { zh: '取消征订', en: 'Calls a round off.' },
    roles: librarian,
    scope: 'circulation.desk',
    problems: { 409: [notNow, 'textbook-order.has-deliveries'] },
  },
} as const satisfies Operations;
