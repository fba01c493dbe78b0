import type { Operations } from '../access/operation.js';
import { county, librarian, school } from '../access/role-sets.js';

const ofTheirClass = { ...school, teacher: 'class' } as const;
const keepers = { ...librarian, teacher: 'class' } as const;

export const guardiansAccess = {
  'guardians.create': {
    says: {
      zh: '登记学生家长及其同意方式；查看会留下记录',
      en: 'Enters a parent or guardian of a pupil, and how he agreed; the read is logged.',
    },
    roles: keepers,
    scope: 'readers.write',
    problems: { 409: ['guardian.known'] },
  },
  'guardians.list': {
    says: {
      zh: '家长登记表，可按班级、学生、是否同意；查看会留下记录；format 给出可打印的表',
      en: 'Guardians by class, pupil, consent; the read is logged; `format` prints them.',
    },
    roles: ofTheirClass,
    scope: 'readers.read',
  },
  'guardians.read': {
    says: { zh: '查看一位家长；查看会留下记录', en: 'One guardian; the read is logged.' },
    roles: ofTheirClass,
    scope: 'readers.read',
  },
  'guardians.change': {
    says: {
      zh: '登记或撤回家长的同意，修改关系和联系方式；需要 If-Match',
      en: 'A guardian agrees or withdraws the consent; other relation or contact; needs If-Match.',
    },
    roles: keepers,
    scope: 'readers.write',
    problems: { 409: ['guardian.no-consent'] },
  },
  'guardians.erase': {
    says: {
      zh: '应本人要求删除家长资料',
      en: 'Forgets a guardian, with what he took part in, as he wishes.',
    },
    roles: keepers,
    scope: 'readers.write',
  },
  'guardian-participations.create': {
    says: {
      zh: '登记家长参加的读书活动；每位家长须已同意',
      en: 'Enters an activity in which guardians took part; each has agreed.',
    },
    roles: librarian,
    scope: 'readers.write',
    problems: { 409: ['guardian.no-consent'] },
  },
  'guardian-participations.list': {
    says: {
      zh: '家长参加读书活动记录：日期、活动、学生和家长人数；format 给出可打印的表',
      en: 'Activities with guardians: day, what, how many pupils and guardians; `format` prints them.',
    },
    roles: { ...county, ...school, teacher: 'school' },
    scope: 'readers.read',
  },
  'guardian-participations.remove': {
    says: { zh: '撤回误登的活动记录', en: 'Takes back an activity that was entered by mistake.' },
    roles: librarian,
    scope: 'readers.write',
  },
} as const satisfies Operations;
