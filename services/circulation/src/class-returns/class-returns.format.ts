import type { PrintedList } from '@shulian/service-kit';
import type { CheckView, ClassWeek, DueClass, MissingLoan } from './class-returns.http.js';

const ofClass = {
  key: 'class',
  title: { zh: '班级', en: 'Class' },
  type: 'class',
  of: ({ classId }: { readonly classId: string }) => ({ kind: 'class', id: classId }),
} as const;

export const printedChecks: PrintedList<CheckView> = {
  name: 'class-return-checks',
  title: { zh: '班级归还核对', en: 'Class return checks' },
  columns: [
    { key: 'checkedOn', title: { zh: '日期', en: 'Day' }, type: 'day' },
    ofClass,
    { key: 'returned', title: { zh: '当日归还', en: 'Returned' }, type: 'integer' },
    { key: 'missing', title: { zh: '应还未还', en: 'Missing' }, type: 'integer' },
    { key: 'borrowers', title: { zh: '人数', en: 'Borrowers' }, type: 'integer' },
    { key: 'since', title: { zh: '之后了结', en: 'Since' }, type: 'integer' },
    { key: 'contactedOn', title: { zh: '联系班主任', en: 'Spoken with' }, type: 'day' },
    { key: 'note', title: { zh: '备注', en: 'Note' }, type: 'text' },
  ],
};

export const printedDueClasses: PrintedList<DueClass> = {
  name: 'classes-of-the-day',
  title: { zh: '当日轮到的班级', en: 'Classes of the day' },
  columns: [
    { key: 'from', title: { zh: '从', en: 'From' }, type: 'text' },
    { key: 'to', title: { zh: '到', en: 'To' }, type: 'text' },
    { key: 'className', title: { zh: '班级', en: 'Class' }, type: 'text' },
    {
      key: 'checked',
      title: { zh: '已核对', en: 'Checked' },
      type: 'yes-no',
      of: ({ checkId }) => checkId !== null,
    },
    { key: 'missing', title: { zh: '应还未还', en: 'Missing' }, type: 'integer' },
    { key: 'contactedOn', title: { zh: '联系班主任', en: 'Spoken with' }, type: 'day' },
  ],
};

export const printedMissing: PrintedList<MissingLoan> = {
  name: 'class-missing-returns',
  title: { zh: '班级应还未还书刊', en: 'Not returned on the day' },
  columns: [
    { key: 'borrower', title: { zh: '读者', en: 'Reader' }, type: 'who' },
    { key: 'title', title: { zh: '题名', en: 'Title' }, type: 'text' },
    { key: 'copyBarcode', title: { zh: '条码', en: 'Barcode' }, type: 'text' },
    { key: 'dueOn', title: { zh: '应还日期', en: 'Due' }, type: 'day' },
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

export const printedWeeks: PrintedList<ClassWeek> = {
  name: 'class-weeks',
  title: { zh: '各班一周借阅情况', en: 'What the classes borrowed' },
  columns: [
    { key: 'weekStartsOn', title: { zh: '周（星期一）', en: 'Week of' }, type: 'day' },
    ofClass,
    { key: 'loans', title: { zh: '借出册数', en: 'Lent' }, type: 'integer' },
    { key: 'borrowers', title: { zh: '借书人数', en: 'Borrowers' }, type: 'integer' },
    { key: 'returned', title: { zh: '归还册数', en: 'Returned' }, type: 'integer' },
    { key: 'open', title: { zh: '在借', en: 'Out' }, type: 'integer' },
    { key: 'overdue', title: { zh: '逾期', en: 'Overdue' }, type: 'integer' },
  ],
};
