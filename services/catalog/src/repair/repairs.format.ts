import type { PrintedList, Words } from '@shulian/service-kit';
import type { Damage, RepairSource, RepairState } from './rules/repair.js';
import type { MendingSessionView } from './mending-sessions.http.js';
import type { RepairView, WeekLine } from './repairs.http.js';

export const damageWords: Readonly<Record<Damage, Words>> = {
  'loose-pages': { zh: '脱页', en: 'loose pages' },
  torn: { zh: '撕破', en: 'torn' },
  cover: { zh: '封面破损', en: 'cover' },
  spine: { zh: '书脊破损', en: 'spine' },
  scribbled: { zh: '涂划', en: 'scribbled' },
  stained: { zh: '污损', en: 'stained' },
  other: { zh: '其他', en: 'other' },
};
const sourceWords: Readonly<Record<RepairSource, Words>> = {
  circulation: { zh: '流通', en: 'desk' },
  inspection: { zh: '检查', en: 'inspection' },
  triage: { zh: '学年末清理', en: 'year-end triage' },
  backlog: { zh: '积存', en: 'backlog' },
};
const stateWords: Readonly<Record<RepairState, Words>> = {
  'in-repair': { zh: '修补中', en: 'in repair' },
  mended: { zh: '修好', en: 'mended' },
  'beyond-repair': { zh: '无法修补', en: 'beyond repair' },
  'not-needed': { zh: '无须修补', en: 'not needed' },
};

export const printedRepairs: PrintedList<RepairView> = {
  name: 'repairs',
  title: { zh: '图书修补记载表', en: 'Register of repairs' },
  columns: [
    { key: 'takenOn', title: { zh: '取下日期', en: 'Taken' }, type: 'day' },
    { key: 'accessionNumber', title: { zh: '登录号', en: 'Acc. no.' }, type: 'integer' },
    { key: 'barcode', title: { zh: '条码', en: 'Barcode' }, type: 'text' },
    { key: 'callNumber', title: { zh: '索书号', en: 'Call no.' }, type: 'text' },
    { key: 'title', title: { zh: '题名', en: 'Title' }, type: 'text' },
    { key: 'damage', title: { zh: '破损情况', en: 'Damage' }, type: 'text', words: damageWords },
    { key: 'source', title: { zh: '来源', en: 'Found' }, type: 'text', words: sourceWords },
    { key: 'state', title: { zh: '结果', en: 'State' }, type: 'text', words: stateWords },
    { key: 'endedOn', title: { zh: '完成日期', en: 'Ended' }, type: 'day' },
    { key: 'note', title: { zh: '备注', en: 'Note' }, type: 'text' },
  ],
};

export const printedWeeks: PrintedList<WeekLine> = {
  name: 'repair-weeks',
  title: { zh: '每周修补册数', en: 'Mending by week' },
  columns: [
    { key: 'weekOf', title: { zh: '周（周一）', en: 'Week of' }, type: 'day' },
    { key: 'taken', title: { zh: '取下', en: 'Taken' }, type: 'integer' },
    { key: 'mended', title: { zh: '修好', en: 'Mended' }, type: 'integer' },
    { key: 'beyondRepair', title: { zh: '无法修补', en: 'Beyond repair' }, type: 'integer' },
    { key: 'target', title: { zh: '目标', en: 'Target' }, type: 'integer' },
    {
      key: 'met',
      title: { zh: '达标', en: 'Met' },
      type: 'text',
      of: ({ met }, language) => (language === 'zh' ? (met ? '是' : '否') : met ? 'yes' : 'no'),
    },
  ],
};

export const printedSessions: PrintedList<MendingSessionView> = {
  name: 'mending-sessions',
  title: { zh: '学生修补图书活动一览', en: 'Mending sessions' },
  columns: [
    { key: 'heldOn', title: { zh: '日期', en: 'Day' }, type: 'day' },
    { key: 'name', title: { zh: '活动', en: 'Session' }, type: 'text' },
    { key: 'helpers', title: { zh: '参加人数', en: 'Helpers' }, type: 'integer' },
    { key: 'mended', title: { zh: '修好册数', en: 'Mended' }, type: 'integer' },
    { key: 'beyondRepair', title: { zh: '无法修补', en: 'Beyond repair' }, type: 'integer' },
    {
      key: 'cancelled',
      title: { zh: '已取消', en: 'Called off' },
      type: 'text',
      of: ({ cancelled }, language) => (cancelled ? (language === 'zh' ? '是' : 'yes') : ''),
    },
    { key: 'note', title: { zh: '备注', en: 'Note' }, type: 'text' },
  ],
};
