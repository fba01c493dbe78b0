import type { PrintedColumn, PrintedList, Words } from '@shulian/service-kit';
import type { CompensationLine, CompensationMonth } from './compensations.http.js';
import type { Settlement, Standing } from './rules/standing.js';

const settlementWords: Readonly<Record<Settlement, Words>> = {
  paid: { zh: '赔款', en: 'paid' },
  replaced: { zh: '赔书', en: 'replaced' },
  waived: { zh: '免赔', en: 'waived' },
};
const standingWords: Readonly<Record<Standing, Words>> = {
  owed: { zh: '未办结', en: 'owed' },
  'to-close': { zh: '待注销', en: 'to be struck' },
  closed: { zh: '已注销', en: 'struck' },
  replaced: { zh: '已注销并入新册', en: 'struck and replaced' },
  'owed-again': { zh: '撤销办结', en: 'owed again' },
  'came-back': { zh: '原书找回', en: 'came back' },
};

export const printedAccount: PrintedList<CompensationLine> = {
  name: 'compensation-account',
  title: { zh: '丢失图书赔款、注销明细账', en: 'Account of compensations and withdrawals' },
  columns: [
    { key: 'owedOn', title: { zh: '丢失日期', en: 'Lost' }, type: 'day' },
    { key: 'accessionNumber', title: { zh: '登录号', en: 'Acc. no.' }, type: 'integer' },
    { key: 'callNumber', title: { zh: '索书号', en: 'Call no.' }, type: 'text' },
    { key: 'title', title: { zh: '题名', en: 'Title' }, type: 'text' },
    { key: 'owedFen', title: { zh: '应赔', en: 'Owed' }, type: 'fen' },
    { key: 'how', title: { zh: '办结', en: 'Settled' }, type: 'text', words: settlementWords },
    { key: 'amountFen', title: { zh: '实赔', en: 'Paid' }, type: 'fen' },
    { key: 'settledOn', title: { zh: '办结日期', en: 'On' }, type: 'day' },
    { key: 'standing', title: { zh: '状态', en: 'State' }, type: 'text', words: standingWords },
    { key: 'withdrawalLine', title: { zh: '注销行号', en: 'Line' }, type: 'integer' },
    { key: 'withdrawnFen', title: { zh: '注销金额', en: 'Struck' }, type: 'fen' },
    { key: 'documentNumber', title: { zh: '凭证号', en: 'Document' }, type: 'text' },
    { key: 'replacementNumber', title: { zh: '赔书登录号', en: 'Replacement' }, type: 'integer' },
  ],
  signatures: [
    { zh: '经手人', en: 'Handled by' },
    { zh: '负责人', en: 'Head' },
  ],
};

const count = (key: keyof CompensationMonth, zh: string, en: string): PrintedColumn<CompensationMonth> => ({
  key,
  title: { zh, en },
  type: 'integer',
});
export const printedCompensationMonths: PrintedList<CompensationMonth> = {
  name: 'compensation-months',
  title: { zh: '丢失图书赔偿与注销月报', en: 'Compensations and withdrawals by month' },
  columns: [
    { key: 'month', title: { zh: '月份', en: 'Month' }, type: 'day' },
    count('owed', '丢失', 'Lost'),
    { key: 'owedFen', title: { zh: '应赔', en: 'Owed' }, type: 'fen' },
    count('open', '未办结', 'Open'),
    { key: 'openFen', title: { zh: '未赔', en: 'Open' }, type: 'fen' },
    count('paid', '赔款', 'Paid'),
    { key: 'paidFen', title: { zh: '实赔', en: 'Paid' }, type: 'fen' },
    count('replaced', '赔书', 'Replaced'),
    count('waived', '免赔', 'Waived'),
    count('withdrawn', '已注销', 'Struck'),
    count('replacements', '已注销并入新册', 'Struck, replaced'),
    count('cameBack', '原书找回', 'Came back'),
    count('toClose', '待注销', 'To be struck'),
    count('owedAgain', '撤销办结', 'Owed again'),
    { key: 'withdrawnFen', title: { zh: '注销金额', en: 'Struck' }, type: 'fen' },
  ],
};
