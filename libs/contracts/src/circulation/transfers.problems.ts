import type { ProblemTitles } from '../envelope/problem.js';

export const transfersProblems = {
  'transfer.none-to-pack': { zh: '没有待发出的调送', en: 'No transfer of this copy waits to be packed here' },
  'transfer.packed-elsewhere': {
    zh: '该册已在另一班次的清单上',
    en: 'The copy is on the manifest of another run',
  },
  'transfer.none-on-the-way': { zh: '该册不在途中', en: 'The copy is not on its way' },
  'transfer.not-sent-yet': { zh: '该册尚在此处待发出', en: 'The copy waits here to be sent' },
  'transfer.not-requested': { zh: '该调送已发出或已结束', en: 'The transfer was sent already, or has ended' },
  'transfer.not-packed': { zh: '该册不在途中', en: 'The transfer is not on its way' },
  'transfer.goes-home': {
    zh: '该册要送还本校，不能拒绝',
    en: 'The copy goes home to its school: that cannot be refused',
  },
  'transfer.moved-on': {
    zh: '该册到馆后已有变动，不能撤销签收',
    en: 'Something happened to the copy since it came: the receipt stands',
  },
  'courier-run.left': { zh: '该班次已发车', en: 'The run has left' },
  'courier-run.open': { zh: '该班次尚未发车', en: 'The run has not left yet' },
  'courier-run.empty': { zh: '清单上没有册', en: 'Nothing is on the manifest' },
  'courier-run.not-empty': { zh: '清单上还有册', en: 'There are copies on the manifest' },
} as const satisfies ProblemTitles;
