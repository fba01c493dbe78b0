import type { ProblemTitles } from '../envelope/problem.js';

export const awardRoundsProblems = {
  'award-round.not-now': {
    zh: '这轮评选的状态不允许这样做',
    en: 'The state of the round does not allow it',
  },
  'award-round.nobody-chosen': { zh: '尚未选定任何人', en: 'Nobody is chosen yet' },
  'award.chosen-already': { zh: '已选定这名学生', en: 'The pupil is chosen already' },
  'award.places-taken': { zh: '名额已满', en: 'All places are taken' },
  'award.part-missing': {
    zh: '笔记、摘抄或竞赛得分尚未达到要求',
    en: 'Notes, excerpts or quiz points are not enough yet',
  },
} as const satisfies ProblemTitles;
