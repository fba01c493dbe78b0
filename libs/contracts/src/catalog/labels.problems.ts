import type { ProblemTitles } from '../envelope/problem.js';

export const labelsProblems = {
  'labels.no-copies': { zh: '没有符合条件的册', en: 'No copy fits what was asked for' },
  'labels.too-many': { zh: '一次打印的册数过多', en: 'Too many copies to print at once' },
  'labels.barcode-too-long': {
    zh: '条码过长，在这种标签上无法识读，请换用更宽的标签',
    en: 'The barcode is too long for these labels: no scanner would read it; take wider ones',
  },
} as const satisfies ProblemTitles;
