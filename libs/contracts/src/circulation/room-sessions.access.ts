import type { Operations } from '../access/operation.js';
import { county, figures, school } from '../access/role-sets.js';

const keepers = { ...county, ...school } as const;
const askers = { ...keepers, teacher: 'class' } as const;
const lookers = { ...figures, 'class-helper': 'school', device: 'school' } as const;
const conflicts = [
  'room-session.room-taken',
  'room-session.class-busy',
  'room-session.room-not-for',
] as const;
const counters = { ...school, teacher: 'class', 'class-helper': 'class', device: 'school' } as const;
const ofSeats = { ...school, teacher: 'class', device: 'school', reader: 'self' } as const;

export const roomSessionsAccess = {
  'room-sessions.create': {
    says: {
      zh: '预订馆室：阅览课、上课、辩论、写作、活动、主题阅读，一次或每周；教师为本班申请，由图书馆确认',
      en: 'Books a room for a reading lesson, a lesson, a debate, writing, an activity, a themed session, once or weekly; what a teacher asks for a class is decided by the library.',
    },
    roles: askers,
    scope: 'circulation.desk',
    problems: { 409: ['room-session.conflict'] },
    reasons: conflicts,
  },
  'room-sessions.list': {
    says: { zh: '馆室的预订；format 给出可打印的表', en: 'What rooms are booked for; `format` prints it.' },
    roles: lookers,
    scope: 'circulation.read',
  },
  'room-sessions.read': {
    says: { zh: '查看一次预订', en: 'One session.' },
    roles: lookers,
    scope: 'circulation.read',
  },
  'room-sessions.decide': {
    says: { zh: '确认或不同意教师的申请', en: 'Books what a teacher has asked for, or declines it.' },
    roles: keepers,
    scope: 'circulation.desk',
    problems: { 409: ['room-session.decided'] },
  },
  'room-sessions.cancel': {
    says: { zh: '取消一次预订，或其后各周', en: 'Cancels a session, or it and those of the weeks after it.' },
    roles: askers,
    scope: 'circulation.desk',
    problems: { 409: ['room-session.over'] },
  },
  'room-sessions.copies': {
    says: {
      zh: '核对一次阅览课的书是否够：人数、所需册数、在馆可用册数（所选图书或分类）',
      en: 'Whether there are enough suitable copies for a session: readers, copies wanted, copies that are there, of its titles or of classes of the shelf.',
    },
    roles: lookers,
    scope: 'circulation.read',
  },
  'room-session-totals.list': {
    says: {
      zh: '一段时间内各班各类课次数与到馆人次；format 给出可打印的表',
      en: 'Sessions of a time by class, kind and subject, with attendance; `format` prints them.',
    },
    roles: figures,
    scope: 'reports.read',
  },
  'room-visits.create': {
    says: {
      zh: '登记到室阅览：一节课的到课人数或逐人刷卡，或自行来馆',
      en: 'Counts who reads in a room: of a session as a number or one by one, or who comes by themselves.',
    },
    roles: counters,
    scope: 'circulation.desk',
    namesReaders: true,
    problems: { 409: ['room-visit.not-held'], 422: ['reader.unknown'] },
  },
  'room-visits.list': {
    says: {
      zh: '阅览登记；format 给出可打印的登记表',
      en: 'The register of the reading rooms; `format` prints it.',
    },
    roles: school,
    scope: 'circulation.read',
    namesReaders: true,
  },
  'room-visits.remove': {
    says: { zh: '撤回误登的阅览', en: 'Takes back a visit that was entered by mistake.' },
    roles: school,
    scope: 'circulation.desk',
  },
  'visit-totals.list': {
    says: {
      zh: '阅览人次统计：按课、班级、馆室或月份；format 给出可打印的表',
      en: 'Person-times of reading by session, class, room or month; `format` prints them.',
    },
    roles: figures,
    scope: 'reports.read',
  },
  'teacher-readings.list': {
    says: {
      zh: '教师进阅览室阅览周记录：逐周逐人次数与时长，未到者也列出，供常规考核；format 给出可打印的表',
      en: 'Reading of teachers week by week, those who did not come, too, for their assessment; `format` prints it.',
    },
    roles: school,
    scope: 'reports.read',
    namesReaders: true,
  },
  'visit-targets.read': {
    says: { zh: '每生每周到馆次数目标', en: 'How often a pupil shall come in a week.' },
    roles: lookers,
    scope: 'circulation.read',
  },
  'visit-targets.change': {
    says: {
      zh: '设定每生每周到馆次数目标，可分年级',
      en: 'Sets how often a pupil shall come in a week, by grade.',
    },
    roles: keepers,
    scope: 'policies.write',
  },
  'visit-progress.list': {
    says: {
      zh: '一周到馆目标完成情况：各班人数、达标人数、比例；format 给出可打印的表',
      en: 'How far the target of a week is met, class by class; `format` prints it.',
    },
    roles: figures,
    scope: 'reports.read',
  },
  'visit-progress.pupils': {
    says: {
      zh: '一个班级每名学生本周到馆次数与目标；format 给出可打印的表',
      en: 'Pupil by pupil of a class: visits of a week and the target; `format` prints them.',
    },
    roles: { ...school, teacher: 'class' },
    scope: 'circulation.read',
    namesReaders: true,
  },
  'seat-bookings.create': {
    says: {
      zh: '预订电子阅览室的机位或座位；订满为止',
      en: 'Books a seat or terminal for a time, as long as there is one.',
    },
    roles: ofSeats,
    scope: 'circulation.desk',
    namesReaders: true,
    problems: { 409: ['seat-booking.full', 'seat-booking.seat-taken', 'seat-booking.reader-busy', 'seat-booking.no-seats', 'seat-booking.past'], 422: ['reader.unknown'] }, // prettier-ignore
  },
  'seat-bookings.list': {
    says: { zh: '座位预订；format 给出可打印的表', en: 'Who has which seat when; `format` prints it.' },
    roles: school,
    scope: 'circulation.read',
    namesReaders: true,
  },
  'seat-bookings.cancel': {
    says: { zh: '取消座位预订', en: 'Gives a seat back.' },
    roles: ofSeats,
    scope: 'circulation.desk',
  },
  'seat-availability.read': {
    says: { zh: '某时段的空余座位', en: 'How many seats are free at a time, and which.' },
    roles: { ...lookers, reader: 'county' },
    scope: 'circulation.read',
  },
} as const satisfies Operations;
