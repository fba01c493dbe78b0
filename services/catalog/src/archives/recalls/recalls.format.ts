import type { PrintedList } from '@shulian/service-kit';
import { archiveClassColumn, archiveYearColumn } from '../files/archive-files.format.js';
import type { CompletionView, RecallView, ReminderView } from './recalls.http.js';

const UNIT = { key: 'unit', title: { zh: '部门', en: 'Unit' }, type: 'text' } as const;

export const printedRecalls: PrintedList<RecallView> = {
  name: 'archive-recalls',
  title: { zh: '档案催收登记表', en: 'Files that units have' },
  columns: [
    UNIT,
    { key: 'officer', title: { zh: '档案员', en: 'Officer' }, type: 'text' },
    { ...archiveYearColumn, of: ({ year }) => String(year) },
    { key: 'files', title: { zh: '总件数', en: 'Files' }, type: 'integer', total: 'sum' },
    { key: 'withUnit', title: { zh: '在部门', en: 'With the unit' }, type: 'integer', total: 'sum' },
    { key: 'calledIn', title: { zh: '已催收', en: 'Called in' }, type: 'integer', total: 'sum' },
    { key: 'received', title: { zh: '已收', en: 'Received' }, type: 'integer', total: 'sum' },
    { key: 'filed', title: { zh: '已归档', en: 'Filed' }, type: 'integer', total: 'sum' },
    { key: 'shelved', title: { zh: '已上架', en: 'On the shelf' }, type: 'integer', total: 'sum' },
    { key: 'reminders', title: { zh: '催收次数', en: 'Reminders' }, type: 'integer' },
    { key: 'lastRemindedOn', title: { zh: '最近催收', en: 'Last reminded' }, type: 'day' },
    { key: 'lastReminded', title: { zh: '催收对象', en: 'Who' }, type: 'text' },
  ],
};

export const printedReminders: PrintedList<ReminderView> = {
  name: 'archive-reminders',
  title: { zh: '催收记录', en: 'Reminders' },
  columns: [
    { key: 'on', title: { zh: '日期', en: 'Date' }, type: 'day' },
    UNIT,
    { ...archiveYearColumn, of: ({ year }) => String(year) },
    { key: 'reminded', title: { zh: '催收对象', en: 'Who' }, type: 'text' },
    { key: 'files', title: { zh: '件数', en: 'Files' }, type: 'integer' },
    { key: 'note', title: { zh: '备注', en: 'Note' }, type: 'text' },
  ],
};

export const printedCompletion: PrintedList<CompletionView> = {
  name: 'archive-completion',
  title: { zh: '档案录入进度表', en: 'How much of the archive is entered' },
  columns: [
    archiveClassColumn,
    { ...archiveYearColumn, of: ({ year }) => String(year) },
    { key: 'expected', title: { zh: '应录件数', en: 'Files there are' }, type: 'integer', total: 'sum' },
    { key: 'entered', title: { zh: '已录件数', en: 'Entered' }, type: 'integer', total: 'sum' },
    { key: 'toEnter', title: { zh: '待录件数', en: 'To enter' }, type: 'integer', total: 'sum' },
    {
      key: 'percent',
      title: { zh: '完成率', en: 'Done' },
      type: 'text',
      of: ({ percent }) => (percent === null ? null : `${percent.toFixed(1)}%`),
    },
  ],
};
