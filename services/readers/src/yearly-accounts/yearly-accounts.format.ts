import type { PrintedList } from '@shulian/service-kit';
import type { AccountLine, YearlyAccountView, RemarkView } from './yearly-accounts.http.js';

export const printedAccount = ({ year, title }: YearlyAccountView): PrintedList<AccountLine> => ({
  name: `yearly-account-${String(year)}`,
  title: { zh: title, en: title },
  columns: [
    { key: 'text', title: { zh: '内容', en: 'What was done' }, type: 'text' },
    { key: 'value', title: { zh: '数据', en: 'Figure' }, type: 'text' },
  ],
  signatures: [{ zh: '图书馆负责人', en: 'Head of the library' }],
});

export const printedRemarks: PrintedList<RemarkView> = {
  name: 'account-remarks',
  title: { zh: '师生意见与答复', en: 'Remarks and answers' },
  columns: [
    { key: 'madeOn', title: { zh: '日期', en: 'Day' }, type: 'day' },
    {
      key: 'asker',
      title: { zh: '提出人', en: 'By' },
      type: 'text',
      words: {
        teacher: { zh: '教师', en: 'teacher' },
        reader: { zh: '读者', en: 'reader' },
        staff: { zh: '职工', en: 'staff' },
      },
    },
    { key: 'text', title: { zh: '意见', en: 'Remark' }, type: 'text' },
    { key: 'answer', title: { zh: '答复', en: 'Answer' }, type: 'text' },
    { key: 'answeredOn', title: { zh: '答复日期', en: 'Answered' }, type: 'day' },
  ],
};
