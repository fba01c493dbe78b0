import type { Operations } from '../access/operation.js';
import { county, school } from '../access/role-sets.js';

const changing = { roles: { ...county, ...school }, scope: 'catalog.write' } as const;

export const stockAdditionsAccess = {
  'stock-additions.plan': {
    says: {
      zh: '计划某日前为某阅览室添置多少册',
      en: 'Plans that a room gets so many new volumes by a day.',
    },
    ...changing,
  },
  'stock-additions.list': {
    says: {
      zh: '阅览室添置计划与已添置册数，按期限；format 给出可打印的计划表',
      en: 'What is planned for the rooms, by day, with what was added; `format` prints it.',
    },
    roles: { ...county, 'county-viewer': 'county', ...school, teacher: 'school' },
    scope: 'catalog.read',
  },
  'stock-additions.end': {
    says: { zh: '添置完成，或取消并说明', en: 'It is done, or called off, with words.' },
    ...changing,
    problems: { 409: ['stock-addition.ended'] },
  },
  'stock-additions.reopen': {
    says: { zh: '恢复已完成或取消的添置', en: 'Takes that back: it is planned again.' },
    ...changing,
    problems: { 409: ['stock-addition.open'] },
  },
} as const satisfies Operations;
