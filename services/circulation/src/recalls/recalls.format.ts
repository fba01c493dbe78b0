import { COPY_KINDS, type CopyKind } from '@shulian/contracts/words';
import type { PrintedList, Words } from '@shulian/service-kit';
import type { CampaignView, RecallClass, RecallLoan } from './recalls.http.js';

const kindNames: Readonly<Record<CopyKind, string>> = {
  book: '图书',
  reference: '工具书',
  periodical: '期刊',
  audiovisual: '音像',
  textbook: '教材',
  other: '其他',
};
const kindWords: Readonly<Record<string, Words>> = Object.fromEntries(
  COPY_KINDS.map((kind) => [kind, { zh: kindNames[kind], en: kind }]),
);

export const printedCampaigns: PrintedList<CampaignView> = {
  name: 'recall-campaigns',
  title: { zh: '期末催还', en: 'Recall campaigns' },
  columns: [
    { key: 'name', title: { zh: '名称', en: 'Name' }, type: 'text' },
    { key: 'openedOn', title: { zh: '发起', en: 'Opened' }, type: 'day' },
    { key: 'lastDay', title: { zh: '最后归还日', en: 'Last day' }, type: 'day' },
    { key: 'expected', title: { zh: '应还', en: 'Expected' }, type: 'integer' },
    { key: 'returned', title: { zh: '已还', en: 'Returned' }, type: 'integer' },
    { key: 'lost', title: { zh: '丢失', en: 'Lost' }, type: 'integer' },
    { key: 'open', title: { zh: '未还', en: 'Out' }, type: 'integer' },
    { key: 'closedOn', title: { zh: '结束', en: 'Closed' }, type: 'day' },
    { key: 'resultNote', title: { zh: '结果', en: 'Result' }, type: 'text' },
  ],
};

export const printedRecallClasses: PrintedList<RecallClass> = {
  name: 'recall-classes',
  title: { zh: '催还进度', en: 'How far the recall is' },
  columns: [
    {
      key: 'class',
      title: { zh: '班级', en: 'Class' },
      type: 'class',
      of: ({ classId }) => (classId === null ? null : { kind: 'class', id: classId }),
    },
    { key: 'kind', title: { zh: '类别', en: 'Kind' }, type: 'text', words: kindWords },
    { key: 'expected', title: { zh: '应还', en: 'Expected' }, type: 'integer' },
    { key: 'returned', title: { zh: '已还', en: 'Returned' }, type: 'integer' },
    { key: 'lost', title: { zh: '丢失', en: 'Lost' }, type: 'integer' },
    { key: 'open', title: { zh: '未还', en: 'Out' }, type: 'integer' },
    { key: 'borrowers', title: { zh: '未还人数', en: 'Borrowers' }, type: 'integer' },
  ],
};

export const printedRecallLoans: PrintedList<RecallLoan> = {
  name: 'recall-loans',
  title: { zh: '催还清单', en: 'To be brought back' },
  columns: [
    { key: 'borrower', title: { zh: '读者', en: 'Reader' }, type: 'who' },
    { key: 'kind', title: { zh: '类别', en: 'Kind' }, type: 'text', words: kindWords },
    { key: 'title', title: { zh: '题名', en: 'Title' }, type: 'text' },
    { key: 'copyBarcode', title: { zh: '条码', en: 'Barcode' }, type: 'text' },
    { key: 'callNumber', title: { zh: '索书号', en: 'Call number' }, type: 'text' },
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
    { key: 'closedOn', title: { zh: '归还日期', en: 'Closed' }, type: 'day' },
  ],
};
