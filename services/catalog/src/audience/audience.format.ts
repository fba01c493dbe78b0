import type { ReadingBand } from '@shulian/contracts/words';
import type { PrintedList, Words } from '@shulian/service-kit';
import type { AudienceChangeView } from './audience.http.js';
import type { InterestLine } from './reading-interests.http.js';
import type { ThemeView } from './reading-themes.http.js';

const bandWords: Readonly<Record<ReadingBand, Words>> = {
  'lower-primary': { zh: '小学低年级', en: 'lower primary' },
  'middle-primary': { zh: '小学中年级', en: 'middle primary' },
  'upper-primary': { zh: '小学高年级', en: 'upper primary' },
  junior: { zh: '初中', en: 'junior' },
  senior: { zh: '高中', en: 'senior' },
  teachers: { zh: '教师', en: 'teachers' },
};
const kinds: Readonly<Record<string, Words>> = {
  band: { zh: '年级段', en: 'Band' },
  level: { zh: '阅读难度', en: 'Level' },
  theme: { zh: '主题', en: 'Theme' },
};

export const printedThemes: PrintedList<ThemeView> = {
  name: 'reading-themes',
  title: { zh: '阅读主题一览', en: 'Themes of reading' },
  columns: [
    { key: 'name', title: { zh: '主题', en: 'Theme' }, type: 'text' },
    {
      key: 'schoolId',
      title: { zh: '范围', en: 'Of' },
      type: 'text',
      of: ({ schoolId }, language) =>
        (schoolId === null ? { zh: '全县', en: 'county' } : { zh: '本校', en: 'school' })[language],
    },
    {
      key: 'closed',
      title: { zh: '状态', en: 'State' },
      type: 'text',
      of: ({ closed }, language) =>
        (closed ? { zh: '停用', en: 'closed' } : { zh: '在用', en: 'open' })[language],
    },
  ],
};

export const printedChanges: PrintedList<AudienceChangeView> = {
  name: 'audience-changes',
  title: { zh: '读者对象标注记录', en: 'Titles marked for readers' },
  columns: [
    { key: 'changedAt', title: { zh: '时间', en: 'When' }, type: 'text' },
    { key: 'titles', title: { zh: '种数', en: 'Titles' }, type: 'integer' },
    { key: 'by', title: { zh: '经手', en: 'By' }, type: 'text' },
    { key: 'undoneAt', title: { zh: '撤销', en: 'Taken back' }, type: 'text' },
  ],
};

export const printedInterests: PrintedList<InterestLine> = {
  name: 'reading-interests',
  title: { zh: '阅读兴趣与馆藏对照表', en: 'Interests of readers and holdings' },
  columns: [
    { key: 'of', title: { zh: '类别', en: 'By' }, type: 'text', words: kinds },
    {
      key: 'value',
      title: { zh: '名称', en: 'What' },
      type: 'text',
      of: ({ of, value, name }, language) =>
        of === 'band' ? bandWords[value as ReadingBand][language] : (name ?? value),
    },
    { key: 'titles', title: { zh: '馆藏种数', en: 'Titles' }, type: 'integer' },
    { key: 'copies', title: { zh: '馆藏册数', en: 'Copies' }, type: 'integer' },
    { key: 'lent', title: { zh: '借过的册', en: 'Lent' }, type: 'integer' },
    { key: 'wishes', title: { zh: '荐购', en: 'Wishes' }, type: 'integer' },
    { key: 'votes', title: { zh: '附议', en: 'Votes' }, type: 'integer' },
  ],
};
