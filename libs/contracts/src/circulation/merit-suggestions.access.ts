import type { Operations } from '../access/operation.js';
import { librarian, school } from '../access/role-sets.js';

const seeing = { ...school, teacher: 'class' } as const;

export const meritSuggestionsAccess = {
  'merit-candidates.list': {
    says: {
      zh: '列出本学期有逾期、丢失、损坏的班级，供建议扣评优胜奖',
      en: 'Classes with overdue, lost or damaged copies this term, for whom a deduction may be suggested.',
    },
    roles: school,
    scope: 'circulation.read',
    namesReaders: true,
  },
  'merit-suggestions.create': {
    says: {
      zh: '建议扣除某班一次三项竞赛优胜奖，每班每学期一次，仅是建议',
      en: 'Suggests that a class loses a merit award of the term; once a term, and no more than a suggestion.',
    },
    roles: librarian,
    scope: 'circulation.desk',
    problems: { 409: ['merit-suggestion.made-already'] },
  },
  'merit-suggestions.list': {
    says: {
      zh: '列出建议，班主任见本班的；format 给出交班级评比的表',
      en: 'The suggestions; a class teacher sees those of the own class. `format` is the file for the evaluation of classes.',
    },
    roles: seeing,
    scope: 'circulation.read',
    namesReaders: true,
  },
  'merit-suggestions.hand-on': {
    says: { zh: '标记已转交班级评比', en: 'Marks it as handed on to the evaluation of classes.' },
    roles: school,
    scope: 'circulation.desk',
    problems: { 409: ['merit-suggestion.ended'] },
  },
  'merit-suggestions.withdraw': {
    says: { zh: '撤回建议', en: 'Takes a suggestion back.' },
    roles: librarian,
    scope: 'circulation.desk',
    problems: { 409: ['merit-suggestion.ended'] },
  },
} as const satisfies Operations;
