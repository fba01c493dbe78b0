import type { PrintedList } from '@shulian/service-kit';
import type { ClassListReaderView, ClassListView, LeaverView } from './class-lists.http.js';
import { streamWords } from './school-years.format.js';

export const printedClassLists: PrintedList<ClassListView> = {
  name: 'class-lists',
  title: { zh: '学年班级表', en: 'Classes of a school year' },
  columns: [
    { key: 'name', title: { zh: '班级', en: 'Class' }, type: 'text' },
    { key: 'entryYear', title: { zh: '入学年份', en: 'Entered' }, type: 'integer' },
    { key: 'stream', title: { zh: '文理', en: 'Stream' }, type: 'text', words: streamWords },
    { key: 'campus', title: { zh: '校区', en: 'Campus' }, type: 'text' },
    { key: 'pupils', title: { zh: '人数', en: 'Pupils' }, type: 'integer', total: 'sum' },
    { key: 'left', title: { zh: '学年中离校', en: 'Left' }, type: 'integer', total: 'sum' },
  ],
};

export const printedClassListReaders: PrintedList<ClassListReaderView> = {
  name: 'class-list-readers',
  title: { zh: '学年班级名单', en: 'Class lists of a school year' },
  columns: [
    { key: 'className', title: { zh: '班级', en: 'Class' }, type: 'text' },
    { key: 'name', title: { zh: '姓名', en: 'Name' }, type: 'text' },
    { key: 'cardNumber', title: { zh: '借书证号', en: 'Card number' }, type: 'text' },
    { key: 'leftOn', title: { zh: '离校日期', en: 'Left' }, type: 'day' },
  ],
};

export const printedLeavers: PrintedList<LeaverView> = {
  name: 'leavers',
  title: { zh: '离校读者清还情况', en: 'Who has left, and what is open' },
  columns: [
    { key: 'leftOn', title: { zh: '离校日期', en: 'Left' }, type: 'day' },
    { key: 'className', title: { zh: '班级', en: 'Class' }, type: 'text' },
    { key: 'name', title: { zh: '姓名', en: 'Name' }, type: 'text' },
    {
      key: 'leftWhy',
      title: { zh: '原因', en: 'Why' },
      type: 'text',
      words: {
        left: { zh: '离校', en: 'left' },
        graduated: { zh: '毕业', en: 'graduated' },
        transferred: { zh: '转学', en: 'transferred' },
      },
    },
    { key: 'openLoans', title: { zh: '未还册数', en: 'On loan' }, type: 'integer' },
    { key: 'dueOn', title: { zh: '最早到期', en: 'First due' }, type: 'day' },
    { key: 'openDebts', title: { zh: '未赔册数', en: 'Owed for' }, type: 'integer' },
    { key: 'owedFen', title: { zh: '未赔金额', en: 'Owed' }, type: 'fen' },
  ],
};
