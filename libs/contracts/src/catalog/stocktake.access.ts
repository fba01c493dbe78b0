import type { Operations } from '../access/operation.js';
import { county, librarian, school } from '../access/role-sets.js';

const keepers = { ...county, ...librarian } as const;
const lookers = { ...county, 'county-viewer': 'county', ...school } as const;

export const stocktakeAccess = {
  'stocktakes.open': {
    says: {
      zh: '开始一次清点：全校，或某馆藏地、某类型、某段分类号或登录号',
      en: 'Opens a stocktake: of the school, or of a place, a kind, a stretch of classes or of accession numbers.',
    },
    roles: keepers,
    scope: 'catalog.write',
  },
  'stocktakes.list': {
    says: {
      zh: '清点一览；format 给出可打印的清单',
      en: 'The stocktakes, newest first; `format` prints the list.',
    },
    roles: lookers,
    scope: 'reports.read',
  },
  'stocktakes.read': {
    says: {
      zh: '查看一次清点及其各项数字',
      en: 'One stocktake with how many copies stand under each finding.',
    },
    roles: lookers,
    scope: 'reports.read',
  },
  'stocktakes.scan': {
    says: {
      zh: '上传扫描的条码（每次至多 1000 个，重复上传不重复计数），返回需要当场处理的条码',
      en: 'Takes scanned barcodes, up to 1,000 a call and as often as one likes; answers those that need a hand at once.',
    },
    roles: keepers,
    scope: 'catalog.write',
    problems: { 409: ['stocktake.closed'] },
  },
  'stocktakes.unscan': {
    says: {
      zh: '撤回误扫的条码',
      en: 'Takes back barcodes that were scanned by mistake.',
    },
    roles: keepers,
    scope: 'catalog.write',
    problems: { 409: ['stocktake.closed'] },
  },
  'stocktakes.findings': {
    says: {
      zh: '清点清单：见到、缺失、错架、借出而在架、已注销而在架、他校图书、未知条码等；format 给出可打印的清单',
      en: 'What was found: seen, missing, misplaced, lent but seen, withdrawn but seen, of another school, unknown; `format` prints it.',
    },
    roles: lookers,
    scope: 'reports.read',
  },
  'stocktakes.resolve': {
    says: {
      zh: '处理清点结果：将缺失的册记为缺失、将找回的册复原，或撤销本次所记的缺失；每次至多 500 册，返回剩余册数',
      en: 'Marks what is missing, restores what was found again, or takes the marks back; up to 500 copies a call, with how many are left.',
    },
    roles: keepers,
    scope: 'catalog.write',
    problems: { 409: ['stocktake.closed'] },
  },
  'stocktakes.sign-off': {
    says: {
      zh: '校长签字确认清点结果，清单从此不再变动；尚有未处理的缺失或找回时不能签字',
      en: 'The head signs the stocktake and its lists stand for good; not while missing or found copies are unresolved.',
    },
    roles: { ...county, 'school-head': 'school' },
    problems: { 409: ['stocktake.closed', 'stocktake.unresolved'] },
  },
  'stocktakes.cancel': {
    says: {
      zh: '取消一次清点；已记的缺失须先撤销',
      en: 'Cancels a stocktake; marks that it has left on copies are taken back before.',
    },
    roles: keepers,
    scope: 'catalog.write',
    problems: { 409: ['stocktake.closed', 'stocktake.has-marks'] },
  },
  'stocktakes.progress': {
    says: {
      zh: '全县清点进度：每校应清点、已见、缺失的册数和签字情况；format 给出可打印的清单',
      en: 'How far the schools of the county are: copies expected, seen and missing, and what is signed; `format` prints it.',
    },
    roles: lookers,
    scope: 'reports.read',
  },
} as const satisfies Operations;
