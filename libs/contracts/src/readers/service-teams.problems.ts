import type { ProblemTitles } from '../envelope/problem.js';

export const serviceTeamsProblems = {
  'service-team.name-taken': { zh: '学校已有同名队伍', en: 'The school has a team of this name' },
  'service-team.dissolved': { zh: '队伍已解散', en: 'The team is dissolved' },
  'service-team.member-already': { zh: '该学生已在队中', en: 'The pupil is in the team already' },
  'service-team.grade-not-meant': {
    zh: '队伍不面向该年级',
    en: 'The team is not for this grade',
  },
  'library-area.taken': {
    zh: '该区域在此期间已有年段管理',
    en: 'The area is run by others in these days',
  },
} as const satisfies ProblemTitles;
