import type { PrintedList } from '@shulian/service-kit';
import type { ShelfNumberView } from './shelving.http.js';

export const printedShelfNumbers: PrintedList<ShelfNumberView> = {
  name: 'serial-shelf-numbers',
  title: { zh: '报刊排架目录', en: 'Shelf list of serials' },
  columns: [
    { key: 'number', title: { zh: '排架号', en: 'Shelf no.' }, type: 'integer' },
    { key: 'callNumber', title: { zh: '索书号', en: 'Call number' }, type: 'text' },
    { key: 'title', title: { zh: '报刊', en: 'Serial' }, type: 'text' },
    {
      key: 'kind',
      title: { zh: '类型', en: 'Kind' },
      type: 'text',
      words: { newspaper: { zh: '报纸', en: 'newspaper' }, periodical: { zh: '期刊', en: 'periodical' } },
    },
    { key: 'issn', title: { zh: 'ISSN', en: 'ISSN' }, type: 'text' },
  ],
};
