import type { PrintedList } from '@shulian/service-kit';
import type { MagazineCount, RegisterClass, RegisterEntry, RegisterReader } from './loan-registers.http.js';

const states = {
  open: { zh: '在借', en: 'open' },
  overdue: { zh: '逾期', en: 'overdue' },
  returned: { zh: '已还', en: 'returned' },
  lost: { zh: '丢失', en: 'lost' },
};

export const printedEntries: PrintedList<RegisterEntry> = {
  name: 'loan-register',
  title: { zh: '借阅登记表', en: 'Register of loans' },
  columns: [
    { key: 'loanedOn', title: { zh: '借出日期', en: 'Lent' }, type: 'day' },
    { key: 'borrower', title: { zh: '借阅人', en: 'Borrower' }, type: 'who' },
    { key: 'copyBarcode', title: { zh: '条码', en: 'Barcode' }, type: 'text' },
    { key: 'callNumber', title: { zh: '索书号', en: 'Call number' }, type: 'text' },
    { key: 'title', title: { zh: '题名', en: 'Title' }, type: 'text' },
    { key: 'dueOn', title: { zh: '应还日期', en: 'Due' }, type: 'day' },
    { key: 'status', title: { zh: '状态', en: 'State' }, type: 'text', words: states },
    { key: 'closedOn', title: { zh: '归还日期', en: 'Closed' }, type: 'day' },
  ],
  signatures: [{ zh: '图书管理员', en: 'Librarian' }],
};

export const printedReaders: PrintedList<RegisterReader> = {
  name: 'loan-register-readers',
  title: { zh: '读者借阅登记汇总', en: 'Register of loans by reader' },
  columns: [
    { key: 'borrower', title: { zh: '借阅人', en: 'Borrower' }, type: 'who' },
    { key: 'loans', title: { zh: '借阅册次', en: 'Loans' }, type: 'integer' },
    { key: 'returned', title: { zh: '已还', en: 'Returned' }, type: 'integer' },
    { key: 'open', title: { zh: '在借', en: 'Open' }, type: 'integer' },
    { key: 'overdue', title: { zh: '逾期', en: 'Overdue' }, type: 'integer' },
    { key: 'lost', title: { zh: '丢失', en: 'Lost' }, type: 'integer' },
  ],
};

export const printedClasses: PrintedList<RegisterClass> = {
  name: 'loan-register-classes',
  title: { zh: '班级借阅登记汇总', en: 'Register of loans by class' },
  columns: [
    { key: 'borrower', title: { zh: '班级', en: 'Class' }, type: 'class' },
    { key: 'grade', title: { zh: '年级', en: 'Grade' }, type: 'integer' },
    { key: 'pupils', title: { zh: '人数', en: 'Pupils' }, type: 'integer' },
    { key: 'individual', title: { zh: '个人借阅册次', en: 'Individual' }, type: 'integer' },
    { key: 'collective', title: { zh: '集体借阅册次', en: 'Collective' }, type: 'integer' },
    { key: 'target', title: { zh: '集体借阅目标', en: 'Target' }, type: 'integer' },
    { key: 'corner', title: { zh: '图书角配书', en: 'Corners' }, type: 'integer' },
    { key: 'box', title: { zh: '图书箱', en: 'Boxes' }, type: 'integer' },
  ],
};

export const printedMagazines: PrintedList<MagazineCount> = {
  name: 'magazine-loans',
  title: { zh: '杂志借阅统计', en: 'Loans of magazines' },
  columns: [
    {
      key: 'readers',
      title: { zh: '读者', en: 'Readers' },
      type: 'text',
      words: {
        staff: { zh: '教职工', en: 'staff' },
        pupils: { zh: '学生', en: 'pupils' },
        classes: { zh: '班级', en: 'classes' },
        external: { zh: '校外读者', en: 'external' },
      },
    },
    { key: 'personTimes', title: { zh: '人次', en: 'Person-times' }, type: 'integer' },
    { key: 'copies', title: { zh: '本', en: 'Copies' }, type: 'integer' },
  ],
};
