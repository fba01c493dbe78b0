import type { PrintedList } from '@shulian/service-kit';
import { archiveClassColumn, archiveYearColumn, retentionWords } from '../files/archive-files.format.js';
import type { IntakeView, ScopeView, UnitView } from './units.http.js';

const UNIT = { zh: '部门', en: 'Unit' } as const;
const OFFICER = { key: 'officer', title: { zh: '档案员', en: 'Officer' }, type: 'text' } as const;

export const printedUnits: PrintedList<UnitView> = {
  name: 'archive-units',
  title: { zh: '部门档案员联系表', en: 'Archive officers of the units' },
  columns: [
    { key: 'name', title: UNIT, type: 'text' },
    OFFICER,
    { key: 'contact', title: { zh: '联系方式', en: 'Contact' }, type: 'text' },
    { key: 'closed', title: { zh: '停用', en: 'Closed' }, type: 'yes-no' },
  ],
};

export const printedIntakes: PrintedList<IntakeView> = {
  name: 'archive-intakes',
  title: { zh: '预立卷检查表', en: 'Checklists before filing' },
  columns: [
    { key: 'unit', title: UNIT, type: 'text' },
    OFFICER,
    { ...archiveYearColumn, of: ({ year }) => String(year) },
    { key: 'items', title: { zh: '项目数', en: 'Items' }, type: 'integer', of: ({ items }) => items.length },
    { key: 'done', title: { zh: '已完成', en: 'Done' }, type: 'integer' },
    {
      key: 'open',
      title: { zh: '未完成项目', en: 'Open' },
      type: 'text',
      of: ({ items }) =>
        items
          .filter(({ doneOn }) => doneOn === null)
          .map(({ name }) => name)
          .join('；'),
    },
    { key: 'changedOn', title: { zh: '检查日期', en: 'Looked at' }, type: 'day' },
  ],
};

export const printedScopes: PrintedList<ScopeView> = {
  name: 'archive-scopes',
  title: { zh: '归档范围和保管期限表', en: 'What is filed, and how long it is kept' },
  columns: [
    archiveClassColumn,
    { key: 'name', title: { zh: '归档范围', en: 'Scope' }, type: 'text' },
    { key: 'retention', title: { zh: '保管期限', en: 'Retention' }, type: 'text', words: retentionWords },
    { key: 'closed', title: { zh: '停用', en: 'Closed' }, type: 'yes-no' },
  ],
};
