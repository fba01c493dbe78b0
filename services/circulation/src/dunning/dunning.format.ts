import type { PrintedList, Words } from '@shulian/service-kit';
import type { ContactView, DunningLine, DunningRunView, PriorityView } from './dunning.http.js';
import type { Contacted, Priority } from './rules/dunning.js';

const priorityWords: Readonly<Record<Priority, Words>> = {
  left: { zh: '已离校', en: 'has left' },
  leaver: { zh: '毕业年级', en: 'last grade' },
  transfer: { zh: '转学', en: 'changes school' },
  temporary: { zh: '借读', en: 'guest' },
};
const contactedWords: Readonly<Record<Contacted, Words>> = {
  'homeroom-teacher': { zh: '班主任', en: 'homeroom teacher' },
  guardian: { zh: '家长', en: 'guardian' },
  reader: { zh: '本人', en: 'reader' },
  visit: { zh: '上门', en: 'visit' },
};

export const printedDunningRuns: PrintedList<DunningRunView> = {
  name: 'dunning-runs',
  title: { zh: '催书单记录', en: 'Dunning sheets' },
  columns: [
    { key: 'madeOn', title: { zh: '日期', en: 'Made' }, type: 'day' },
    { key: 'answerBy', title: { zh: '限还日期', en: 'Back by' }, type: 'day' },
    { key: 'borrowers', title: { zh: '人数', en: 'Borrowers' }, type: 'integer' },
    { key: 'lines', title: { zh: '册数', en: 'Copies' }, type: 'integer' },
    { key: 'priority', title: { zh: '优先', en: 'First' }, type: 'integer' },
    { key: 'returned', title: { zh: '已还', en: 'Returned' }, type: 'integer' },
    { key: 'lost', title: { zh: '丢失', en: 'Lost' }, type: 'integer' },
    { key: 'note', title: { zh: '备注', en: 'Note' }, type: 'text' },
  ],
};

/** A slip for each borrower; who hands them out cuts along the lines. */
export const printedDunningLines: PrintedList<DunningLine> = {
  name: 'dunning-sheets',
  title: { zh: '催书单', en: 'Please bring back' },
  slipsBy: 'borrower',
  columns: [
    { key: 'borrower', title: { zh: '读者', en: 'Reader' }, type: 'who' },
    { key: 'title', title: { zh: '题名', en: 'Title' }, type: 'text' },
    { key: 'copyBarcode', title: { zh: '条码', en: 'Barcode' }, type: 'text' },
    { key: 'callNumber', title: { zh: '索书号', en: 'Call number' }, type: 'text' },
    { key: 'loanedOn', title: { zh: '借出日期', en: 'Lent' }, type: 'day' },
    { key: 'dueOn', title: { zh: '应还日期', en: 'Due' }, type: 'day' },
    { key: 'daysLate', title: { zh: '逾期天数', en: 'Days late' }, type: 'integer' },
    { key: 'priceFen', title: { zh: '定价', en: 'Price' }, type: 'fen' },
    { key: 'priority', title: { zh: '优先', en: 'First' }, type: 'text', words: priorityWords },
    {
      key: 'since',
      title: { zh: '现状', en: 'Now' },
      type: 'text',
      words: {
        open: { zh: '未还', en: 'out' },
        returned: { zh: '已还', en: 'returned' },
        lost: { zh: '丢失', en: 'lost' },
      },
    },
  ],
};

export const printedPriorities: PrintedList<PriorityView> = {
  name: 'dunning-priorities',
  title: { zh: '转学借读学生', en: 'Dunned first' },
  columns: [
    {
      key: 'reader',
      title: { zh: '读者', en: 'Reader' },
      type: 'who',
      of: ({ readerId }) => ({ kind: 'reader', id: readerId }),
    },
    { key: 'why', title: { zh: '原因', en: 'Why' }, type: 'text', words: priorityWords },
    { key: 'markedOn', title: { zh: '登记日期', en: 'Marked' }, type: 'day' },
    { key: 'openLoans', title: { zh: '在借', en: 'Out' }, type: 'integer' },
    { key: 'note', title: { zh: '备注', en: 'Note' }, type: 'text' },
  ],
};

export const printedContacts: PrintedList<ContactView> = {
  name: 'return-contacts',
  title: { zh: '催还联系记录', en: 'Talks about returns' },
  columns: [
    { key: 'contactedOn', title: { zh: '日期', en: 'Day' }, type: 'day' },
    {
      key: 'about',
      title: { zh: '读者', en: 'Reader' },
      type: 'who',
      of: ({ readerId, classId }) =>
        readerId !== null
          ? { kind: 'reader', id: readerId }
          : classId === null
            ? null
            : { kind: 'class', id: classId },
    },
    { key: 'whom', title: { zh: '联系', en: 'With' }, type: 'text', words: contactedWords },
    { key: 'note', title: { zh: '备注', en: 'Note' }, type: 'text' },
  ],
};
