import type { PrintedColumn, PrintedList, Words } from '@shulian/service-kit';
import type { ArchiveClass, ArchiveState, Retention } from '../rules/archive-file.js';
import type { ArchiveFileView } from './archive-files.http.js';
import type { HandoverView } from './archive-steps.http.js';

export const archiveClassWords: Readonly<Record<ArchiveClass, Words>> = {
  administrative: { zh: '文书档案', en: 'administrative' },
  'pupil-files': { zh: '学生档案', en: 'pupil files' },
  ordinary: { zh: '普通档案', en: 'ordinary' },
  yearbook: { zh: '年鉴', en: 'yearbook' },
  certificates: { zh: '证书', en: 'certificates' },
};
export const retentionWords: Readonly<Record<Retention, Words>> = {
  permanent: { zh: '永久', en: 'permanent' },
  '30-years': { zh: '30年', en: '30 years' },
  '10-years': { zh: '10年', en: '10 years' },
};
export const archiveStateWords: Readonly<Record<ArchiveState, Words>> = {
  'with-unit': { zh: '在部门', en: 'with the unit' },
  'called-in': { zh: '已催收', en: 'called in' },
  received: { zh: '已收', en: 'received' },
  filed: { zh: '已归档', en: 'filed' },
  shelved: { zh: '已上架', en: 'on the shelf' },
  'handed-over': { zh: '已提档', en: 'handed over' },
  destroyed: { zh: '已销毁', en: 'destroyed' },
  void: { zh: '作废', en: 'void' },
};

export const archiveClassColumn: PrintedColumn<{ readonly class: ArchiveClass }> = {
  key: 'class',
  title: { zh: '门类', en: 'Class' },
  type: 'text',
  words: archiveClassWords,
};
export const archiveYearColumn = { key: 'year', title: { zh: '年度', en: 'Year' }, type: 'text' } as const;
const CODE = { key: 'code', title: { zh: '档号', en: 'Code' }, type: 'text' } as const;
const TITLE = { key: 'title', title: { zh: '题名', en: 'Title' }, type: 'text' } as const;
const NOTE = { key: 'note', title: { zh: '备注', en: 'Note' }, type: 'text' } as const;

/** The catalogue, with the columns that an import reads: what is exported changes nothing when it comes back. */
export const printedArchiveFiles: PrintedList<ArchiveFileView> = {
  name: 'archive-files',
  title: { zh: '档案目录', en: 'Catalogue of the archive' },
  columns: [
    CODE,
    archiveClassColumn,
    { ...archiveYearColumn, of: ({ year }) => String(year) },
    { key: 'unit', title: { zh: '归档单位', en: 'Unit' }, type: 'text' },
    TITLE,
    { key: 'pages', title: { zh: '页数', en: 'Pages' }, type: 'integer' },
    { key: 'retention', title: { zh: '保管期限', en: 'Retention' }, type: 'text', words: retentionWords },
    { key: 'filedOn', title: { zh: '归档日期', en: 'Filed' }, type: 'day' },
    { key: 'place', title: { zh: '存放位置', en: 'Place' }, type: 'text' },
    { key: 'state', title: { zh: '状态', en: 'State' }, type: 'text', words: archiveStateWords },
    NOTE,
  ],
};

const stepWords: Readonly<Record<string, Words>> = {
  'hand-over': { zh: '提档', en: 'handed over' },
  'take-back': { zh: '退档', en: 'taken back' },
};

export const printedHandovers: PrintedList<HandoverView> = {
  name: 'archive-handovers',
  title: { zh: '提档退档登记表', en: 'Files handed over and taken back' },
  columns: [
    { key: 'on', title: { zh: '日期', en: 'Date' }, type: 'day' },
    { key: 'step', title: { zh: '类别', en: 'Step' }, type: 'text', words: stepWords },
    CODE,
    TITLE,
    { key: 'documentNumber', title: { zh: '凭证号', en: 'Document' }, type: 'text' },
    { key: 'receiver', title: { zh: '接收单位', en: 'Receiver' }, type: 'text' },
    {
      key: 'reader',
      title: { zh: '领取人', en: 'Reader' },
      type: 'who',
      of: ({ readerId }) => (readerId === null ? null : { kind: 'reader', id: readerId }),
    },
    NOTE,
    { key: 'undoneOn', title: { zh: '撤销日期', en: 'Taken back as wrong' }, type: 'day' },
  ],
};
