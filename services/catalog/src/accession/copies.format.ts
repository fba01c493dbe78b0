import type { PrintedList } from '@shulian/service-kit';
import type { CopyListed } from './copies.http.js';
import { kindWords, statusWords } from './rules/copy-words.js';

/** The copies of a school as a list to print: a line of the accession register each. */
export const printedCopies: PrintedList<CopyListed> = {
  name: 'copies',
  title: { zh: '馆藏清单', en: 'Copies' },
  columns: [
    { key: 'accessionNumber', title: { zh: '登录号', en: 'Accession no.' }, type: 'integer' },
    { key: 'barcode', title: { zh: '条码', en: 'Barcode' }, type: 'text' },
    { key: 'callNumber', title: { zh: '索书号', en: 'Call number' }, type: 'text' },
    {
      key: 'title',
      title: { zh: '题名', en: 'Title' },
      type: 'text',
      of: ({ title, volume }) => (volume === null ? title : `${title} ${volume}`),
    },
    { key: 'contributor', title: { zh: '责任者', en: 'Author' }, type: 'text' },
    { key: 'publisher', title: { zh: '出版者', en: 'Publisher' }, type: 'text' },
    { key: 'publishedYear', title: { zh: '出版年', en: 'Year' }, type: 'integer' },
    { key: 'priceFen', title: { zh: '单价', en: 'Price' }, type: 'fen' },
    { key: 'kind', title: { zh: '类型', en: 'Kind' }, type: 'text', words: kindWords },
    {
      key: 'location',
      title: { zh: '馆藏地', en: 'Place' },
      type: 'text',
      of: ({ locationPath, location }) => locationPath ?? location,
    },
    { key: 'status', title: { zh: '状态', en: 'State' }, type: 'text', words: statusWords },
    { key: 'accessionedOn', title: { zh: '入藏日期', en: 'Accessioned' }, type: 'day' },
    { key: 'withdrawnOn', title: { zh: '注销日期', en: 'Withdrawn' }, type: 'day' },
  ],
};
