import type { ProblemTitles } from '../envelope/problem.js';

export const bookBoxesProblems = {
  'book-box.not-empty': { zh: '图书箱里还有图书', en: 'There are copies in the box' },
  'book-box.closed': { zh: '图书箱已停用', en: 'The box is closed' },
  'book-box.away': { zh: '图书箱不在馆，收回后再装取', en: 'The box is not in the library' },
  'book-box.full': { zh: '超过图书箱的应有册数', en: 'The box holds no more copies' },
  'book-box.copy-of-another': { zh: '有的册属于其他图书箱', en: 'A copy belongs to another box' },
  'book-box.empty': { zh: '没有可以随箱送出的图书', en: 'No copy of the box can go along' },
  'book-box.no-route': { zh: '图书箱没有流动班级，请指定', en: 'The box goes no round: say to whom it goes' },
  'book-box.there-already': { zh: '图书箱已在那里', en: 'The box is there already' },
  'book-box.home': { zh: '图书箱已在馆', en: 'The box is in the library already' },
} as const satisfies ProblemTitles;
