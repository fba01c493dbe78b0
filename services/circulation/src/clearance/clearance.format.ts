import type { PrintedList, Words } from '@shulian/service-kit';
import type { ClearanceClass, ClearanceView } from './clearance.http.js';
import type { Missing } from './rules/clearance.js';

const missingWords: Readonly<Record<Missing, Words>> = {
  loans: { zh: '未还书', en: 'loans' },
  debts: { zh: '未赔偿', en: 'debts' },
  card: { zh: '未交证', en: 'card' },
  files: { zh: '档案', en: 'files' },
};
const whyWords: Readonly<Record<string, Words>> = {
  graduation: { zh: '毕业', en: 'graduates' },
  transfer: { zh: '转学', en: 'changes school' },
  leave: { zh: '离校', en: 'leaves' },
};
const ofReader = {
  key: 'reader',
  title: { zh: '读者', en: 'Reader' },
  type: 'who',
  of: ({ readerId }: { readonly readerId: string }) => ({ kind: 'reader', id: readerId }),
} as const;

export const printedClearances: PrintedList<ClearanceView> = {
  name: 'clearances',
  title: { zh: '离校图书清还', en: 'Clearances' },
  columns: [
    ofReader,
    { key: 'why', title: { zh: '原因', en: 'Why' }, type: 'text', words: whyWords },
    { key: 'openLoans', title: { zh: '未还', en: 'Out' }, type: 'integer' },
    { key: 'debts', title: { zh: '未赔', en: 'Owed' }, type: 'integer' },
    { key: 'cardInOn', title: { zh: '交证', en: 'Card in' }, type: 'day' },
    { key: 'filesInOn', title: { zh: '档案', en: 'Files' }, type: 'day' },
    {
      key: 'outstanding',
      title: { zh: '尚缺', en: 'Missing' },
      type: 'text',
      of: ({ outstanding }, language) =>
        outstanding.map((what) => missingWords[what][language]).join(language === 'zh' ? '、' : ', '),
    },
    { key: 'clearedOn', title: { zh: '办结', en: 'Cleared' }, type: 'day' },
    { key: 'number', title: { zh: '证明编号', en: 'Certificate' }, type: 'integer' },
  ],
};

export const printedCertificate: PrintedList<ClearanceView> = {
  name: 'clearance-certificate',
  title: { zh: '离校图书清还证明', en: 'Certificate of library clearance' },
  signatures: [
    { zh: '图书馆（盖章）', en: 'Library (stamp)' },
    { zh: '经办人', en: 'Signed' },
  ],
  columns: [
    { key: 'number', title: { zh: '编号', en: 'No.' }, type: 'integer' },
    ofReader,
    { key: 'why', title: { zh: '原因', en: 'Why' }, type: 'text', words: whyWords },
    {
      key: 'says',
      title: { zh: '证明', en: 'This says' },
      type: 'text',
      of: (_item, language) =>
        language === 'zh'
          ? '所借书刊已全部归还，赔偿已结清，借书证已交回。'
          : 'All copies are returned, all debts settled, and the card is handed in.',
    },
    { key: 'clearedOn', title: { zh: '办结日期', en: 'Cleared' }, type: 'day' },
  ],
};

export const printedClearanceClasses: PrintedList<ClearanceClass> = {
  name: 'clearance-classes',
  title: { zh: '离校清还进度', en: 'Clearance by class' },
  columns: [
    {
      key: 'class',
      title: { zh: '班级', en: 'Class' },
      type: 'class',
      of: ({ classId }) => (classId === null ? null : { kind: 'class', id: classId }),
    },
    { key: 'readers', title: { zh: '人数', en: 'Readers' }, type: 'integer' },
    { key: 'cleared', title: { zh: '已办结', en: 'Cleared' }, type: 'integer' },
    { key: 'withLoans', title: { zh: '未还书', en: 'With loans' }, type: 'integer' },
    { key: 'withDebts', title: { zh: '未赔偿', en: 'In debt' }, type: 'integer' },
  ],
};
