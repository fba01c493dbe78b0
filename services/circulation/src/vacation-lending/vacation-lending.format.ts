import type { PrintedList } from '@shulian/service-kit';
import type { VacationClass, VacationLoan, VacationView } from './vacation-lending.http.js';

export const printedVacations: PrintedList<VacationView> = {
  name: 'vacation-arrangements',
  title: { zh: '假期借阅安排', en: 'Lending before vacations' },
  columns: [
    { key: 'name', title: { zh: '假期', en: 'Vacation' }, type: 'text' },
    { key: 'lendFrom', title: { zh: '借书开始', en: 'Lent from' }, type: 'day' },
    { key: 'lendTo', title: { zh: '借书截止', en: 'Lent until' }, type: 'day' },
    { key: 'dueOn', title: { zh: '假后归还', en: 'Due' }, type: 'day' },
    { key: 'classes', title: { zh: '班级数', en: 'Classes' }, type: 'integer' },
  ],
};

export const printedVacationClasses: PrintedList<VacationClass> = {
  name: 'vacation-classes',
  title: { zh: '假期借书班级安排表', en: 'When each class comes before the vacation' },
  columns: [
    { key: 'on', title: { zh: '日期', en: 'Day' }, type: 'day' },
    { key: 'from', title: { zh: '开始', en: 'From' }, type: 'text' },
    { key: 'to', title: { zh: '结束', en: 'Until' }, type: 'text' },
    { key: 'borrower', title: { zh: '班级', en: 'Class' }, type: 'class' },
    { key: 'loans', title: { zh: '借出册数', en: 'Lent' }, type: 'integer' },
    { key: 'open', title: { zh: '未还册数', en: 'Still out' }, type: 'integer' },
  ],
};

export const printedVacationLoans: PrintedList<VacationLoan> = {
  name: 'vacation-loans',
  title: { zh: '假期借出图书清单', en: 'What went out for the vacation' },
  columns: [
    { key: 'loanedOn', title: { zh: '借出日期', en: 'Lent' }, type: 'day' },
    { key: 'borrower', title: { zh: '借阅人', en: 'Borrower' }, type: 'who' },
    { key: 'copyBarcode', title: { zh: '条码', en: 'Barcode' }, type: 'text' },
    { key: 'title', title: { zh: '题名', en: 'Title' }, type: 'text' },
    { key: 'dueOn', title: { zh: '应还日期', en: 'Due' }, type: 'day' },
    {
      key: 'status',
      title: { zh: '状态', en: 'State' },
      type: 'text',
      words: {
        open: { zh: '在借', en: 'open' },
        returned: { zh: '已还', en: 'returned' },
        lost: { zh: '丢失', en: 'lost' },
      },
    },
  ],
};
