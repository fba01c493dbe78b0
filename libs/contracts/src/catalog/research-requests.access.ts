import type { Operations } from '../access/operation.js';
import { county, school } from '../access/role-sets.js';

const lookers = { ...county, 'county-viewer': 'county', ...school } as const;
/** Everyone who works, teaches or reads at the school. */
const askers = { ...school, teacher: 'school', 'class-helper': 'school', reader: 'school' } as const;

export const researchRequestsAccess = {
  'research-requests.create': {
    says: {
      zh: '提出课题研究资料检索：课题、说明、需用日期',
      en: 'Asks the library for material on a topic, with a day by which it is needed.',
    },
    roles: askers,
  },
  'research-requests.list': {
    says: {
      zh: '课题资料检索及其答复；馆员见全校，其他人只见自己提出的；format 给出可打印的表',
      en: 'Research requests with what was found; the library sees all of its school, others their own; `format` prints them.',
    },
    roles: askers,
  },
  'research-requests.answer': {
    says: {
      zh: '答复检索：书目、链接、说明；或说明为何未能提供',
      en: 'Answers with titles, links and words, or says why nothing was found.',
    },
    roles: school,
    problems: { 409: ['research-request.settled'] },
  },
  'research-requests.reopen': {
    says: { zh: '撤回答复，重新检索', en: 'Takes an answer back, to give a better one.' },
    roles: school,
    problems: { 409: ['research-request.open'] },
  },
  'research-requests.months': {
    says: {
      zh: '逐月：提出、答复、逾期、平均与最长天数；format 给出可打印的表',
      en: 'Month by month asked, answered, late, average and longest days; `format` prints them.',
    },
    roles: lookers,
    scope: 'reports.read',
  },
} as const satisfies Operations;
