import type { Operations } from '../access/operation.js';
import { county, librarian, school } from '../access/role-sets.js';

const seeing = { ...county, 'county-viewer': 'county', ...school } as const;
const reading = { roles: seeing, scope: 'circulation.read' } as const;
const working = { roles: librarian, scope: 'circulation.desk' } as const;

export const transfersAccess = {
  'transfers.list': {
    ...reading,
    says: {
      zh: '馆际调送：待发出、在途、逾期未到、已结束；format 给出可打印的表',
      en: 'Copies between schools: to be packed, on the way, missing on the way, ended; `format` prints them.',
    },
  },
  'transfers.read': { ...reading, says: { zh: '查看一次调送', en: 'One transfer.' } },
  'transfers.receive': {
    ...working,
    says: {
      zh: '第二次扫码：签收到馆的册，并告知其去向',
      en: 'The second scan: the copy has come, and is told where it goes.',
    },
    problems: {
      409: ['transfer.none-on-the-way', 'transfer.not-sent-yet', 'copy.barcode-ambiguous'],
    },
  },
  'transfers.undo-receipt': {
    ...working,
    says: {
      zh: '撤销误扫的签收，册重新在途',
      en: 'Takes a mistaken receipt back: the copy is on its way again.',
    },
    problems: { 409: ['transfer.moved-on'] },
  },
  'transfers.refuse': {
    ...working,
    says: {
      zh: '本校不发出该册（不在架、破损等），读者继续排队',
      en: 'The school does not send the copy; the reader waits on, and another school is asked.',
    },
    problems: { 409: ['transfer.not-requested', 'transfer.goes-home'] },
  },
  'transfers.lose': {
    ...working,
    says: {
      zh: '所属学校认定该册在途丢失；找到后签收即可',
      en: 'The school it belongs to declares the copy lost on the way; a later receipt finds it again.',
    },
    problems: { 409: ['transfer.not-packed'] },
  },
  'courier-runs.list': {
    ...reading,
    says: {
      zh: '各班次：日期、送书人、册数、已到册数；format 给出可打印的表',
      en: 'Runs of the courier: day, courier, copies, those that came; `format` prints them.',
    },
  },
  'courier-runs.read': { ...reading, says: { zh: '查看一个班次', en: 'One run.' } },
  'courier-runs.lines': {
    ...reading,
    says: {
      zh: '班次的交接清单；format 给出可打印、双方签字的清单',
      en: 'The manifest of a run; `format` prints it with room for both to sign.',
    },
  },
  'courier-runs.create': {
    ...working,
    says: { zh: '开立一个送书班次', en: 'Opens a run of the courier from a school.' },
  },
  'courier-runs.pack': {
    ...working,
    says: {
      zh: '第一次扫码：册装入班次',
      en: 'The first scan: the copy is on the manifest of the run.',
    },
    problems: {
      409: [
        'transfer.none-to-pack',
        'transfer.packed-elsewhere',
        'courier-run.left',
        'copy.barcode-ambiguous',
      ],
    },
  },
  'courier-runs.unpack': {
    ...working,
    says: { zh: '从未发车的班次取出一册', en: 'Takes a copy off a run that has not left.' },
    problems: { 409: ['courier-run.left', 'transfer.not-packed'] },
  },
  'courier-runs.leave': {
    ...working,
    says: { zh: '送书人签收并发车', en: 'The courier has signed and leaves.' },
    problems: { 409: ['courier-run.left', 'courier-run.empty'] },
  },
  'courier-runs.undo-leaving': {
    ...working,
    says: { zh: '撤销发车，清单可再改', en: 'Takes the leaving back: the manifest can be changed again.' },
    problems: { 409: ['courier-run.open'] },
  },
  'courier-runs.remove': {
    ...working,
    says: { zh: '删除空的班次', en: 'Removes a run with nothing on it.' },
    problems: { 409: ['courier-run.not-empty', 'courier-run.left'] },
  },
} as const satisfies Operations;
