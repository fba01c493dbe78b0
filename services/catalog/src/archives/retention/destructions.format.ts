import type { PrintedColumn, PrintedList, Words } from '@shulian/service-kit';
import { archiveClassColumn, archiveYearColumn, retentionWords } from '../files/archive-files.format.js';
import type { DestructionState } from '../rules/destruction.js';
import type { DestructionView, ExpiryView } from './destructions.http.js';

const stateWords: Readonly<Record<DestructionState, Words>> = {
  proposed: { zh: '待批', en: 'proposed' },
  approved: { zh: '已批准', en: 'approved' },
  refused: { zh: '不批准', en: 'refused' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
  'carried-out': { zh: '已销毁', en: 'carried out' },
};
const columns: readonly PrintedColumn<ExpiryView>[] = [
  { key: 'code', title: { zh: '档号', en: 'Code' }, type: 'text' },
  archiveClassColumn,
  { ...archiveYearColumn, of: ({ year }) => String(year) },
  { key: 'title', title: { zh: '题名', en: 'Title' }, type: 'text' },
  { key: 'retention', title: { zh: '保管期限', en: 'Retention' }, type: 'text', words: retentionWords },
  { key: 'filedOn', title: { zh: '归档日期', en: 'Filed' }, type: 'day' },
  { key: 'expiredOn', title: { zh: '期满日期', en: 'Run out' }, type: 'day' },
];

export const printedExpiries: PrintedList<ExpiryView> = {
  name: 'archive-expiries',
  title: { zh: '保管期满档案清单', en: 'Files that need not be kept' },
  columns,
};

/** The list that is kept for good when the files are gone. */
export const printedDestroyed = ({ name, documentNumber }: DestructionView): PrintedList<ExpiryView> => ({
  name: 'archive-destruction',
  title: {
    zh: `档案销毁清册：${name}${documentNumber === null ? '' : `（${documentNumber}）`}`,
    en: `Files to destroy: ${name}`,
  },
  columns,
  signatures: [
    { zh: '批准人', en: 'Approved' },
    { zh: '监销人', en: 'Witness' },
    { zh: '经办人', en: 'Carried out' },
  ],
});

export const printedDestructions: PrintedList<DestructionView> = {
  name: 'archive-destructions',
  title: { zh: '档案销毁审批登记表', en: 'Destructions of files' },
  columns: [
    { key: 'name', title: { zh: '名称', en: 'Name' }, type: 'text' },
    { key: 'files', title: { zh: '件数', en: 'Files' }, type: 'integer' },
    { key: 'state', title: { zh: '状态', en: 'State' }, type: 'text', words: stateWords },
    { key: 'proposedOn', title: { zh: '提出日期', en: 'Proposed' }, type: 'day' },
    { key: 'decidedOn', title: { zh: '审批日期', en: 'Decided' }, type: 'day' },
    { key: 'documentNumber', title: { zh: '批准文号', en: 'Approval' }, type: 'text' },
    { key: 'words', title: { zh: '意见', en: 'Words' }, type: 'text' },
    { key: 'carriedOutOn', title: { zh: '销毁日期', en: 'Carried out' }, type: 'day' },
    { key: 'witness', title: { zh: '监销人', en: 'Witness' }, type: 'text' },
  ],
};
