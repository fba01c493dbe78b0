import type { ProblemTitles } from '../envelope/problem.js';

export const audienceProblems = {
  'reading-theme.name-taken': { zh: '已有同名的主题', en: 'There is a theme of that name' },
  'audience.unknown-titles': { zh: '有的书目不存在', en: 'Some of the titles do not exist' },
  'audience.no-change': { zh: '没有可改的内容', en: 'Nothing would change' },
  'audience.theme-closed': { zh: '主题已停用', en: 'The theme is closed' },
  'audience.already-undone': { zh: '已撤销过', en: 'It was taken back before' },
  'audience.built-upon': { zh: '其后又有标注，不能撤销', en: 'Some of the titles were marked again since' },
} as const satisfies ProblemTitles;
