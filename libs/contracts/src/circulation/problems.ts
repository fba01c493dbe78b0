import type { ProblemTitles } from '../envelope/problem.js';

export const circulationProblems: ProblemTitles = {
  'checkout.refused': { zh: '不能借出', en: 'The copy cannot be checked out' },
  'renewal.refused': { zh: '不能续借', en: 'The loan cannot be renewed' },
  'loss.refused': { zh: '不能登记丢失', en: 'The loss cannot be recorded' },
  'settlement.refused': { zh: '不能办结赔偿', en: 'The compensation cannot be settled' },
  'hold.refused': { zh: '不能预约', en: 'The hold cannot be placed' },
  'copy.unknown': { zh: '没有这个条码', en: 'No copy has this barcode' },
  'copy.barcode-ambiguous': {
    zh: '多所学校有这个条码',
    en: 'Several schools have this barcode',
  },
  'copy.not-lendable': {
    zh: '该册现在不外借',
    en: 'The copy is not for lending now',
  },
  'copy.already-on-loan': {
    zh: '该册已借出',
    en: 'The copy is on loan already',
  },
  'copy.reading-room-only': {
    zh: '该册只供室内阅览',
    en: 'The copy stays in the reading room',
  },
  'copy.held-for-another-reader': {
    zh: '该册已被他人预约',
    en: 'The copy is held for another reader',
  },
  'copy.of-another-school': {
    zh: '该册属于其他学校',
    en: 'The copy belongs to another school',
  },
  'reader.unknown': { zh: '没有这位读者', en: 'There is no such reader' },
  'reader.inactive': { zh: '读者已停用', en: 'The reader is not active' },
  'reader.card-lost': { zh: '借书证已挂失', en: 'The card was reported lost' },
  'reader.suspended': {
    zh: '读者暂停借书',
    en: 'The reader may not borrow for now',
  },
  'reader.at-limit': {
    zh: '已借满',
    en: 'The reader has as many copies as allowed',
  },
  'reader.has-overdue': {
    zh: '有逾期未还的书',
    en: 'The reader has overdue copies',
  },
  'reader.owes-compensation': {
    zh: '有未办结的赔偿',
    en: 'The reader owes a compensation',
  },
  'reader.owes-reading-note': {
    zh: '还欠一篇读书笔记',
    en: 'The reader owes a reading note',
  },
  'reader.same-title-on-loan': {
    zh: '已借有同种书',
    en: 'The reader has another copy of this title',
  },
  'window.closed': {
    zh: '不在借书时间内',
    en: 'It is not the time for lending',
  },
  'policy.none': { zh: '没有适用的借阅规则', en: 'No lending rule applies' },
  'calendar.unknown': {
    zh: '缺少校历，按周末休息计算',
    en: 'No calendar is known; weekends count as closed',
  },
  'loan.closed': { zh: '该借阅已结束', en: 'The loan is closed' },
  'compensation.settled': { zh: '该赔偿已办结', en: 'The compensation is settled already' },
  'loan.renewals-used-up': { zh: '续借次数已用完', en: 'No renewal is left' },
  'loan.overdue': { zh: '该借阅已逾期', en: 'The loan is overdue' },
  'loan.not-later': {
    zh: '续借不会延长期限',
    en: 'A renewal would not make it due later',
  },
  'title.held-by-others': {
    zh: '有其他读者预约',
    en: 'Other readers wait for this title',
  },
  'hold.already-waiting': {
    zh: '已经预约过',
    en: 'The reader waits for this already',
  },
  'hold.on-loan-to-reader': {
    zh: '该书就在读者手中',
    en: 'The reader has it on loan',
  },
  'hold.at-limit': {
    zh: '预约数已满',
    en: 'The reader has as many holds as allowed',
  },
  'hold.no-copies': {
    zh: '没有可预约的册',
    en: 'There is no copy to wait for',
  },
  'hold.closed': { zh: '预约已结束', en: 'The hold has ended' },
};
