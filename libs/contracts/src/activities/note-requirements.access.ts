import type { Operations } from '../access/operation.js';
import { school } from '../access/role-sets.js';

export const noteRequirementsAccess = {
  'note-requirements.put': {
    says: {
      zh: '规定各年级读书笔记的写法：种类、最少字数、是否分类、数量；写笔记时即核对',
      en: 'Says what notes each grade writes: kinds, fewest characters, whether they are sorted, how many; it is checked when a note is written.',
    },
    roles: school,
    scope: 'activities.write',
  },
  'note-requirements.list': {
    says: {
      zh: '各年级读书笔记要求；未定的年级给出建议，不作核对',
      en: 'What is asked of each grade; where the school has said nothing, what is suggested, which nobody checks.',
    },
    roles: { ...school, teacher: 'school', reader: 'self' },
    scope: 'activities.read',
  },
  'note-progress.list': {
    says: {
      zh: '每个学生本期笔记完成情况：应写、已写、是否达标；format 给出可打印的表',
      en: 'How far each pupil has come in the period: asked for, written, whether it is enough; `format` prints it.',
    },
    roles: { ...school, teacher: 'class', reader: 'self' },
    scope: 'activities.read',
    namesReaders: true,
  },
} as const satisfies Operations;
