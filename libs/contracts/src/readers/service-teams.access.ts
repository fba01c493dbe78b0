import type { Operations } from '../access/operation.js';
import { librarian, school } from '../access/role-sets.js';

const lookers = { ...school, teacher: 'school' } as const;
const seers = { ...school, teacher: 'class' } as const;

export const serviceTeamsAccess = {
  'service-teams.found': {
    says: {
      zh: '成立学生管理员队伍或图书志愿者队，写明章程和面向年级',
      en: 'Founds a standing team of pupil librarians or a corps of volunteers, with its rules and grades.',
    },
    roles: librarian,
    scope: 'readers.write',
    problems: { 409: ['service-team.name-taken'] },
  },
  'service-teams.list': {
    says: {
      zh: '学生队伍名册及现有人数；format 给出可打印的表',
      en: 'The teams of pupils with how many they are; `format` prints them.',
    },
    roles: lookers,
    scope: 'readers.read',
  },
  'service-teams.read': {
    says: { zh: '查看一支队伍及其章程', en: 'One team with its rules.' },
    roles: lookers,
    scope: 'readers.read',
  },
  'service-teams.change': {
    says: {
      zh: '更改队伍的名称、章程、年级，解散或恢复；需要 If-Match',
      en: 'Changes name, rules or grades of a team, dissolves it or takes that back; needs If-Match.',
    },
    roles: librarian,
    scope: 'readers.write',
    problems: { 409: ['service-team.name-taken'] },
  },
  'service-teams.members': {
    says: {
      zh: '队伍成员名单，可含已离队者；format 给出可打印的名单',
      en: 'The members of a team, former ones where asked for; `format` prints them.',
    },
    roles: seers,
    scope: 'readers.read',
    namesReaders: true,
  },
  'service-teams.join': {
    says: { zh: '吸收一名学生入队', en: 'Takes a pupil into a team.' },
    roles: { ...librarian, teacher: 'class' },
    scope: 'readers.write',
    problems: {
      409: ['service-team.dissolved', 'service-team.member-already', 'service-team.grade-not-meant'],
    },
    namesReaders: true,
  },
  'service-teams.change-member': {
    says: {
      zh: '更改成员职务，登记离队或恢复；需要 If-Match',
      en: 'Changes the part of a member, says that the pupil left, or takes that back; needs If-Match.',
    },
    roles: { ...librarian, teacher: 'class' },
    scope: 'readers.write',
    problems: { 409: ['service-team.member-already'] },
    namesReaders: true,
  },
  'library-areas.create': {
    says: {
      zh: '把一处书廊或区域交给某年段学生自主管理',
      en: 'Gives an area of the library to the pupils of a grade section to run.',
    },
    roles: librarian,
    scope: 'readers.write',
    problems: { 409: ['library-area.taken'] },
  },
  'library-areas.list': {
    says: {
      zh: '学生自主管理区域表：年段、队伍、人数、任务；format 给出可打印的表',
      en: 'The areas that pupils run: grades, team, how many, tasks; `format` prints them.',
    },
    roles: lookers,
    scope: 'readers.read',
  },
  'library-areas.read': {
    says: { zh: '查看一处自主管理区域', en: 'One area that pupils run.' },
    roles: lookers,
    scope: 'readers.read',
  },
  'library-areas.change': {
    says: {
      zh: '更改自主管理区域的年段、队伍、任务或期限；需要 If-Match',
      en: 'Changes grades, team, tasks or days of an area; needs If-Match.',
    },
    roles: librarian,
    scope: 'readers.write',
    problems: { 409: ['library-area.taken'] },
  },
  'library-areas.remove': {
    says: { zh: '撤回误登的区域', en: 'Takes back an area that was entered by mistake.' },
    roles: librarian,
    scope: 'readers.write',
  },
} as const satisfies Operations;
