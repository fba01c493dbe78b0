import type { Operations } from '../access/operation.js';
import { county, school } from '../access/role-sets.js';

const keepers = { ...county, ...school } as const;
const lookers = { ...keepers, 'county-viewer': 'county' } as const;

export const archiveUnitsAccess = {
  'archive-units.create': {
    says: { zh: '登记归档部门及其档案员', en: 'Enters a unit that hands in, with its archive officer.' },
    roles: keepers,
    problems: { 409: ['archive-unit.name-taken'] },
  },
  'archive-units.list': {
    says: {
      zh: '部门档案员联系表；format 给出可打印的表',
      en: 'The units with their officers and how they are reached; `format` prints them.',
    },
    roles: lookers,
  },
  'archive-units.read': { says: { zh: '查看一个部门', en: 'One unit.' }, roles: lookers },
  'archive-units.change': {
    says: {
      zh: '修改部门、档案员或联系方式，或停用；If-Match 注明所依据的版本',
      en: 'Changes a unit, its officer or contact, or closes it; If-Match names the version it builds on.',
    },
    roles: keepers,
    problems: { 409: ['archive-unit.name-taken'] },
  },
  'archive-units.put-intake': {
    says: {
      zh: '写入部门某年度的预立卷检查表：项目及完成日期',
      en: 'Writes the checklist of a unit for a year: what is to be handed in, and when it was done.',
    },
    roles: keepers,
  },
  'archive-units.intakes': {
    says: {
      zh: '各部门预立卷检查情况；format 给出可打印的表',
      en: 'How far the units have come with their checklists; `format` prints it.',
    },
    roles: lookers,
  },
  'archive-scopes.put': {
    says: {
      zh: '写入归档范围和保管期限：同门类同名的则修改',
      en: 'Writes what is filed and how long it is kept; one of the same class and name is changed.',
    },
    roles: keepers,
    problems: { 409: ['archive-scope.too-many'] },
  },
  'archive-scopes.list': {
    says: {
      zh: '归档范围和保管期限表；format 给出可打印的表',
      en: 'What a school files and how long it is kept; `format` prints it.',
    },
    roles: lookers,
  },
} as const satisfies Operations;
