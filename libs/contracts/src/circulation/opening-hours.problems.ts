import type { ProblemTitles } from '../envelope/problem.js';

export const openingHoursProblems = {
  'opening-exception.there-already': { zh: '这一天已有例外', en: 'The day is otherwise already' },
  'room-opening.open-already': { zh: '该馆室已登记开门', en: 'The room is open already' },
  'room-opening.closed-already': { zh: '该馆室已登记关门', en: 'The room is closed already' },
  'room-opening.in-the-future': { zh: '时间尚未到', en: 'That is not yet' },
  'duty-shift.person-busy': { zh: '此人此时已有值班', en: 'This person is on duty elsewhere then' },
} as const satisfies ProblemTitles;
