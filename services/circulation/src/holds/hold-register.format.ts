import type { PrintedList } from '@shulian/service-kit';
import type { HoldRegisterLine } from './hold-register.http.js';
import { holdStates } from './holds.format.js';

/** The register of reservations, first come first; with `readerKind=teacher` that of teachers. */
export const printedRegister: PrintedList<HoldRegisterLine> = {
  name: 'hold-register',
  title: { zh: '借阅书刊预约登记表', en: 'Register of reservations' },
  signatures: [{ zh: '经办人', en: 'Kept by' }],
  columns: [
    { key: 'placedOn', title: { zh: '预约日期', en: 'Placed' }, type: 'day' },
    {
      key: 'reader',
      title: { zh: '读者', en: 'Reader' },
      type: 'who',
      of: ({ readerId }) => ({ kind: 'reader', id: readerId }),
    },
    {
      key: 'readerKind',
      title: { zh: '读者类型', en: 'Kind of reader' },
      type: 'text',
      words: {
        student: { zh: '学生', en: 'pupil' },
        teacher: { zh: '教师', en: 'teacher' },
        staff: { zh: '职工', en: 'staff' },
        external: { zh: '校外读者', en: 'external' },
      },
    },
    {
      key: 'kind',
      title: { zh: '书刊', en: 'Kind' },
      type: 'text',
      words: {
        book: { zh: '图书', en: 'book' },
        periodical: { zh: '期刊', en: 'periodical' },
        audiovisual: { zh: '音像', en: 'audiovisual' },
        textbook: { zh: '教材', en: 'textbook' },
        reference: { zh: '工具书', en: 'reference' },
        other: { zh: '其他', en: 'other' },
      },
    },
    { key: 'title', title: { zh: '题名', en: 'Title' }, type: 'text' },
    { key: 'callNumber', title: { zh: '索书号', en: 'Call number' }, type: 'text' },
    { key: 'position', title: { zh: '排队位次', en: 'Place' }, type: 'integer' },
    { key: 'status', title: { zh: '状态', en: 'State' }, type: 'text', words: holdStates },
    { key: 'readyOn', title: { zh: '到馆日期', en: 'Ready' }, type: 'day' },
    { key: 'pickUpByOn', title: { zh: '保留至', en: 'Kept until' }, type: 'day' },
    { key: 'endedOn', title: { zh: '结束日期', en: 'Ended' }, type: 'day' },
  ],
};
