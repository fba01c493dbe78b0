import type { Operations } from '../access/operation.js';
import { county, school } from '../access/role-sets.js';

const keepers = { ...county, ...school } as const;
const lookers = { ...keepers, 'county-viewer': 'county' } as const;

export const archiveRecallsAccess = {
  'archive-recalls.list': {
    says: {
      zh: '催收登记：各部门各年度在部门、已催收、已收、已归档、已上架的件数及催收次数；format 给出可打印的表',
      en: 'What units have of each year and what came of it, with reminders; `format` prints it.',
    },
    roles: lookers,
  },
  'archive-recalls.remind': {
    says: {
      zh: '向部门催收某年度的档案：在部门的转为已催收，并记下催收了谁',
      en: 'Reminds a unit of what it has of a year: all of it is called in, and it stands on record who was reminded.',
    },
    roles: keepers,
    problems: { 409: ['archive-recall.nothing-out'] },
  },
  'archive-recalls.reminders': {
    says: {
      zh: '历次催收记录；format 给出可打印的表',
      en: 'Who was reminded when; `format` prints it.',
    },
    roles: lookers,
  },
  'archive-completion.expect': {
    says: {
      zh: '写入某门类某年度应录入的件数',
      en: 'Says how many files there are of a class and year, by the lists on paper.',
    },
    roles: keepers,
  },
  'archive-completion.list': {
    says: {
      zh: '档案录入进度：应录、已录、待录与完成率；format 给出可打印的表',
      en: 'How much of each class and year is entered: expected, entered, to enter, percent; `format` prints it.',
    },
    roles: lookers,
  },
} as const satisfies Operations;
