import type { Operations } from '../access/operation.js';
import { county, school } from '../access/role-sets.js';

const seeing = {
  ...county,
  'county-viewer': 'county',
  ...school,
  teacher: 'school',
} as const;

export const policiesAccess = {
  'lending-policies.list': {
    says: {
      zh: '列出县和学校借阅规则的各个版本，最新的在前',
      en: 'Versions of the rules of the county and of a school, the newest first.',
    },
    roles: seeing,
    scope: 'circulation.read',
  },
  'lending-policies.resolve': {
    says: {
      zh: '查明某校某日对某类读者和册适用哪条规则',
      en: 'Which rule says what, for one kind of reader and copy at a school on a day.',
    },
    roles: seeing,
    scope: 'circulation.read',
  },
  'lending-policies.read': {
    says: { zh: '查看规则的一个版本', en: 'One version.' },
    roles: seeing,
    scope: 'circulation.read',
  },
  'lending-policies.change': {
    says: {
      zh: '使县或学校借阅规则的新版本生效',
      en: 'Puts a new version of the rules of the county or of a school in force.',
    },
    roles: { ...county, ...school },
    scope: 'policies.write',
    problems: { 412: ['version.stale'], 428: ['version.required'] },
  },
} as const satisfies Operations;
