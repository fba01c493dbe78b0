import type { Operations } from '../access/operation.js';
import { county, librarian, school } from '../access/role-sets.js';

const keepers = { ...school } as const;
const staff = { ...county, 'county-viewer': 'county', ...school, teacher: 'school' } as const;
/** Rules are for everybody at the school. */
const all = { ...staff, 'class-helper': 'school', reader: 'self' } as const;

export const ruleSetsAccess = {
  'rule-sets.create': {
    says: {
      zh: '制定一项规章制度（采编、加工、借还、保管、赔偿、清点、剔除、借书、阅览等），自某日起施行',
      en: 'Writes a set of rules, of one of nine kinds or another, that holds from a day on.',
    },
    roles: keepers,
    scope: 'readers.write',
    problems: { 409: ['rule-set.name-taken'] },
  },
  'rule-sets.list': {
    says: {
      zh: '本校规章制度一览：施行版次、张贴处、阅知数；format 给出可打印的表',
      en: 'The rules of a school as they hold today, where they hang and who read them; `format` prints them.',
    },
    roles: all,
    scope: 'readers.read',
  },
  'rule-sets.read': {
    says: { zh: '查看一项规章制度', en: 'One set of rules as it holds today.' },
    roles: all,
    scope: 'readers.read',
  },
  'rule-sets.text': {
    says: {
      zh: '制度条文，施行版或某一版；format 给出可张贴的文本',
      en: 'The text that holds, or of another version; `format` prints it for the wall.',
    },
    roles: all,
    scope: 'readers.read',
  },
  'rule-sets.end': {
    says: { zh: '废止一项制度，或撤回废止', en: 'A set of rules holds no more, or does, after all.' },
    roles: keepers,
    scope: 'readers.write',
  },
  'rule-sets.revise': {
    says: { zh: '修订制度：新版自某日起施行', en: 'A new version of a set, from a day on.' },
    roles: keepers,
    scope: 'readers.write',
    problems: { 409: ['rule-set.ended'] },
  },
  'rule-sets.versions': {
    says: { zh: '制度的各版条文，最新的在前', en: 'All versions of a set, the newest first.' },
    roles: staff,
    scope: 'readers.read',
  },
  'rule-sets.withdraw': {
    says: { zh: '撤回尚未施行的最新版', en: 'Takes the newest version back before it holds.' },
    roles: keepers,
    scope: 'readers.write',
    problems: { 409: ['rule-set.version-stays'] },
  },
  'rule-sets.post': {
    says: {
      zh: '登记制度在某阅览室张贴上墙，取代旧版',
      en: 'What holds is hung in a room, in place of an older version.',
    },
    roles: librarian,
    scope: 'readers.write',
    problems: { 409: ['rule-set.ended', 'rule-set.not-yet'] },
  },
  'rule-sets.take-down': {
    says: { zh: '登记制度已撤下', en: 'Rules hang in a room no more.' },
    roles: librarian,
    scope: 'readers.write',
  },
  'rule-sets.postings': {
    says: {
      zh: '制度上墙记录；format 给出可打印的表',
      en: 'Where a set hangs and hung; `format` prints it.',
    },
    roles: staff,
    scope: 'readers.read',
  },
  'rule-sets.acknowledge': {
    says: {
      zh: '确认已阅制度：教师本人、所带班级或读者本人',
      en: 'Somebody has read what holds: a teacher, the class that was told, a reader.',
    },
    roles: { ...librarian, 'school-head': 'school', teacher: 'class', reader: 'self' },
    problems: { 409: ['rule-set.ended', 'rule-set.not-yet'] },
  },
  'rule-sets.readings': {
    says: {
      zh: '制度传阅记录：哪些教师、班级、读者已阅哪一版；format 给出可打印的表',
      en: 'Which teachers, classes and readers read which version; `format` prints it.',
    },
    roles: { ...county, ...school },
    scope: 'readers.read',
  },
} as const satisfies Operations;
