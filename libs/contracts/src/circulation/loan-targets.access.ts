import type { Operations } from '../access/operation.js';
import { county, school } from '../access/role-sets.js';

const seeing = { ...county, 'county-viewer': 'county', ...school, teacher: 'school' } as const;

export const loanTargetsAccess = {
  'loan-targets.read': {
    says: {
      zh: '查看本校每学期借阅目标（学生、班级、教师，可按年级）和每周读书建议',
      en: 'How much pupils, classes and teachers of a school are to borrow in a term, and what is advised for a week.',
    },
    roles: { ...seeing, 'class-helper': 'school' },
    scope: 'circulation.read',
  },
  'loan-targets.put': {
    says: { zh: '设定本校借阅目标和每周读书建议', en: 'Sets the targets and the advice of a school.' },
    roles: school,
    scope: 'policies.write',
    problems: { 412: ['version.stale'], 428: ['version.required'] },
  },
  'loan-target-progress.readers': {
    says: {
      zh: '学生本学期借书册数与目标，本周借书与每周两本的建议；format 给出可打印的表',
      en: 'What each pupil borrowed this term against the target, and this week against the advice; `format` prints it.',
    },
    roles: { ...school, teacher: 'class', reader: 'self' },
    scope: 'circulation.read',
    namesReaders: true,
  },
  'loan-target-progress.classes': {
    says: {
      zh: '各班本学期个人借书、集体借书人均与目标，达标人数；format 给出可打印的表',
      en: 'What each class borrowed this term, alone and together, against the targets; `format` prints it.',
    },
    roles: seeing,
    scope: 'circulation.read',
    namesReaders: true,
  },
  'loan-target-progress.grades': {
    says: { zh: '各年级本学期借书与目标', en: 'The same, grade by grade.' },
    roles: seeing,
    scope: 'circulation.read',
  },
  'loan-target-progress.teachers': {
    says: {
      zh: '教师本学期借书次数与目标（每学期五次），在借、逾期、损坏，供督促归还；format 给出可打印的表',
      en: 'How often each teacher borrowed this term against the target of five, what is out, overdue and damaged; `format` prints it.',
    },
    roles: school,
    scope: 'circulation.read',
    namesReaders: true,
  },
} as const satisfies Operations;
