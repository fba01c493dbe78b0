import type { PrintedList, Words } from '@shulian/service-kit';
import type { LanguageKind } from '../titles/rules/language-kind.js';
import { frequencyOf, type Frequency, type IssuePattern } from './rules/issue-pattern.js';
import type { SerialAudience, SerialKind } from './rules/serial.js';
import type { SerialChangeView, SerialView } from './serials.http.js';

export const kindWords: Readonly<Record<SerialKind, Words>> = {
  newspaper: { zh: '报纸', en: 'newspaper' },
  periodical: { zh: '期刊', en: 'periodical' },
};
const languageWords: Readonly<Record<LanguageKind, Words>> = {
  chinese: { zh: '中文', en: 'Chinese' },
  foreign: { zh: '外文', en: 'foreign' },
  parallel: { zh: '中外文对照', en: 'parallel text' },
};
const audienceWords: Readonly<Record<SerialAudience, Words>> = {
  all: { zh: '全体', en: 'all' },
  pupils: { zh: '学生', en: 'pupils' },
  teachers: { zh: '教师', en: 'teachers' },
  staff: { zh: '馆员专业用', en: 'library staff' },
};
const frequencyWords: Readonly<Record<Frequency, Words>> = {
  daily: { zh: '日报', en: 'daily' },
  'several-a-week': { zh: '周多刊', en: 'several a week' },
  weekly: { zh: '周刊', en: 'weekly' },
  fortnightly: { zh: '双周刊', en: 'fortnightly' },
  'semi-monthly': { zh: '半月刊', en: 'semi-monthly' },
  monthly: { zh: '月刊', en: 'monthly' },
  bimonthly: { zh: '双月刊', en: 'bimonthly' },
  quarterly: { zh: '季刊', en: 'quarterly' },
  'semi-annual': { zh: '半年刊', en: 'semi-annual' },
  annual: { zh: '年刊', en: 'annual' },
  other: { zh: '其他', en: 'other' },
};

export const printedSerials: PrintedList<SerialView> = {
  name: 'serials',
  title: { zh: '报刊目录', en: 'Newspapers and periodicals' },
  columns: [
    { key: 'title', title: { zh: '刊名', en: 'Title' }, type: 'text' },
    { key: 'kind', title: { zh: '类型', en: 'Kind' }, type: 'text', words: kindWords },
    { key: 'postalCode', title: { zh: '邮发代号', en: 'Postal code' }, type: 'text' },
    { key: 'issn', title: { zh: 'ISSN', en: 'ISSN' }, type: 'text' },
    { key: 'cnNumber', title: { zh: '国内刊号', en: 'CN' }, type: 'text' },
    { key: 'languageKind', title: { zh: '语种', en: 'Language' }, type: 'text', words: languageWords },
    { key: 'frequency', title: { zh: '刊期', en: 'Frequency' }, type: 'text', words: frequencyWords },
    { key: 'priceFen', title: { zh: '全年价', en: 'A year' }, type: 'fen' },
    { key: 'clc', title: { zh: '分类号', en: 'Class' }, type: 'text' },
    { key: 'audience', title: { zh: '对象', en: 'For' }, type: 'text', words: audienceWords },
    {
      key: 'coreSubjects',
      title: { zh: '核心学科', en: 'Core of' },
      type: 'text',
      of: ({ coreSubjects }) => coreSubjects.join('、'),
    },
  ],
};

const fieldWords: Readonly<Record<string, Words>> = {
  title: { zh: '刊名', en: 'title' },
  publisher: { zh: '出版者', en: 'publisher' },
  clc: { zh: '分类号', en: 'class' },
  languages: { zh: '语种', en: 'languages' },
  kind: { zh: '类型', en: 'kind' },
  issn: { zh: 'ISSN', en: 'ISSN' },
  postalCode: { zh: '邮发代号', en: 'postal code' },
  cnNumber: { zh: '国内刊号', en: 'CN' },
  pattern: { zh: '刊期', en: 'frequency' },
  priceFen: { zh: '全年价', en: 'price a year' },
  audience: { zh: '对象', en: 'audience' },
  coreSubjects: { zh: '核心学科', en: 'core subjects' },
};
type InLanguage = keyof Words;
const shown = (field: string, value: unknown, language: InLanguage): string => {
  if (value === null || value === undefined) return '—';
  if (field === 'pattern') return frequencyWords[frequencyOf(value as IssuePattern)][language];
  if (field === 'priceFen' && typeof value === 'number') return (value / 100).toFixed(2);
  if (Array.isArray(value)) return value.join('、');
  return typeof value === 'string' ? value : JSON.stringify(value);
};

export const printedSerialChanges: PrintedList<SerialChangeView> = {
  name: 'serial-changes',
  title: { zh: '刊物变更记录', en: 'Changes of a serial' },
  columns: [
    { key: 'on', title: { zh: '日期', en: 'Day' }, type: 'day' },
    { key: 'seenIn', title: { zh: '见于', en: 'Seen in' }, type: 'text' },
    {
      key: 'changes',
      title: { zh: '变更', en: 'What changed' },
      type: 'text',
      of: ({ changes }, language) =>
        changes
          .map(({ field, before, after }) => {
            const name = fieldWords[field]?.[language] ?? field;
            return `${name}: ${shown(field, before, language)} → ${shown(field, after, language)}`;
          })
          .join('; '),
    },
  ],
};
