import type { PrintedColumn, PrintedList, Words } from '@shulian/service-kit';
import type { CountView, DueView, StandingView } from './logbook-keeping.http.js';
import type { DueState } from './rules/dues.js';
import { isByClass, type Rhythm, type RhythmUnit } from './rules/form.js';

const stateWords: Readonly<Record<DueState, Words>> = {
  kept: { zh: '已填', en: 'kept' },
  late: { zh: '迟填', en: 'late' },
  missing: { zh: '缺', en: 'missing' },
  open: { zh: '未到期', en: 'not due yet' },
};
const rhythmWords: Readonly<Record<RhythmUnit, Words>> = {
  day: { zh: '每日', en: 'daily' },
  week: { zh: '每周', en: 'weekly' },
  month: { zh: '每月', en: 'monthly' },
  term: { zh: '每学期', en: 'each term' },
  year: { zh: '每学年', en: 'each school year' },
};
const period = { key: 'period', title: { zh: '期间', en: 'Period' }, type: 'text' } as const;

/** Whose entry is expected, where it is not the library's own. */
const subjectColumns = (rhythm: Rhythm): readonly PrintedColumn<DueView>[] => {
  if (rhythm.subjects === null) return [];
  if (isByClass(rhythm)) return [{ key: 'className', title: { zh: '班级', en: 'Class' }, type: 'text' }];
  return [
    {
      key: 'who',
      title: { zh: '人员', en: 'Person' },
      type: 'who',
      of: ({ readerId }) => (readerId === null ? null : { kind: 'reader', id: readerId }),
    },
  ];
};

export const printedDues = (rhythm: Rhythm): PrintedList<DueView> => ({
  name: 'logbook-dues',
  title: { zh: '台账应填与逾期', en: 'What is due in the logbook' },
  columns: [
    period,
    { key: 'dueOn', title: { zh: '截止', en: 'Due' }, type: 'day' },
    ...subjectColumns(rhythm),
    { key: 'entries', title: { zh: '条数', en: 'Entries' }, type: 'integer' },
    { key: 'writtenOn', title: { zh: '填写日期', en: 'Written' }, type: 'day' },
    { key: 'state', title: { zh: '情况', en: 'State' }, type: 'text', words: stateWords },
  ],
});

export const printedStandings: PrintedList<StandingView> = {
  name: 'logbook-standings',
  title: { zh: '台账填写情况', en: 'How logbooks are kept' },
  columns: [
    { key: 'name', title: { zh: '台账', en: 'Logbook' }, type: 'text' },
    { key: 'every', title: { zh: '周期', en: 'Rhythm' }, type: 'text', words: rhythmWords },
    { key: 'due', title: { zh: '应填', en: 'Due' }, type: 'integer' },
    { key: 'kept', title: { zh: '已填', en: 'Kept' }, type: 'integer' },
    { key: 'late', title: { zh: '迟填', en: 'Late' }, type: 'integer' },
    { key: 'missing', title: { zh: '缺', en: 'Missing' }, type: 'integer' },
    { key: 'open', title: { zh: '未到期', en: 'Not due yet' }, type: 'integer' },
  ],
};

/** @param title of the logbook */
export const printedCounts = (title: Words): PrintedList<CountView> => ({
  name: 'logbook-counts',
  title: { zh: `${title.zh}统计`, en: `${title.en}: figures` },
  columns: [
    period,
    { key: 'groupName', title: { zh: '分组', en: 'Group' }, type: 'text' },
    { key: 'fieldName', title: { zh: '栏目', en: 'Field' }, type: 'text' },
    { key: 'valueName', title: { zh: '内容', en: 'Value' }, type: 'text' },
    { key: 'entries', title: { zh: '条数', en: 'Entries' }, type: 'integer' },
    { key: 'sum', title: { zh: '合计', en: 'Sum' }, type: 'decimal' },
    { key: 'average', title: { zh: '平均', en: 'Average' }, type: 'decimal' },
    { key: 'share', title: { zh: '比例', en: 'Share' }, type: 'decimal' },
    { key: 'settled', title: { zh: '已办结', en: 'Settled' }, type: 'integer' },
    { key: 'hoursToSettle', title: { zh: '平均办结小时', en: 'Hours to settle' }, type: 'decimal' },
    { key: 'rank', title: { zh: '名次', en: 'Rank' }, type: 'integer' },
  ],
});
