import type { PrintedColumn, PrintedList, Words } from '@shulian/service-kit';
import type { WeedingCandidateView, ProposalView, WeedingLine } from './weeding.http.js';

const reasonWords: Readonly<Record<string, Words>> = {
  damaged: { zh: '破损', en: 'damaged' },
  surplus: { zh: '复本过多', en: 'surplus' },
  outdated: { zh: '陈旧', en: 'outdated' },
};
const stateWords: Readonly<Record<string, Words>> = {
  proposed: { zh: '已提出', en: 'proposed' },
  reviewed: { zh: '校长已审核', en: 'reviewed' },
  approved: { zh: '已批准', en: 'approved' },
  done: { zh: '已注销', en: 'done' },
  refused: { zh: '不批准', en: 'refused' },
  cancelled: { zh: '已撤销', en: 'cancelled' },
};
const lineWords: Readonly<Record<string, Words>> = {
  proposed: { zh: '待审', en: 'proposed' },
  kept: { zh: '保留', en: 'kept' },
  approved: { zh: '已批准', en: 'approved' },
  withdrawn: { zh: '已注销', en: 'withdrawn' },
  dropped: { zh: '未剔除', en: 'dropped' },
};

const COPY: readonly PrintedColumn<WeedingCandidateView>[] = [
  { key: 'accessionNumber', title: { zh: '登录号', en: 'Acc. no.' }, type: 'integer' },
  { key: 'barcode', title: { zh: '条码', en: 'Barcode' }, type: 'text' },
  { key: 'callNumber', title: { zh: '索书号', en: 'Call no.' }, type: 'text' },
  {
    key: 'title',
    title: { zh: '题名', en: 'Title' },
    type: 'text',
    of: ({ title, volume }) => (volume === null ? title : `${title} ${volume}`),
  },
  { key: 'publishedYear', title: { zh: '出版年', en: 'Year' }, type: 'integer' },
  { key: 'location', title: { zh: '馆藏地', en: 'Place' }, type: 'text' },
  { key: 'priceFen', title: { zh: '单价', en: 'Price' }, type: 'fen' },
  { key: 'accessionedOn', title: { zh: '入藏日期', en: 'Accessioned' }, type: 'day' },
  { key: 'lentOn', title: { zh: '最近借出', en: 'Last lent' }, type: 'day' },
  { key: 'copiesOfTitle', title: { zh: '复本', en: 'Copies' }, type: 'integer' },
];

export const printedCandidates: PrintedList<WeedingCandidateView> = {
  name: 'weeding-candidates',
  title: { zh: '剔旧候选清单', en: 'Candidates for weeding' },
  columns: COPY,
};

export const printedWeedingLines: PrintedList<WeedingLine> = {
  name: 'weeding-proposal',
  title: { zh: '剔旧清单', en: 'Weeding proposal' },
  columns: [
    ...(COPY as readonly PrintedColumn<WeedingLine>[]),
    { key: 'state', title: { zh: '结果', en: 'Decided' }, type: 'text', words: lineWords },
    { key: 'withdrawnOn', title: { zh: '注销日期', en: 'Withdrawn' }, type: 'day' },
  ],
};

export const printedProposals: PrintedList<ProposalView> = {
  name: 'weeding-proposals',
  title: { zh: '剔旧清单一览', en: 'Weeding proposals' },
  columns: [
    { key: 'proposedOn', title: { zh: '提出日期', en: 'Proposed' }, type: 'day' },
    { key: 'schoolName', title: { zh: '学校', en: 'School' }, type: 'text' },
    { key: 'name', title: { zh: '名称', en: 'Name' }, type: 'text' },
    { key: 'reason', title: { zh: '原因', en: 'Reason' }, type: 'text', words: reasonWords },
    { key: 'state', title: { zh: '状态', en: 'State' }, type: 'text', words: stateWords },
    { key: 'copies', title: { zh: '册', en: 'Copies' }, type: 'integer' },
    { key: 'kept', title: { zh: '保留', en: 'Kept' }, type: 'integer' },
    { key: 'withdrawn', title: { zh: '已注销', en: 'Withdrawn' }, type: 'integer' },
    { key: 'fen', title: { zh: '金额', en: 'Value' }, type: 'fen' },
    { key: 'reviewedOn', title: { zh: '审核日期', en: 'Reviewed' }, type: 'day' },
    { key: 'decidedOn', title: { zh: '批准日期', en: 'Decided' }, type: 'day' },
    { key: 'documentNumber', title: { zh: '批准文号', en: 'Approval' }, type: 'text' },
    { key: 'note', title: { zh: '备注', en: 'Note' }, type: 'text' },
  ],
};
