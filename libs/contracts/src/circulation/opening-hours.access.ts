import type { Operations } from '../access/operation.js';
import { county, figures, school } from '../access/role-sets.js';

const keepers = { ...county, ...school } as const;
const lookers = { ...figures, 'class-helper': 'school', device: 'school' } as const;

export const openingHoursAccess = {
  'opening-hours.read': {
    says: { zh: '一间馆室每周的计划开放时间', en: 'The planned hours of a room, weekday by weekday.' },
    roles: lookers,
    scope: 'circulation.read',
  },
  'opening-hours.change': {
    says: {
      zh: '设定一间馆室每周的开放时间：全体、学生或教师',
      en: 'Sets the hours of a room, weekday by weekday, for all, pupils or teachers.',
    },
    roles: keepers,
    scope: 'policies.write',
    problems: { 412: ['version.stale'], 428: ['version.required'] },
  },
  'opening-hours.open-together': {
    says: {
      zh: '课外活动时间各室全面开放：一次为全校各馆室设定；留空则结束',
      en: 'Opens all rooms of the school at extracurricular time, in one call; an empty list ends it.',
    },
    roles: keepers,
    scope: 'policies.write',
  },
  'opening-exceptions.create': {
    says: {
      zh: '某些日子另行开放或闭馆：周末、节假日、寒暑假，一室或各室',
      en: 'Opens or closes rooms on days that are otherwise: weekends, holidays, vacations; one room or all.',
    },
    roles: keepers,
    scope: 'policies.write',
    problems: { 409: ['opening-exception.there-already'] },
  },
  'opening-exceptions.list': {
    says: {
      zh: '例外开放与闭馆的日子；format 给出可打印的表',
      en: 'Days that are otherwise; `format` prints them.',
    },
    roles: lookers,
    scope: 'circulation.read',
  },
  'opening-exceptions.remove': {
    says: { zh: '撤回一日例外', en: 'Takes such a day back.' },
    roles: keepers,
    scope: 'policies.write',
  },
  'opening-days.list': {
    says: {
      zh: '逐日各室开放与否、时间、原因，闭馆时的代借处，室内的班级轮次；format 给出可打印的表',
      en: 'Day by day and room by room: open or not and why, when, where to go instead, classes inside; `format` prints it.',
    },
    roles: lookers,
    scope: 'circulation.read',
  },
  'opening-totals.list': {
    says: {
      zh: '各校各室周开放小时数与最低要求（默认74小时），可只列未达标者；format 给出可打印的表',
      en: 'Hours a week of schools and rooms against a minimum, 74 where none is named, or only those below; `format` prints it.',
    },
    roles: figures,
    scope: 'reports.read',
  },
  'open-rooms.list': {
    says: {
      zh: '现在哪些馆室开着、到几点；闭馆时何时再开、可去何处',
      en: 'Which rooms are open now, until when; of closed ones when they open next, and where to go instead.',
    },
    // Pupils and their families look up any school's.
    roles: { ...lookers, reader: 'county' },
    scope: 'circulation.read',
  },
  'room-openings.create': {
    says: { zh: '登记一间馆室开门', en: 'Says that a room was opened.' },
    roles: { ...keepers, teacher: 'school', device: 'school' },
    scope: 'circulation.desk',
    problems: { 409: ['room-opening.open-already', 'room-opening.in-the-future'] },
  },
  'room-openings.close': {
    says: { zh: '登记一间馆室关门', en: 'Says that a room was closed.' },
    roles: { ...keepers, teacher: 'school', device: 'school' },
    scope: 'circulation.desk',
    problems: { 409: ['room-opening.closed-already', 'room-opening.in-the-future'] },
  },
  'room-openings.remove': {
    says: { zh: '撤回误登的开门', en: 'Takes back an opening that was entered by mistake.' },
    roles: keepers,
    scope: 'circulation.desk',
  },
  'room-openings.list': {
    says: {
      zh: '实际开放记录；format 给出可打印的表',
      en: 'When rooms were really open; `format` prints it.',
    },
    roles: lookers,
    scope: 'circulation.read',
  },
  'opening-punctuality.list': {
    says: {
      zh: '计划开放与实际开放对照：准时、迟开、未开、早关，及准时率；format 给出可打印的表',
      en: 'Planned against real openings: on time, late, missed, closed early, and their share; `format` prints it.',
    },
    roles: figures,
    scope: 'reports.read',
  },
  'duty-shifts.create': {
    says: {
      zh: '排值班表：馆室、日期、星期、时间与轮值人员；休息日除外',
      en: 'Makes a duty roster: room, days, weekdays, time, and staff who take turns; closed days are left out.',
    },
    roles: keepers,
    scope: 'policies.write',
    namesReaders: true,
    problems: { 409: ['duty-shift.person-busy'] },
  },
  'duty-shifts.list': {
    says: { zh: '值班表；format 给出可打印的表', en: 'Who is on duty in which room; `format` prints it.' },
    roles: figures,
    scope: 'circulation.read',
    namesReaders: true,
  },
  'duty-shifts.change': {
    says: { zh: '换人值班，或登记已到岗', en: 'Somebody else takes a shift, or has kept it.' },
    roles: keepers,
    scope: 'policies.write',
    namesReaders: true,
    problems: { 409: ['duty-shift.person-busy'] },
  },
  'duty-shifts.remove': {
    says: { zh: '撤去一班值班', en: 'Takes a shift out.' },
    roles: keepers,
    scope: 'policies.write',
  },
} as const satisfies Operations;
