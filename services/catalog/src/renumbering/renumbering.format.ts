import type { PrintedList } from '@shulian/service-kit';
import type { LabelChange, NumberChange, RenumberingView } from './renumbering.http.js';

const titleWords = { zh: '题名', en: 'Title' };
const copiesWords = { zh: '册数', en: 'Copies' };

export const printedPreview: PrintedList<NumberChange> = {
  name: 'renumbering-preview',
  title: { zh: '种次号重排预览', en: 'What renumbering would do' },
  columns: [
    { key: 'title', title: titleWords, type: 'text' },
    { key: 'from', title: { zh: '原种次号', en: 'Number' }, type: 'text' },
    { key: 'to', title: { zh: '新种次号', en: 'New number' }, type: 'text' },
    { key: 'copies', title: copiesWords, type: 'integer' },
  ],
};

export const printedRenumberings: PrintedList<RenumberingView> = {
  name: 'renumberings',
  title: { zh: '种次号重排记录', en: 'Renumberings' },
  columns: [
    { key: 'renumberedAt', title: { zh: '重排时间', en: 'Renumbered' }, type: 'moment' },
    { key: 'clc', title: { zh: '分类号', en: 'Class' }, type: 'text' },
    { key: 'titles', title: { zh: '种数', en: 'Titles' }, type: 'integer' },
    { key: 'copies', title: copiesWords, type: 'integer' },
    { key: 'renumberedBy', title: { zh: '经手', en: 'By' }, type: 'text' },
    { key: 'undoneAt', title: { zh: '撤销时间', en: 'Undone' }, type: 'moment' },
  ],
};

export const printedLabels: PrintedList<LabelChange> = {
  name: 'relabelling',
  title: { zh: '换标清单', en: 'Copies that want another label' },
  columns: [
    { key: 'to', title: { zh: '新索书号', en: 'New call number' }, type: 'text' },
    { key: 'from', title: { zh: '原索书号', en: 'Call number before' }, type: 'text' },
    { key: 'barcode', title: { zh: '条码', en: 'Barcode' }, type: 'text' },
    { key: 'title', title: titleWords, type: 'text' },
    { key: 'location', title: { zh: '馆藏地', en: 'Location' }, type: 'text' },
  ],
};
