import type { Operations } from '../access/operation.js';
import { librarian, school } from '../access/role-sets.js';

/** The class teacher sees and checks what the own class gets. */
const seeing = { ...school, teacher: 'class' } as const;
const notNow = 'textbook-pack.not-now';

export const textbookPacksAccess = {
  'textbook-packs.plan': {
    says: {
      zh: '按学期用书表与班级名单为各班生成发放清单（报到日或提前发放），并列出库存不足',
      en: 'Makes packing lists for all classes from the list of the term and the class lists, and says of what there is not enough.',
    },
    roles: librarian,
    scope: 'circulation.desk',
    problems: { 409: ['resource.conflict'] },
  },
  'textbook-packs.create': {
    says: {
      zh: '为教师、组或班级配好教材，待到服务台领取',
      en: 'Puts textbooks aside for a teacher, a group or a class, to be collected at the desk.',
    },
    roles: librarian,
    scope: 'circulation.desk',
    namesReaders: true,
  },
  'textbook-packs.list': {
    says: {
      zh: '发放单及其进度：应发、实分、实收、差异；format 给出可打印的清单',
      en: 'Packs and how far they are: planned, counted, received, differences; `format` prints them.',
    },
    roles: seeing,
    scope: 'circulation.read',
    namesReaders: true,
  },
  'textbook-packs.lines': {
    says: {
      zh: '分班发放清单，可只列差异；format 给出可打印的清单，供分拣与签收',
      en: 'Packing lists by class, or only what differs; `format` prints them, to sort by and to sign.',
    },
    roles: seeing,
    scope: 'circulation.read',
    namesReaders: true,
  },
  'textbook-packs.progress': {
    says: {
      zh: '发放进度：待分拣、已分拣、已发放、已核对的班级与册数',
      en: 'How far handing out is: packs planned, packed, out, checked, and their volumes.',
    },
    roles: seeing,
    scope: 'circulation.read',
  },
  'textbook-packs.read': {
    says: { zh: '查看一张发放单', en: 'One pack with its lines.' },
    roles: seeing,
    scope: 'circulation.read',
    namesReaders: true,
  },
  'textbook-packs.count': {
    says: {
      zh: '登记分拣清点的实数；未列出的即与应发相符',
      en: 'Says that a pack is sorted, and where another number was counted.',
    },
    roles: librarian,
    scope: 'circulation.desk',
    problems: { 409: [notNow] },
    namesReaders: true,
  },
  'textbook-packs.issue': {
    says: {
      zh: '一次发放整班教材：全部或全不',
      en: 'Hands a whole pack out in one call: all of it or nothing.',
    },
    roles: librarian,
    scope: 'circulation.desk',
    problems: { 409: [notNow, 'textbook-stock.not-enough', 'textbook-stock.not-held'] },
    reasons: ['textbook-stock.not-enough'],
    namesReaders: true,
  },
  'textbook-packs.check': {
    says: {
      zh: '领取人点收：登记实收数，差异随即入账；可重新点收',
      en: 'Who received a pack has counted it; a difference is moved between class and store. It may be counted again.',
    },
    roles: { ...librarian, teacher: 'class' },
    scope: 'circulation.desk',
    problems: { 409: [notNow, 'textbook-stock.not-enough', 'textbook-stock.not-held'] },
    reasons: ['textbook-stock.not-enough', 'textbook-stock.not-held'],
    namesReaders: true,
  },
  'textbook-packs.undo': {
    says: {
      zh: '撤销上一步：已发的收回库存，已清点的恢复待分拣',
      en: 'Takes the last step back: what was handed out is in the store again, what was counted is planned again.',
    },
    roles: librarian,
    scope: 'circulation.desk',
    problems: { 409: [notNow, 'textbook-stock.not-enough', 'textbook-stock.not-held'] },
    reasons: ['textbook-stock.not-enough', 'textbook-stock.not-held'],
    namesReaders: true,
  },
  'textbook-packs.cancel': {
    says: { zh: '取消未发放的发放单', en: 'Takes a pack apart that is not handed out after all.' },
    roles: librarian,
    scope: 'circulation.desk',
    problems: { 409: [notNow] },
  },
} as const satisfies Operations;
