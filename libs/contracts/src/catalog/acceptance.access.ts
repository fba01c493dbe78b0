import type { Operations } from '../access/operation.js';
import { county, librarian, school } from '../access/role-sets.js';

const lookers = { ...county, 'county-viewer': 'county', ...school } as const;
const keepers = { ...county, ...librarian } as const;

export const acceptanceAccess = {
  'deliveries.create': {
    says: {
      zh: '登记到货并逐行验收：实收、短缺、破损、错发；订单到货、外出购书或受赠，每批至多 500 册',
      en: 'Checks in what came, line by line: received, short, damaged, wrong; of an order, a field purchase or a donation, 500 volumes at most.',
    },
    roles: keepers,
    scope: 'catalog.write',
    problems: { 409: ['delivery.refused'] },
    reasons: [
      'delivery.order-not-approved',
      'delivery.more-than-ordered',
      'delivery.too-large',
      'order.review-unsuitable',
      'order.review-retracted',
    ],
  },
  'deliveries.list': {
    says: {
      zh: '到货与受赠清单，可按来源与状态筛选；format 给出可打印的清单',
      en: 'What came to a school, by source and state; `format` makes a list to print of it.',
    },
    roles: lookers,
    scope: 'catalog.read',
  },
  'deliveries.read': {
    says: { zh: '查看一批到货', en: 'One delivery.' },
    roles: lookers,
    scope: 'catalog.read',
  },
  'deliveries.lines': {
    says: {
      zh: '验收单：逐行的实收、短缺、破损、错发与登录号；format 给出可打印的验收单',
      en: 'The acceptance sheet: received, short, damaged, wrong and accession numbers of each line; `format` prints it.',
    },
    roles: lookers,
    scope: 'catalog.read',
  },
  'deliveries.accept': {
    says: {
      zh: '验收通过：实收各册一次登录，生成登录号、条码、索书号与账册',
      en: 'Accepts a delivery: its volumes become copies with accession numbers, barcodes, call numbers and lines of the registers.',
    },
    roles: keepers,
    scope: 'catalog.write',
    problems: { 409: ['delivery.settled', 'delivery.refused', 'copy.reading-room-only'] },
    reasons: ['order.review-unsuitable', 'order.review-retracted'],
  },
  'deliveries.send-back': {
    says: {
      zh: '验收不通过，整批退回并说明理由；各册仍待到货',
      en: 'Sends a delivery back, with the reason: its volumes are still to come.',
    },
    roles: keepers,
    scope: 'catalog.write',
    problems: { 409: ['delivery.settled'] },
  },
  'deliveries.certificate': {
    says: {
      zh: '捐赠证书：捐赠者、活动、日期、种数与册数；format=pdf 打印',
      en: 'The certificate of an accepted gift for its donor: campaign, day, titles and volumes; `format=pdf` prints it.',
    },
    roles: lookers,
    scope: 'catalog.read',
    problems: { 409: ['delivery.no-gift'] },
  },
  'deliveries.campaigns': {
    says: {
      zh: '捐书活动汇总：起止日期、捐赠者数、册数与金额；format 给出可打印的汇总',
      en: 'Campaigns of donations: days, donors, volumes and value of each; `format` prints them.',
    },
    roles: lookers,
    scope: 'catalog.read',
  },
  'purchases.register': {
    says: {
      zh: '购书登记表：每批一行，日期、供应商、凭证、种数、册数、金额、登录号起止；format 给出可打印的登记表',
      en: 'The purchase register: a line a batch with day, vendor, document, titles, volumes, value and accession numbers; `format` prints it.',
    },
    roles: lookers,
    scope: 'reports.read',
  },
  'purchases.statistics': {
    says: {
      zh: '购书统计：按学期、学年或自然年的批数、种数、册数、金额与均价，末行为合计',
      en: 'What was bought by term, school year or calendar year: batches, titles, volumes, value, average price; the last line is the total.',
    },
    roles: lookers,
    scope: 'reports.read',
  },
} as const satisfies Operations;
