import type { Operations } from '../access/operation.js';
import { county, everyone, librarian } from '../access/role-sets.js';

const TAKEN = ['serial.issn-taken', 'serial.postal-code-taken', 'title.merged'] as const;

export const serialsAccess = {
  'serials.create': {
    says: {
      zh: '将一种书目著录为报刊：ISSN、邮发代号、刊期、语种、对象、核心学科',
      en: 'Describes a newspaper or periodical: numbers, pattern of issues, languages, audience, core subjects.',
    },
    roles: { ...county, ...librarian },
    scope: 'catalog.write',
    problems: { 409: ['serial.title-is-no-serial', 'serial.described-already', ...TAKEN] },
  },
  'serials.list': {
    says: {
      zh: '报刊目录，可按类型、语种、对象、核心学科、ISSN 或邮发代号筛选；format 给出可打印的目录',
      en: 'The serials of the county, by kind, language, audience, core subject or number; `format` prints them.',
    },
    roles: everyone,
    scope: 'catalog.read',
  },
  'serials.read': {
    says: { zh: '查看一种报刊', en: 'One serial with the pattern of its issues.' },
    roles: everyone,
    scope: 'catalog.read',
  },
  'serials.change': {
    says: {
      zh: '刊物信息有变动时更正：刊名、刊期、定价等；旧值留有记录；If-Match 注明所依据的版本',
      en: 'Corrects a serial as an issue shows it: title, pattern, price …; what it was before is kept.',
    },
    roles: { ...county, librarian: 'county' },
    scope: 'catalog.write',
    problems: { 409: TAKEN },
  },
  'serials.changes': {
    says: {
      zh: '一种报刊的变更记录，新的在前；format 给出可打印的记录',
      en: 'What was changed of a serial, by whom and seen in which issue, the newest first; `format` prints it.',
    },
    roles: everyone,
    scope: 'catalog.read',
  },
} as const satisfies Operations;
