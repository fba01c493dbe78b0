import type { ProblemTitles } from '../envelope/problem.js';

export const contestsProblems = {
  'contest.wrong-step': {
    zh: '竞赛目前的状态不允许这样做',
    en: 'The state of the contest does not allow it',
  },
  'contest.days-unknown': {
    zh: '学期日期未知，请写明起止日期',
    en: 'The terms are not known: say from which day to which',
  },
  'contest.no-plan': { zh: '竞赛还没有计划', en: 'The contest has no plan yet' },
  'contest.no-entries': { zh: '没有参赛作品', en: 'Nothing has been handed in' },
  'contest.no-judges': { zh: '还没有评委', en: 'There are no judges yet' },
  'contest.scores-missing': { zh: '还有作品未评完', en: 'Scores are missing' },
  'contest.has-scores': { zh: '已有评分', en: 'There are scores already' },
  'contest.no-commendation': {
    zh: '尚未表彰，不能总结',
    en: 'Winners were not commended yet: it cannot be summarised',
  },
  'contest.judge-has-scored': { zh: '该评委已评分', en: 'The judge has given scores already' },
  'contest.not-open': { zh: '不在收稿期内', en: 'Nothing is taken now' },
  'contest.too-late': { zh: '已过截止时间', en: 'The deadline has passed' },
  'contest.not-for-you': {
    zh: '不在参赛对象之内，或提交方式不对',
    en: 'The contest is not for this reader, or takes works in another way',
  },
  'contest.entered-already': { zh: '已提交过作品', en: 'A work was handed in already' },
  'contest-entry.withdrawn': { zh: '作品已撤回', en: 'The work was taken back' },
  'contest-file.too-many': { zh: '附件已达上限', en: 'The work has as many files as it may have' },
  'contest-file.format-unsupported': {
    zh: '附件须为 JPEG、PNG、WebP 图片、PDF 或 Office 文档',
    en: 'A file has to be a JPEG, PNG or WebP picture, a PDF or an Office document',
  },
  'judging.own-entry': { zh: '不能评自己的作品', en: 'Nobody judges the own work' },
  'judging.own-class': { zh: '不评本人任教班级的作品', en: 'Nobody judges works of the own class' },
} as const satisfies ProblemTitles;
