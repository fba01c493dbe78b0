import type { ProblemTitles } from '../envelope/problem.js';
import { externalIdsProblems } from '../external-ids.problems.js';

export const accessionProblems = {
  ...externalIdsProblems,
  'copy.withdrawal-reason-missing': { zh: '注销须说明原因', en: 'Say why the copy is withdrawn' },
  'copy.barcode-taken': { zh: '条码已被使用', en: 'The barcode is taken in this school' },
  'copy.on-loan': { zh: '该册正在借出', en: 'The copy is on loan' },
  'copy.transition-refused': {
    zh: '不允许这样改变册的状态',
    en: 'The copy cannot go from this state to that one',
  },
  'copy.price-settled': {
    zh: '该册已注销，注销时的价格已入账',
    en: 'The copy is struck; what it was worth then stands in the books',
  },
  'copy.purchase-not-accepted': {
    zh: '购入的图书须经到货验收入藏；未经验收的，须说明理由',
    en: 'What was bought comes in by an accepted delivery: check it in, or say why it came without one',
  },
  'copy.reading-room-only': { zh: '该册只供室内阅览', en: 'The copy stays in the reading room' },
} as const satisfies ProblemTitles;
