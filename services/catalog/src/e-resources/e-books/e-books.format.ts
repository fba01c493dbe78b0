import type { PrintedList, Words } from '@shulian/service-kit';
import type { EBookLineKind } from '../rules/e-book.js';
import type { EBookHoldingView, EBookLineView } from './e-books.http.js';

const kindWords: Readonly<Record<EBookLineKind, Words>> = {
  bought: { zh: '购入', en: 'bought' },
  donated: { zh: '捐赠', en: 'donated' },
  county: { zh: '县里配发', en: 'from the county' },
  free: { zh: '免费资源', en: 'free' },
  removed: { zh: '下架', en: 'removed' },
  correction: { zh: '更正', en: 'correction' },
};

export const printedEBookLines: PrintedList<EBookLineView> = {
  name: 'e-book-lines',
  title: { zh: '电子图书登记账', en: 'Register of e-books' },
  columns: [
    { key: 'number', title: { zh: '序号', en: 'No.' }, type: 'integer' },
    { key: 'day', title: { zh: '日期', en: 'Date' }, type: 'day' },
    { key: 'kind', title: { zh: '类别', en: 'Kind' }, type: 'text', words: kindWords },
    { key: 'volumes', title: { zh: '册数', en: 'Volumes' }, type: 'integer', total: 'sum' },
    { key: 'fen', title: { zh: '金额', en: 'Value' }, type: 'fen', total: 'sum' },
    { key: 'balance', title: { zh: '结存册数', en: 'Balance' }, type: 'integer' },
    { key: 'resource', title: { zh: '所在资源', en: 'Resource' }, type: 'text' },
    { key: 'documentNumber', title: { zh: '凭证号', en: 'Document' }, type: 'text' },
    { key: 'corrects', title: { zh: '更正行', en: 'Corrects' }, type: 'integer' },
    { key: 'note', title: { zh: '备注', en: 'Note' }, type: 'text' },
  ],
};

const COUNTY = { zh: '全县', en: 'county' } as const;

export const printedEBookHoldings: PrintedList<EBookHoldingView> = {
  name: 'e-book-holdings',
  title: { zh: '电子图书馆藏统计', en: 'Holdings of e-books' },
  columns: [
    {
      key: 'school',
      title: { zh: '学校', en: 'School' },
      type: 'text',
      of: (line, language) => line.school ?? COUNTY[language],
    },
    { key: 'on', title: { zh: '截至日期', en: 'As of' }, type: 'day' },
    { key: 'bought', title: { zh: '购入', en: 'Bought' }, type: 'integer', total: 'sum' },
    { key: 'donated', title: { zh: '捐赠', en: 'Donated' }, type: 'integer', total: 'sum' },
    { key: 'county', title: { zh: '县里配发', en: 'From the county' }, type: 'integer', total: 'sum' },
    { key: 'free', title: { zh: '免费资源', en: 'Free' }, type: 'integer', total: 'sum' },
    { key: 'removed', title: { zh: '下架', en: 'Removed' }, type: 'integer', total: 'sum' },
    { key: 'volumes', title: { zh: '电子图书册数', en: 'E-books' }, type: 'integer', total: 'sum' },
    { key: 'fen', title: { zh: '金额', en: 'Value' }, type: 'fen', total: 'sum' },
  ],
};
