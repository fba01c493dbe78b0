import type { Operations } from '../access/operation.js';
import { county, figures, school } from '../access/role-sets.js';

const keepers = { ...county, ...school } as const;
const lookers = { ...figures, 'class-helper': 'school', device: 'school' } as const;
const conflicts = ['rotation.class-busy', 'rotation.room-taken', 'rotation.room-not-for', 'rotation.too-many-slots'] as const; // prettier-ignore

export const rotationAccess = {
  'bell-schedules.read': {
    says: {
      zh: '学校的作息时间：各节课与由其推算的借阅时段',
      en: 'The bell schedule of a school: its lessons, and the windows that follow from them.',
    },
    roles: lookers,
    scope: 'circulation.read',
  },
  'bell-schedules.change': {
    says: {
      zh: '设定作息时间与借阅时段：按钟点，或按“某节课后”“两节课之间”；已排的时段随之移动',
      en: 'Sets lessons and windows, by the clock or after and between lessons; slots that were made of a window move with it.',
    },
    roles: keepers,
    scope: 'policies.write',
    problems: { 409: ['rotation.conflict'], 412: ['version.stale'], 428: ['version.required'] },
    reasons: conflicts,
  },
  'rotation-timetables.create': {
    says: { zh: '为一学期建立轮借表（草稿）', en: 'Begins the rotation timetable of a term, as a draft.' },
    roles: keepers,
    scope: 'policies.write',
    problems: { 409: ['rotation.term-taken'] },
  },
  'rotation-timetables.list': {
    says: {
      zh: '学校的轮借表；format 给出可打印的表',
      en: 'The timetables of a school; `format` prints them.',
    },
    roles: lookers,
    scope: 'circulation.read',
  },
  'rotation-timetables.read': {
    says: { zh: '查看一份轮借表', en: 'One timetable.' },
    roles: lookers,
    scope: 'circulation.read',
  },
  'rotation-timetables.change': {
    says: {
      zh: '更改轮借表的名称，或轮次之外借书的处理（自由、提醒、不借）',
      en: 'Changes the name, or what becomes of lending outside the slot of a class: free, a warning, a refusal.',
    },
    roles: keepers,
    scope: 'policies.write',
  },
  'rotation-timetables.remove': {
    says: { zh: '删除尚未发布的轮借表', en: 'Removes a timetable that was never published.' },
    roles: keepers,
    scope: 'policies.write',
    problems: { 409: ['rotation.published'] },
  },
  'rotation-timetables.generate': {
    says: {
      zh: '按规则排表：年级、星期、时段、馆室、每周或隔周、每周次数；排不下的班级一并列出',
      en: 'Places classes by a rule: grades, weekdays, windows, rooms, weekly or fortnightly; says which found no place.',
    },
    roles: keepers,
    scope: 'policies.write',
    problems: { 409: ['rotation.conflict'] },
    reasons: conflicts,
  },
  'rotation-timetables.publish': {
    says: {
      zh: '发布轮借表并发至各班级；再次发布只发给有变动的班级',
      en: 'Publishes the timetable and sends it to every class; once more only to those whose slots have changed.',
    },
    roles: keepers,
    scope: 'policies.write',
    problems: { 409: ['rotation.empty'] },
  },
  'rotation-timetables.classes': {
    says: {
      zh: '各班级的轮次数、是否达到每周（隔周）一次、何时发到、何时确认；format 给出可打印的表',
      en: 'Class by class: slots, whether it has one a week or a fortnight, when it was sent and seen; `format` prints it.',
    },
    roles: lookers,
    scope: 'circulation.read',
  },
  'rotation-slots.list': {
    says: {
      zh: '轮借表的各轮次，可按班级、馆室、星期；format 给出张贴用表',
      en: 'The slots of a timetable, by class, room or weekday; `format` prints the sheet that hangs in a class.',
    },
    roles: lookers,
    scope: 'circulation.read',
  },
  'rotation-slots.create': {
    says: { zh: '手工排入一个轮次', en: 'Places a slot by hand.' },
    roles: keepers,
    scope: 'policies.write',
    problems: { 409: ['rotation.conflict'] },
    reasons: conflicts,
  },
  'rotation-slots.remove': {
    says: { zh: '撤去一个轮次', en: 'Takes a slot out.' },
    roles: keepers,
    scope: 'policies.write',
  },
  'rotation-changes.create': {
    says: {
      zh: '将某日的轮次调到别日别处，或取消一次',
      en: 'Moves a slot to another day, time or room for once, or cancels it for a day.',
    },
    roles: keepers,
    scope: 'circulation.desk',
    problems: { 409: ['rotation.conflict', 'rotation.changed-already', 'rotation.not-held'] },
    reasons: conflicts,
  },
  'rotation-changes.remove': {
    says: { zh: '撤回一次调课或取消', en: 'Takes such a change back.' },
    roles: keepers,
    scope: 'circulation.desk',
    problems: { 409: ['rotation.conflict'] },
    reasons: conflicts,
  },
  'rotation-days.list': {
    says: {
      zh: '一段日期内逐日的轮次，含调动与取消，休息日除外；format 给出可打印的表',
      en: 'Slots day by day, with what was moved or cancelled, without closed days; `format` prints them.',
    },
    roles: lookers,
    scope: 'circulation.read',
  },
  'class-rotations.read': {
    says: {
      zh: '一个班级的轮借安排：本学期的轮次与近期日期',
      en: 'What one class has: its slots of the term, and the next days.',
    },
    roles: { ...county, 'county-viewer': 'county', ...school, teacher: 'class', 'class-helper': 'class', reader: 'self' }, // prettier-ignore
    scope: 'circulation.read',
  },
  'class-rotations.acknowledge': {
    says: { zh: '班主任确认收到本班轮借表', en: 'A teacher says that the class has got its timetable.' },
    roles: { ...school, teacher: 'class' },
    scope: 'circulation.desk',
    problems: { 409: ['rotation.not-sent'] },
  },
} as const satisfies Operations;
