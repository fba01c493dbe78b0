import type { ProblemTitles } from '../envelope/problem.js';

export const readerBoardsProblems = {
  'reader-board.closed': { zh: '园地已关闭', en: 'The board is closed' },
  'board-post.decided-already': { zh: '已审核过', en: 'Somebody has decided about it already' },
} as const satisfies ProblemTitles;
