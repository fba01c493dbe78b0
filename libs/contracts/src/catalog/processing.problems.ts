import type { ProblemTitles } from '../envelope/problem.js';

export const processingProblems = {
  'processing.step-refused': { zh: '不能记录这一环节', en: 'The step cannot be recorded' },
  'processing.undo-refused': { zh: '不能撤销这一环节', en: 'The step cannot be taken back' },
  'processing.not-in-processing': { zh: '该册不在加工中', en: 'The copy is not in processing' },
  'processing.done-already': { zh: '该环节已完成', en: 'The step is done already' },
  'processing.earlier-missing': { zh: '前面的环节尚未完成', en: 'A step before it is not done' },
  'processing.day-before-earlier': {
    zh: '日期早于前面的环节',
    en: 'The day is before that of an earlier step',
  },
  'processing.no-class': { zh: '尚无分类号', en: 'There is no class number yet' },
  'processing.not-last-step': { zh: '只能撤销最后一个环节', en: 'Only the last step can be taken back' },
  'processing.changed-since': { zh: '该册的状态已另行改变', en: 'The state of the copy was changed since' },
  'processing.unknown-barcodes': { zh: '有条码不属于本校', en: 'Some barcodes are none of this school' },
  'processing.no-copies': { zh: '没有符合条件的图书', en: 'No copies answer to this' },
  'processing.too-many': { zh: '一次处理的册数过多', en: 'These are too many at once' },
} as const satisfies ProblemTitles;
