import type { PrintedList, Words } from '@shulian/service-kit';
import type { GateAlarmView } from './exit-gate.http.js';
import type { AlarmOutcome, AlarmReason } from './rules/passage.js';

const reasonWords: Readonly<Record<AlarmReason, Words>> = {
  'not-lent': { zh: '未办理借阅', en: 'not lent' },
  'reading-room': { zh: '只供室内阅览', en: 'for the reading room' },
  withdrawn: { zh: '已注销', en: 'withdrawn' },
  'unknown-barcode': { zh: '条码不明', en: 'unknown barcode' },
};
const outcomeWords: Readonly<Record<AlarmOutcome, Words>> = {
  'lent-afterwards': { zh: '补办借阅', en: 'lent afterwards' },
  'put-back': { zh: '放回', en: 'put back' },
  'false-alarm': { zh: '误报', en: 'false alarm' },
  gone: { zh: '未追回', en: 'gone' },
};

export const printedAlarms: PrintedList<GateAlarmView> = {
  name: 'gate-alarms',
  title: { zh: '出口监测报警登记', en: 'Alarms at the exit' },
  columns: [
    { key: 'raisedAt', title: { zh: '时间', en: 'When' }, type: 'text' },
    { key: 'barcode', title: { zh: '条码', en: 'Barcode' }, type: 'text' },
    { key: 'title', title: { zh: '题名', en: 'Title' }, type: 'text' },
    { key: 'callNumber', title: { zh: '索书号', en: 'Call number' }, type: 'text' },
    { key: 'why', title: { zh: '原因', en: 'Why' }, type: 'text', words: reasonWords },
    {
      key: 'outcome',
      title: { zh: '处理', en: 'Outcome' },
      type: 'text',
      of: ({ outcome }, language) => (outcome === null ? null : outcomeWords[outcome][language]),
    },
    { key: 'settledOn', title: { zh: '处理日期', en: 'Settled' }, type: 'day' },
    { key: 'note', title: { zh: '备注', en: 'Note' }, type: 'text' },
  ],
};
