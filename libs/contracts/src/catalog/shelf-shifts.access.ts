import type { Operations } from '../access/operation.js';
import { county, librarian, school } from '../access/role-sets.js';

const keepers = { ...county, ...librarian } as const;
const lookers = { ...county, 'county-viewer': 'county', ...school } as const;

export const shelfShiftsAccess = {
  'shelf-shifts.create': {
    says: {
      zh: '制定倒架计划：若干步，每步将一处或一段索书号移到另一处',
      en: 'Plans a shelf shift: steps that each move a place or a stretch of call numbers to another place.',
    },
    roles: keepers,
    scope: 'catalog.write',
  },
  'shelf-shifts.list': {
    says: {
      zh: '倒架计划与进度：步骤、已完成、册数；format 给出可打印的表',
      en: 'The shelf shifts of a school: steps, those done, volumes moved; `format` prints them.',
    },
    roles: lookers,
    scope: 'reports.read',
  },
  'shelf-shifts.read': {
    says: { zh: '查看一个倒架计划的进度', en: 'One shelf shift, and how far it is.' },
    roles: lookers,
    scope: 'reports.read',
  },
  'shelf-shifts.change': {
    says: {
      zh: '修改倒架计划（尚未开始时可改步骤）、结束或继续；If-Match 注明所依据的版本',
      en: 'Changes a shelf shift, its steps while none is done, ends it or goes on; If-Match names the version it builds on.',
    },
    roles: keepers,
    scope: 'catalog.write',
    problems: { 409: ['shelf-shift.begun', 'shelf-shift.ended'] },
  },
  'shelf-shifts.steps': {
    says: {
      zh: '倒架步骤及完成情况；format 给出可打印的表',
      en: 'The steps of a shelf shift, and what is done of them; `format` prints them.',
    },
    roles: lookers,
    scope: 'reports.read',
  },
  'shelf-shifts.carry-out': {
    says: {
      zh: '执行一步倒架；撤销该次倒架后可再执行',
      en: 'Carries one step out; the undo of its move makes it one that is to be done.',
    },
    roles: keepers,
    scope: 'catalog.write',
    problems: {
      409: [
        'shelf-shift.ended',
        'shelf-shift.step-done',
        'location.closed',
        'location.over-capacity',
        'move.too-many',
        'move.no-copies',
      ],
    },
  },
} as const satisfies Operations;
