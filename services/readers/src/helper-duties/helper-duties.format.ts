import type { PrintedList, Words } from '@shulian/service-kit';
import { dutyWords, type HelperDuty } from '../helper-office/rules/class-helper.js';
import type { DutyEntryView, DutySlotView } from './helper-duties.http.js';
import type { DutyAttendance, DutyPeriod } from './rules/duty.js';

const periodWords: Readonly<Record<DutyPeriod, Words>> = {
  'morning-reading': { zh: '晨读', en: 'morning reading' },
  'long-break': { zh: '大课间', en: 'long break' },
  noon: { zh: '午间', en: 'noon' },
  'after-school': { zh: '放学后', en: 'after school' },
  evening: { zh: '晚间', en: 'evening' },
};
const attendanceWords: Readonly<Record<DutyAttendance, Words>> = {
  kept: { zh: '到岗', en: 'kept' },
  late: { zh: '迟到', en: 'late' },
  substituted: { zh: '替班', en: 'stood in for' },
  excused: { zh: '请假', en: 'excused' },
  missed: { zh: '缺岗', en: 'missed' },
};
const weekdays: readonly Words[] = [
  { zh: '星期一', en: 'Monday' },
  { zh: '星期二', en: 'Tuesday' },
  { zh: '星期三', en: 'Wednesday' },
  { zh: '星期四', en: 'Thursday' },
  { zh: '星期五', en: 'Friday' },
  { zh: '星期六', en: 'Saturday' },
  { zh: '星期日', en: 'Sunday' },
];

const CLASS = { key: 'className', title: { zh: '班级', en: 'Class' }, type: 'text' } as const;
const WHO = {
  key: 'reader',
  title: { zh: '值日生', en: 'Helper' },
  type: 'who',
  of: ({ readerId }: { readonly readerId: string }) => ({ kind: 'reader', id: readerId }) as const,
} as const;
const PERIOD = {
  key: 'period',
  title: { zh: '时段', en: 'Period' },
  type: 'text',
  words: periodWords,
} as const;
const PLACE = { key: 'place', title: { zh: '地点', en: 'Place' }, type: 'text' } as const;
const TASKS = {
  key: 'tasks',
  title: { zh: '工作内容', en: 'Work' },
  type: 'text',
  of: ({ tasks }: { readonly tasks: readonly HelperDuty[] }, language: 'zh' | 'en') =>
    tasks.map((task) => dutyWords[task][language]).join('、'),
} as const;

export const printedSlots: PrintedList<DutySlotView> = {
  name: 'duty-roster',
  title: { zh: '图书管理员值日安排表', en: 'Duty roster' },
  columns: [
    {
      key: 'weekday',
      title: { zh: '星期', en: 'Weekday' },
      type: 'text',
      of: ({ weekday }, language) => weekdays[weekday - 1]?.[language] ?? '',
    },
    PERIOD,
    CLASS,
    WHO,
    PLACE,
    TASKS,
    {
      key: 'attendance',
      title: { zh: '到岗情况', en: 'Attendance' },
      type: 'text',
      words: attendanceWords,
    },
  ],
};

export const printedEntries: PrintedList<DutyEntryView> = {
  name: 'service-team-work-log',
  title: { zh: '图书馆学生服务队工作状况记录表', en: 'Work log of the pupils’ service team' },
  signatures: [{ zh: '指导老师', en: 'Teacher in charge' }],
  columns: [
    { key: 'onDay', title: { zh: '日期', en: 'Day' }, type: 'day' },
    PERIOD,
    CLASS,
    WHO,
    {
      key: 'attendance',
      title: { zh: '到岗情况', en: 'Attendance' },
      type: 'text',
      words: attendanceWords,
    },
    {
      key: 'standIn',
      title: { zh: '替班人', en: 'Stood in' },
      type: 'who',
      of: ({ standIn }) => (standIn === null ? null : { kind: 'reader', id: standIn.readerId }),
    },
    TASKS,
    { key: 'loans', title: { zh: '借出', en: 'Lent' }, type: 'integer', total: 'sum' },
    { key: 'returns', title: { zh: '归还', en: 'Returned' }, type: 'integer', total: 'sum' },
    { key: 'shelved', title: { zh: '上架', en: 'Shelved' }, type: 'integer', total: 'sum' },
    { key: 'note', title: { zh: '备注', en: 'Note' }, type: 'text' },
  ],
};
