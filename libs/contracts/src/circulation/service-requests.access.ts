import type { Operations } from '../access/operation.js';
import { figures, librarian, school } from '../access/role-sets.js';

/** Who asks for himself, a class teacher also for the pupils of the class. */
const askers = { ...school, teacher: 'class', reader: 'self' } as const;
const notNow = 'service-request.not-now';
const working = {
  roles: librarian,
  scope: 'circulation.desk',
  problems: { 409: [notNow] },
  namesReaders: true,
} as const;

export const serviceRequestsAccess = {
  'service-requests.create': {
    says: {
      zh: '提出服务申请：馆际互借、文献传递、阅览、复印、咨询、定题、报导、科技查新',
      en: 'Asks for inter-library loan, document delivery, reading, photocopies, reference, topic service, current awareness, novelty search.',
    },
    roles: askers,
    scope: 'circulation.desk',
    namesReaders: true,
  },
  'service-requests.list': {
    says: {
      zh: '服务申请及其结果；馆员见全校，其他人只见自己的；format 给出可打印的登记表',
      en: 'Requests and what became of them; the library sees all of its school, others their own; `format` prints the register.',
    },
    roles: askers,
    scope: 'circulation.read',
    namesReaders: true,
  },
  'service-requests.read': {
    says: { zh: '查看一项申请及其答复', en: 'One request with its answers.' },
    roles: askers,
    scope: 'circulation.read',
    namesReaders: true,
  },
  'service-requests.promise': {
    says: { zh: '承诺答复日期', en: 'Promises a day by which it is answered.' },
    ...working,
  },
  'service-requests.answer': {
    says: {
      zh: '答复：内容、来源单位、件数；定题与报导可多次答复',
      en: 'Answers with words, source and how many items; topics that are followed are answered again and again.',
    },
    ...working,
  },
  'service-requests.decline': {
    says: { zh: '说明为何未能提供', en: 'Says why it cannot be done.' },
    ...working,
  },
  'service-requests.withdraw': {
    says: { zh: '撤回申请', en: 'Takes a request back that is not answered yet.' },
    roles: askers,
    scope: 'circulation.desk',
    problems: { 409: [notNow] },
    namesReaders: true,
  },
  'service-requests.close': {
    says: {
      zh: '办结：已取、已送、室内阅毕、已归还来源、未取',
      en: 'Ends it with what became of it: handed over, sent, read here, given back, not collected.',
    },
    ...working,
  },
  'service-requests.reopen': {
    says: { zh: '撤销答复或办结，恢复待办', en: 'Takes answers or the end back: it is open again.' },
    ...working,
  },
  'service-requests.counts': {
    says: {
      zh: '按类型统计：申请、待办、已答复、未能提供、撤回、逾期、件数、最长天数；format 给出可打印的表',
      en: 'By kind asked, open, answered, declined, withdrawn, late, items, longest days; `format` prints them.',
    },
    roles: figures,
    scope: 'reports.read',
  },
} as const satisfies Operations;
