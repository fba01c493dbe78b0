import type { PrintedList } from '@shulian/service-kit';
import type { ReaderView } from './readers.http.js';

/** The readers of a school or class as a list to print. */
export const printedReaders: PrintedList<ReaderView> = {
  name: 'readers',
  title: { zh: '读者名单', en: 'Readers' },
  columns: [
    { key: 'cardNumber', title: { zh: '借书证号', en: 'Card number' }, type: 'text' },
    { key: 'name', title: { zh: '姓名', en: 'Name' }, type: 'text' },
    { key: 'className', title: { zh: '班级', en: 'Class' }, type: 'text' },
    {
      key: 'kind',
      title: { zh: '类型', en: 'Kind' },
      type: 'text',
      words: {
        student: { zh: '学生', en: 'student' },
        teacher: { zh: '教师', en: 'teacher' },
        staff: { zh: '职工', en: 'staff' },
        external: { zh: '校外读者', en: 'external' },
      },
    },
    {
      key: 'cardStatus',
      title: { zh: '证件状态', en: 'Card' },
      type: 'text',
      words: {
        active: { zh: '有效', en: 'valid' },
        lost: { zh: '挂失', en: 'lost' },
        returned: { zh: '已退', en: 'returned' },
        left: { zh: '离校', en: 'left' },
      },
    },
    {
      key: 'suspended',
      title: { zh: '停借至', en: 'Suspended until' },
      type: 'text',
      of: ({ suspension }, language) =>
        suspension === null
          ? null
          : (suspension.untilOn ?? { zh: '另行通知', en: 'further notice' }[language]),
    },
    {
      key: 'temporary',
      title: { zh: '借读', en: 'Temporary' },
      type: 'text',
      of: ({ temporary }, language) =>
        temporary === null ? null : (temporary.untilOn ?? { zh: '是', en: 'yes' }[language]),
    },
    { key: 'leftOn', title: { zh: '离校日期', en: 'Left' }, type: 'day' },
  ],
};
