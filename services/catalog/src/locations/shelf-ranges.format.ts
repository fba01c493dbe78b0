import type { PrintedList } from '@shulian/service-kit';
import { MAIN_CLASSES } from '../classification/rules/clc-notation.js';
import type { ShelfRangeLine } from './shelf-ranges.http.js';

/** What hangs at the end of each shelf, and the list of all of it at the door. */
export const printedSigns: PrintedList<ShelfRangeLine> = {
  name: 'shelf-signs',
  title: { zh: '排架导引', en: 'Guide to the shelves' },
  columns: [
    {
      key: 'classes',
      title: { zh: '分类号', en: 'Classes' },
      type: 'text',
      of: ({ fromClass, toClass }) => (fromClass === toClass ? fromClass : `${fromClass} – ${toClass}`),
    },
    {
      key: 'mainClass',
      title: { zh: '类目', en: 'Main class' },
      type: 'text',
      of: ({ fromClass, toClass }) =>
        [...new Set([fromClass, toClass].map((clc) => MAIN_CLASSES[clc[0] ?? ''] ?? ''))].join(' – '),
    },
    { key: 'path', title: { zh: '地点', en: 'Place' }, type: 'text' },
    {
      key: 'directions',
      title: { zh: '怎么走', en: 'Directions' },
      type: 'text',
      of: ({ directionsZh, directionsEn }, language) =>
        language === 'zh' ? (directionsZh ?? directionsEn) : (directionsEn ?? directionsZh),
    },
  ],
};
