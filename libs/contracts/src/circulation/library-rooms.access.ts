import type { Operations } from '../access/operation.js';
import { county, figures, school } from '../access/role-sets.js';

const keepers = { ...county, ...school } as const;
const lookers = { ...figures, 'class-helper': 'school', device: 'school' } as const;

export const libraryRoomsAccess = {
  'library-rooms.create': {
    says: {
      zh: '登记一间馆室：用途（外借、阅览、电子阅览、活动）、地点、座位、同时容纳班级数',
      en: 'Enters a room of the library: what it is for, where it is, seats, classes at once.',
    },
    roles: keepers,
    scope: 'policies.write',
    problems: { 409: ['library-room.name-taken'] },
  },
  'library-rooms.list': {
    says: { zh: '学校的馆室；format 给出可打印的表', en: 'The rooms of a school; `format` prints them.' },
    roles: lookers,
    scope: 'circulation.read',
  },
  'library-rooms.read': {
    says: { zh: '查看一间馆室', en: 'One room.' },
    roles: lookers,
    scope: 'circulation.read',
  },
  'library-rooms.change': {
    says: {
      zh: '更改馆室：名称、用途、座位、代借地点；停用或恢复',
      en: 'Changes a room: name, uses, seats, where to go when it is closed; takes it out of use and back.',
    },
    roles: keepers,
    scope: 'policies.write',
    problems: { 409: ['library-room.name-taken'] },
  },
  'library-rooms.read-shelf-access': {
    says: {
      zh: '开架分步开放：各类读者自何日起如何进库；可问某日',
      en: 'Who may go to the open shelves, from which day on, kind by kind; on a day.',
    },
    roles: lookers,
    scope: 'circulation.read',
  },
  'library-rooms.put-shelf-access': {
    says: {
      zh: '安排开架分步开放：按读者类型和年级，逐步由闭架、半开架到全开架',
      en: 'Plans how the shelves are opened step by step, by kind of reader and grade.',
    },
    roles: keepers,
    scope: 'policies.write',
  },
  'library-rooms.ask-shelf-access': {
    says: {
      zh: '在门口问一位读者今日可否进库自选（证号或读者）',
      en: 'Asks at the door whether one reader may go to the shelves today, by card or id.',
    },
    roles: { librarian: 'school', teacher: 'school', device: 'school' },
    scope: 'circulation.desk',
    problems: { 422: ['reader.unknown'] },
  },
} as const satisfies Operations;
