import type { Operations } from '../access/operation.js';
import { librarian, school } from '../access/role-sets.js';

const lookers = { ...school, teacher: 'class' } as const;

export const helperEvaluationsAccess = {
  'helper-evaluations.list': {
    says: {
      zh: '一个学期小图书管理员的考核：值日、缺岗、替班、培训、得分和评定；awarded=true 为优秀小图书管理员名单；format 给出可打印的表',
      en: 'What class helpers did in a term: duties kept and missed, stood in, trainings, points and judgement; with `awarded` the award list; `format` prints it.',
    },
    roles: lookers,
    scope: 'readers.read',
    namesReaders: true,
  },
  'helper-evaluations.judge': {
    says: {
      zh: '评定一名小图书管理员本学期的表现，可评为优秀小图书管理员',
      en: 'Judges a class helper for a term, with or without the award; put again, it is corrected.',
    },
    roles: librarian,
    scope: 'readers.write',
    problems: { 409: ['helper-evaluation.not-of-term', 'helper-evaluation.untrained'] },
  },
  'helper-evaluations.take-back': {
    says: { zh: '撤回评定', en: 'Takes a judgement back.' },
    roles: librarian,
    scope: 'readers.write',
  },
} as const satisfies Operations;
