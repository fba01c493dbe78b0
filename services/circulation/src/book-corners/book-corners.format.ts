import type { PrintedList } from '@shulian/service-kit';
import type { ClassWithout, CornerView } from './book-corners.http.js';

export const printedCorners: PrintedList<CornerView> = {
  name: 'book-corners',
  title: { zh: '图书角登记', en: 'Book corners' },
  columns: [
    { key: 'name', title: { zh: '图书角', en: 'Corner' }, type: 'text' },
    {
      key: 'kind',
      title: { zh: '种类', en: 'Kind' },
      type: 'text',
      words: {
        class: { zh: '班级图书角', en: 'of a class' },
        grade: { zh: '年级读书角', en: 'of a grade' },
        gallery: { zh: '开放式书廊', en: 'open gallery' },
      },
    },
    { key: 'place', title: { zh: '地点', en: 'Place' }, type: 'text' },
    {
      key: 'keeper',
      title: { zh: '管理员', en: 'Keeper' },
      type: 'who',
      of: ({ readerId }) => (readerId === null ? null : { kind: 'reader', id: readerId }),
    },
    { key: 'copies', title: { zh: '现有册数', en: 'Copies there' }, type: 'integer' },
    { key: 'overdue', title: { zh: '逾期册数', en: 'Overdue' }, type: 'integer' },
    { key: 'borrowed', title: { zh: '本期借书册数', en: 'Borrowed' }, type: 'integer' },
    { key: 'target', title: { zh: '目标册数', en: 'Target' }, type: 'integer' },
  ],
};

export const printedClassesWithout: PrintedList<ClassWithout> = {
  name: 'classes-without-corner',
  title: { zh: '尚无图书角的班级', en: 'Classes without a corner' },
  columns: [
    { key: 'grade', title: { zh: '年级', en: 'Grade' }, type: 'integer' },
    { key: 'classId', title: { zh: '班级编号', en: 'Class' }, type: 'text' },
  ],
};
