import type { Language, PrintedList, Words } from '@shulian/service-kit';
import type { OpeningDay, OpeningExceptionView, OpeningTotal } from './opening-hours.http.js';
import type { DutyShiftView, PunctualityLine, RoomOpeningView } from './room-openings.http.js';
import type { Audience, Span, Why } from './rules/opening.js';
import type { Punctuality } from './rules/punctuality.js';

const audiences: Readonly<Record<Audience, Words>> = {
  all: { zh: '', en: '' },
  pupils: { zh: '（学生）', en: ' (pupils)' },
  teachers: { zh: '（教师）', en: ' (teachers)' },
};
const spansIn = (spans: readonly Span[], language: Language): string =>
  spans.map(({ from, to, audience }) => `${from}-${to}${audiences[audience][language]}`).join(language === 'zh' ? '、' : ', '); // prettier-ignore
const WEEKDAYS = { zh: '一二三四五六日', en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] } as const;

const whys: Readonly<Record<Why, Words>> = {
  planned: { zh: '正常', en: 'as planned' },
  exception: { zh: '例外', en: 'exception' },
  holiday: { zh: '休息日', en: 'closed day' },
  vacation: { zh: '假期', en: 'vacation' },
  'no-hours': { zh: '未安排', en: 'no hours' },
  retired: { zh: '停用', en: 'out of use' },
};

export const printedOpeningDays: PrintedList<OpeningDay> = {
  name: 'opening-days',
  title: { zh: '馆室开放日程', en: 'Opening, day by day' },
  columns: [
    { key: 'on', title: { zh: '日期', en: 'Day' }, type: 'day' },
    { key: 'weekday', title: { zh: '星期', en: 'Weekday' }, type: 'text', of: ({ weekday }, language) => WEEKDAYS[language][weekday - 1] ?? '' },
    { key: 'roomName', title: { zh: '馆室', en: 'Room' }, type: 'text' },
    { key: 'spans', title: { zh: '开放时间', en: 'Open' }, type: 'text', of: ({ spans }, language) => spansIn(spans, language) },
    { key: 'why', title: { zh: '情况', en: 'Why' }, type: 'text', words: whys },
    { key: 'reason', title: { zh: '说明', en: 'Reason' }, type: 'text' },
    { key: 'alternativeName', title: { zh: '代借处', en: 'Go to' }, type: 'text' },
    { key: 'alternativeNote', title: { zh: '代借说明', en: 'How' }, type: 'text' },
  ],
}; // prettier-ignore

export const printedOpeningExceptions: PrintedList<OpeningExceptionView> = {
  name: 'opening-exceptions',
  title: { zh: '例外开放与闭馆', en: 'Exceptions of opening' },
  columns: [
    { key: 'on', title: { zh: '日期', en: 'Day' }, type: 'day' },
    { key: 'roomName', title: { zh: '馆室', en: 'Room' }, type: 'text', of: ({ roomName }, language) => roomName ?? { zh: '各室', en: 'all' }[language] },
    { key: 'spans', title: { zh: '开放时间', en: 'Open' }, type: 'text', of: ({ spans }, language) => spans.length === 0 ? { zh: '闭馆', en: 'closed' }[language] : spansIn(spans, language) },
    { key: 'reason', title: { zh: '说明', en: 'Reason' }, type: 'text' },
  ],
}; // prettier-ignore

export const printedOpeningTotals: PrintedList<OpeningTotal> = {
  name: 'opening-totals',
  title: { zh: '周开放时数统计', en: 'Hours a week' },
  columns: [
    { key: 'schoolName', title: { zh: '学校', en: 'School' }, type: 'text' },
    { key: 'roomName', title: { zh: '馆室', en: 'Room' }, type: 'text', of: ({ roomName }, language) => roomName ?? { zh: '全馆', en: 'all rooms' }[language] },
    { key: 'hours', title: { zh: '周开放小时', en: 'Hours a week' }, type: 'decimal' },
    { key: 'weekendHours', title: { zh: '其中周末', en: 'On weekends' }, type: 'decimal' },
    { key: 'minimumHours', title: { zh: '最低要求', en: 'Minimum' }, type: 'integer' },
    { key: 'missingHours', title: { zh: '尚差', en: 'Wanting' }, type: 'decimal' },
  ],
}; // prettier-ignore

export const printedRoomOpenings: PrintedList<RoomOpeningView> = {
  name: 'room-openings',
  title: { zh: '馆室开放登记', en: 'Room openings' },
  columns: [
    { key: 'on', title: { zh: '日期', en: 'Day' }, type: 'day' },
    { key: 'roomName', title: { zh: '馆室', en: 'Room' }, type: 'text' },
    { key: 'openedAt', title: { zh: '开门', en: 'Opened' }, type: 'text' },
    { key: 'closedAt', title: { zh: '关门', en: 'Closed' }, type: 'text' },
  ],
};

const punctualities: Readonly<Record<Punctuality, Words>> = {
  'on-time': { zh: '准时', en: 'on time' },
  late: { zh: '迟开', en: 'late' },
  missed: { zh: '未开', en: 'missed' },
  due: { zh: '未到', en: 'due' },
};

export const printedPunctuality: PrintedList<PunctualityLine> = {
  name: 'opening-punctuality',
  title: { zh: '定时准时开放对照表', en: 'Planned and real openings' },
  columns: [
    { key: 'on', title: { zh: '日期', en: 'Day' }, type: 'day' },
    { key: 'roomName', title: { zh: '馆室', en: 'Room' }, type: 'text' },
    {
      key: 'planned',
      title: { zh: '计划', en: 'Planned' },
      type: 'text',
      of: ({ from, to }) => `${from}-${to}`,
    },
    { key: 'openedAt', title: { zh: '开门', en: 'Opened' }, type: 'text' },
    { key: 'closedAt', title: { zh: '关门', en: 'Closed' }, type: 'text' },
    { key: 'status', title: { zh: '情况', en: 'State' }, type: 'text', words: punctualities },
    { key: 'minutesLate', title: { zh: '迟开分钟', en: 'Minutes late' }, type: 'integer' },
    { key: 'minutesEarly', title: { zh: '早关分钟', en: 'Minutes early' }, type: 'integer' },
  ],
};

export const printedDutyShifts: PrintedList<DutyShiftView> = {
  name: 'duty-roster',
  title: { zh: '馆室值班表', en: 'Duty roster' },
  columns: [
    { key: 'on', title: { zh: '日期', en: 'Day' }, type: 'day' },
    { key: 'time', title: { zh: '时间', en: 'Time' }, type: 'text', of: ({ starts, ends }) => `${starts}-${ends}` },
    { key: 'roomName', title: { zh: '馆室', en: 'Room' }, type: 'text' },
    { key: 'readerId', title: { zh: '值班人', en: 'On duty' }, type: 'who', of: ({ readerId }) => ({ kind: 'reader', id: readerId }) },
    { key: 'kept', title: { zh: '到岗', en: 'Kept' }, type: 'text', of: ({ kept }, language) => (kept ? { zh: '是', en: 'yes' }[language] : '') },
  ],
}; // prettier-ignore
