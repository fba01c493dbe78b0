import type { PrintedList, Words } from '@shulian/service-kit';
import type { LogbookView } from './logbook-forms.http.js';
import type { RhythmUnit } from './rules/form.js';

const rhythmWords: Readonly<Record<RhythmUnit, Words>> = {
  day: { zh: '每日', en: 'daily' },
  week: { zh: '每周', en: 'weekly' },
  month: { zh: '每月', en: 'monthly' },
  term: { zh: '每学期', en: 'each term' },
  year: { zh: '每学年', en: 'each school year' },
};

export const printedLogbooks: PrintedList<LogbookView> = {
  name: 'logbooks',
  title: { zh: '台账目录', en: 'Logbooks' },
  columns: [
    { key: 'code', title: { zh: '代码', en: 'Code' }, type: 'text' },
    {
      key: 'name',
      title: { zh: '台账', en: 'Logbook' },
      type: 'text',
      of: ({ name }, language) => name[language],
    },
    {
      key: 'fields',
      title: { zh: '栏目', en: 'Fields' },
      type: 'text',
      of: ({ form }, language) =>
        form.fields.map(({ name }) => name[language]).join(language === 'zh' ? '、' : ', '),
    },
    {
      key: 'every',
      title: { zh: '周期', en: 'Rhythm' },
      type: 'text',
      of: ({ form }) => form.rhythm?.every ?? null,
      words: rhythmWords,
    },
    { key: 'version', title: { zh: '版', en: 'Version' }, type: 'integer' },
    { key: 'closedThrough', title: { zh: '结账至', en: 'Closed through' }, type: 'day' },
    { key: 'retired', title: { zh: '停用', en: 'Ended' }, type: 'yes-no' },
  ],
};
