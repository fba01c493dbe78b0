import type { PrintedList, Words } from '@shulian/service-kit';
import type { RoomSessionView, SessionTotal } from './room-sessions.http.js';
import type { PupilProgress, RoomVisitView, SeatBookingView, TeacherReading, VisitProgress, VisitTotal } from './room-visits.http.js'; // prettier-ignore
import type { SessionKind, SessionState } from './rules/session.js';

const kinds: Readonly<Record<SessionKind, Words>> = {
  'reading-lesson': { zh: '阅览课', en: 'reading lesson' },
  lesson: { zh: '上课', en: 'lesson' },
  debate: { zh: '辩论', en: 'debate' },
  writing: { zh: '写作', en: 'writing' },
  activity: { zh: '活动', en: 'activity' },
  themed: { zh: '主题阅读', en: 'themed reading' },
};
const states: Readonly<Record<SessionState, Words>> = {
  asked: { zh: '待确认', en: 'asked for' },
  booked: { zh: '已预订', en: 'booked' },
  declined: { zh: '未同意', en: 'declined' },
  cancelled: { zh: '已取消', en: 'cancelled' },
};
const subjects: Readonly<Record<string, Words>> = {
  chinese: { zh: '语文', en: 'Chinese' },
  english: { zh: '英语', en: 'English' },
  periodicals: { zh: '期刊', en: 'periodicals' },
};
const subject = {
  key: 'subject',
  title: { zh: '学科', en: 'Subject' },
  type: 'text',
  words: subjects,
} as const;
const kind = { key: 'kind', title: { zh: '类别', en: 'Kind' }, type: 'text', words: kinds } as const;
const className = { key: 'className', title: { zh: '班级', en: 'Class' }, type: 'text' } as const;
const roomName = { key: 'roomName', title: { zh: '馆室', en: 'Room' }, type: 'text' } as const;
const persons = { key: 'persons', title: { zh: '人次', en: 'Persons' }, type: 'integer' } as const;
const day = { key: 'on', title: { zh: '日期', en: 'Day' }, type: 'day' } as const;
const yes = { zh: '是', en: 'yes' } as const;

export const printedRoomSessions: PrintedList<RoomSessionView> = {
  name: 'room-sessions',
  title: { zh: '馆室预订表', en: 'Bookings of rooms' },
  columns: [
    day,
    { key: 'time', title: { zh: '时间', en: 'Time' }, type: 'text', of: ({ from, to }) => `${from}-${to}` },
    roomName,
    kind,
    subject,
    className,
    { key: 'theme', title: { zh: '主题', en: 'Theme' }, type: 'text' },
    {
      key: 'resources',
      title: { zh: '所用馆室与资源', en: 'Rooms and material' },
      type: 'text',
      of: ({ resources }) =>
        resources
          .map((each) => [each.roomName, each.what].filter((part) => part !== null).join(' '))
          .join('; '),
    },
    { key: 'status', title: { zh: '情况', en: 'State' }, type: 'text', words: states },
    persons,
  ],
};

export const printedSessionTotals: PrintedList<SessionTotal> = {
  name: 'session-totals',
  title: { zh: '阅览课与活动统计', en: 'Sessions by class' },
  columns: [
    className,
    kind,
    subject,
    { key: 'sessions', title: { zh: '班次', en: 'Sessions' }, type: 'integer' },
    persons,
  ],
};

export const printedRoomVisits: PrintedList<RoomVisitView> = {
  name: 'room-visits',
  title: { zh: '阅览登记表', en: 'Register of the reading rooms' },
  columns: [
    day,
    { key: 'at', title: { zh: '时间', en: 'Time' }, type: 'text' },
    roomName,
    className,
    { key: 'readerId', title: { zh: '读者', en: 'Reader' }, type: 'who', of: ({ readerId }) => (readerId === null ? null : { kind: 'reader', id: readerId }) }, // prettier-ignore
    persons,
    { key: 'minutes', title: { zh: '分钟', en: 'Minutes' }, type: 'integer' },
    { key: 'note', title: { zh: '所阅书刊', en: 'What was read' }, type: 'text' },
  ],
};

export const printedVisitTotals: PrintedList<VisitTotal> = {
  name: 'visit-totals',
  title: { zh: '阅览人次统计表', en: 'Person-times of reading' },
  columns: [
    { key: 'name', title: { zh: '项目', en: 'Of' }, type: 'text' },
    { key: 'pupils', title: { zh: '学生人次', en: 'Pupils' }, type: 'integer' },
    { key: 'teachers', title: { zh: '教师人次', en: 'Teachers' }, type: 'integer' },
    { key: 'persons', title: { zh: '合计人次', en: 'Persons' }, type: 'integer' },
  ],
};

export const printedTeacherReadings: PrintedList<TeacherReading> = {
  name: 'teacher-readings',
  title: { zh: '教师进阅览室阅览周记录', en: 'Reading of teachers, week by week' },
  columns: [
    { key: 'week', title: { zh: '周一', en: 'Week of' }, type: 'day' },
    { key: 'readerId', title: { zh: '教师', en: 'Teacher' }, type: 'who', of: ({ readerId }) => ({ kind: 'reader', id: readerId }) }, // prettier-ignore
    { key: 'visits', title: { zh: '次数', en: 'Visits' }, type: 'integer' },
    { key: 'minutes', title: { zh: '分钟', en: 'Minutes' }, type: 'integer' },
    {
      key: 'met',
      title: { zh: '达标', en: 'Met' },
      type: 'text',
      of: ({ met }, language) => (met ? yes[language] : ''),
    },
  ],
};

export const printedVisitProgress: PrintedList<VisitProgress> = {
  name: 'visit-progress',
  title: { zh: '每周进馆目标完成情况', en: 'Visits of the week' },
  columns: [
    className,
    { key: 'target', title: { zh: '每周目标', en: 'Target' }, type: 'integer' },
    { key: 'pupils', title: { zh: '学生数', en: 'Pupils' }, type: 'integer' },
    { key: 'met', title: { zh: '达标人数', en: 'Met' }, type: 'integer' },
    { key: 'percent', title: { zh: '达标率%', en: 'Per cent' }, type: 'decimal' },
  ],
};

export const printedPupilProgress: PrintedList<PupilProgress> = {
  name: 'pupil-visits',
  title: { zh: '学生每周进馆情况', en: 'Visits of pupils' },
  columns: [
    { key: 'readerId', title: { zh: '学生', en: 'Pupil' }, type: 'who', of: ({ readerId }) => ({ kind: 'reader', id: readerId }) }, // prettier-ignore
    { key: 'visits', title: { zh: '本周次数', en: 'Visits' }, type: 'integer' },
    { key: 'target', title: { zh: '目标', en: 'Target' }, type: 'integer' },
    {
      key: 'met',
      title: { zh: '达标', en: 'Met' },
      type: 'text',
      of: ({ met }, language) => (met ? yes[language] : ''),
    },
  ],
};

export const printedSeatBookings: PrintedList<SeatBookingView> = {
  name: 'seat-bookings',
  title: { zh: '座位预订表', en: 'Bookings of seats' },
  columns: [
    day,
    { key: 'time', title: { zh: '时间', en: 'Time' }, type: 'text', of: ({ from, to }) => `${from}-${to}` },
    roomName,
    { key: 'seat', title: { zh: '座位', en: 'Seat' }, type: 'integer' },
    { key: 'readerId', title: { zh: '读者', en: 'Reader' }, type: 'who', of: ({ readerId }) => ({ kind: 'reader', id: readerId }) }, // prettier-ignore
    { key: 'status', title: { zh: '情况', en: 'State' }, type: 'text', words: { booked: { zh: '已预订', en: 'booked' }, cancelled: { zh: '已取消', en: 'cancelled' } } }, // prettier-ignore
  ],
};
