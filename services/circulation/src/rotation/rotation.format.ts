import type { Language, PrintedList, Words } from '@shulian/service-kit';
import type { RotationDay, SlotView, TimetableClass, TimetableView } from './rotation.http.js';
import type { OccurrenceState } from './rules/occurrences.js';

const purposes: Readonly<Record<SlotView['purpose'], Words>> = {
  lending: { zh: '借还书', en: 'lending' },
  reading: { zh: '阅览', en: 'reading' },
};
const WEEKDAYS = {
  zh: ['星期一', '星期二', '星期三', '星期四', '星期五', '星期六', '星期日'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
} as const;
export const weekdayIn = (weekday: number, language: Language): string =>
  WEEKDAYS[language][weekday - 1] ?? '';

const weeksIn = ({ everyWeeks, firstWeek }: SlotView, language: Language): string => {
  if (everyWeeks === 1) return { zh: '每周', en: 'every week' }[language];
  return firstWeek === 1
    ? { zh: '单周', en: 'odd weeks' }[language]
    : { zh: '双周', en: 'even weeks' }[language];
};

/** The sheet that hangs in a class. */
export const printedSlots: PrintedList<SlotView> = {
  name: 'rotation-timetable',
  title: { zh: '图书轮借轮阅安排表', en: 'Rotation timetable' },
  columns: [
    { key: 'weekday', title: { zh: '星期', en: 'Weekday' }, type: 'text', of: ({ weekday }, language) => weekdayIn(weekday, language) },
    { key: 'time', title: { zh: '时间', en: 'Time' }, type: 'text', of: ({ from, to }) => `${from}-${to}` },
    { key: 'windowName', title: { zh: '时段', en: 'Window' }, type: 'text' },
    { key: 'weeks', title: { zh: '周次', en: 'Weeks' }, type: 'text', of: weeksIn },
    { key: 'className', title: { zh: '班级', en: 'Class' }, type: 'text' },
    { key: 'purpose', title: { zh: '内容', en: 'For' }, type: 'text', words: purposes },
    { key: 'roomName', title: { zh: '馆室', en: 'Room' }, type: 'text' },
    { key: 'roomPlace', title: { zh: '地点', en: 'Place' }, type: 'text' },
  ],
}; // prettier-ignore

export const printedTimetables: PrintedList<TimetableView> = {
  name: 'rotation-timetables',
  title: { zh: '轮借表一览', en: 'Rotation timetables' },
  columns: [
    { key: 'name', title: { zh: '名称', en: 'Name' }, type: 'text' },
    { key: 'startsOn', title: { zh: '开学', en: 'Term begins' }, type: 'day' },
    { key: 'publishedOn', title: { zh: '发布日期', en: 'Published' }, type: 'day' },
    { key: 'classes', title: { zh: '班级数', en: 'Classes' }, type: 'integer' },
    { key: 'slots', title: { zh: '轮次数', en: 'Slots' }, type: 'integer' },
  ],
};

const rhythms: Readonly<Record<TimetableClass['borrows'], Words>> = {
  weekly: { zh: '每周', en: 'weekly' },
  fortnightly: { zh: '隔周', en: 'fortnightly' },
  none: { zh: '未安排', en: 'none' },
};

export const printedTimetableClasses: PrintedList<TimetableClass> = {
  name: 'rotation-classes',
  title: { zh: '轮借表发放登记', en: 'Timetable, class by class' },
  columns: [
    { key: 'className', title: { zh: '班级', en: 'Class' }, type: 'text' },
    { key: 'borrows', title: { zh: '借书', en: 'Borrows' }, type: 'text', words: rhythms },
    { key: 'lendingSlots', title: { zh: '两周借书次数', en: 'Lending slots in two weeks' }, type: 'integer' },
    { key: 'readingSlots', title: { zh: '两周阅览次数', en: 'Reading slots in two weeks' }, type: 'integer' },
    { key: 'sentOn', title: { zh: '发放日期', en: 'Sent' }, type: 'day' },
    { key: 'seenOn', title: { zh: '确认日期', en: 'Seen' }, type: 'day' },
  ],
};

const states: Readonly<Record<OccurrenceState, Words>> = {
  held: { zh: '照常', en: 'held' },
  'moved-here': { zh: '调入', en: 'moved here' },
  'moved-away': { zh: '调出', en: 'moved away' },
  cancelled: { zh: '取消', en: 'cancelled' },
};

export const printedRotationDays: PrintedList<RotationDay> = {
  name: 'rotation-days',
  title: { zh: '逐日轮借安排', en: 'Rotation, day by day' },
  columns: [
    { key: 'on', title: { zh: '日期', en: 'Day' }, type: 'day' },
    { key: 'weekday', title: { zh: '星期', en: 'Weekday' }, type: 'text', of: ({ weekday }, language) => weekdayIn(weekday, language) },
    { key: 'week', title: { zh: '周次', en: 'Week' }, type: 'integer' },
    { key: 'time', title: { zh: '时间', en: 'Time' }, type: 'text', of: ({ from, to }) => `${from}-${to}` },
    { key: 'className', title: { zh: '班级', en: 'Class' }, type: 'text' },
    { key: 'purpose', title: { zh: '内容', en: 'For' }, type: 'text', words: purposes },
    { key: 'roomName', title: { zh: '馆室', en: 'Room' }, type: 'text' },
    { key: 'state', title: { zh: '情况', en: 'State' }, type: 'text', words: states },
    { key: 'movedOn', title: { zh: '调至', en: 'Moved to' }, type: 'day' },
    { key: 'reason', title: { zh: '原因', en: 'Reason' }, type: 'text' },
  ],
}; // prettier-ignore
