import type { Operations } from '../access/operation.js';
import { librarian, school } from '../access/role-sets.js';

const notNow = 'textbook-delivery.not-now';

export const textbookDeliveriesAccess = {
  'textbook-deliveries.create': {
    says: {
      zh: '与供货方约定到货或自提：所需、日期、联系人；按征订即为其未到部分',
      en: 'Agrees with a supplier what comes when, or is collected; of a round what is outstanding.',
    },
    roles: librarian,
    scope: 'circulation.desk',
    problems: { 409: ['textbook-delivery.nothing', 'textbook-order.not-now'] },
  },
  'textbook-deliveries.list': {
    says: {
      zh: '到货安排与结果；format 给出可打印的清单',
      en: 'Deliveries, expected and arrived; `format` prints them.',
    },
    roles: school,
    scope: 'circulation.read',
  },
  'textbook-deliveries.lines': {
    says: {
      zh: '到货明细，可只列短缺、错发、破损；format 给出可打印的清单，交供货方',
      en: 'Lines of deliveries, or only what is short, wrong or damaged; `format` prints them for the supplier.',
    },
    roles: school,
    scope: 'circulation.read',
  },
  'textbook-deliveries.read': {
    says: { zh: '查看一次到货', en: 'One delivery.' },
    roles: school,
    scope: 'circulation.read',
  },
  'textbook-deliveries.change': {
    says: { zh: '改约日期、方式或联系人', en: 'Another day, way or contact was agreed.' },
    roles: librarian,
    scope: 'circulation.desk',
    problems: { 409: [notNow] },
  },
  'textbook-deliveries.arrive': {
    says: {
      zh: '登记到货清点：合格的入库，短缺、错发、破损留档',
      en: 'Says that a delivery has come and how it was counted: what is fit goes into the stock.',
    },
    roles: librarian,
    scope: 'circulation.desk',
    problems: { 409: [notNow] },
  },
  'textbook-deliveries.undo': {
    says: { zh: '撤销到货登记，恢复待到货', en: 'Takes an arrival back: the delivery is expected again.' },
    roles: librarian,
    scope: 'circulation.desk',
    problems: { 409: [notNow, 'textbook-stock.not-enough'] },
    reasons: ['textbook-stock.not-enough'],
  },
  'textbook-deliveries.cancel': {
    says: { zh: '取消到货安排', en: 'Calls a delivery off; what was expected is outstanding again.' },
    roles: librarian,
    scope: 'circulation.desk',
    problems: { 409: [notNow] },
  },
} as const satisfies Operations;
