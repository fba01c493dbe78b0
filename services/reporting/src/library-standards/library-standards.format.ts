import type { PrintedList } from '@shulian/service-kit';
import type { StandardView } from './library-standards.http.js';
import { ANY_KIND, figureWords, kindWords } from './rules/standard-figures.js';

export const printedStandards: PrintedList<StandardView> = {
  name: 'library-standards',
  title: { zh: '图书馆达标标准', en: 'Standards of libraries' },
  columns: [
    { key: 'figure', title: { zh: '指标', en: 'Figure' }, type: 'text', words: figureWords },
    {
      key: 'schoolKind',
      title: { zh: '学校类型', en: 'Kind of school' },
      type: 'text',
      of: ({ schoolKind }, language) =>
        kindWords[(schoolKind ?? ANY_KIND) as keyof typeof kindWords][language],
    },
    { key: 'asked', title: { zh: '标准', en: 'Standard' }, type: 'decimal' },
    { key: 'source', title: { zh: '依据', en: 'By' }, type: 'text' },
  ],
};
