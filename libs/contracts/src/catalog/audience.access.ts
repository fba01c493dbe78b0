import type { Operations } from '../access/operation.js';
import { county, everyone, librarian, school } from '../access/role-sets.js';

const keepers = { ...county, ...librarian } as const;

export const audienceAccess = {
  'reading-themes.list': {
    says: {
      zh: '阅读主题：全县的（拼音、历史、军事、科技、科幻、童话、散文、民间故事、儿童小说、名著）与某校自设的；format 给出可打印的清单',
      en: 'The themes of reading: those of the county, and those that a school has of its own; `format` prints them.',
    },
    roles: everyone,
    scope: 'catalog.read',
  },
  'reading-themes.read': {
    says: { zh: '查看一个阅读主题', en: 'One theme of reading.' },
    roles: everyone,
    scope: 'catalog.read',
  },
  'reading-themes.create': {
    says: {
      zh: '新增阅读主题：县管理员为全县，馆员为本校',
      en: 'Adds a theme: the office for the county, a librarian for the own school.',
    },
    roles: keepers,
    scope: 'catalog.write',
    problems: { 409: ['reading-theme.name-taken'] },
  },
  'reading-themes.change': {
    says: {
      zh: '更名、停用或恢复阅读主题；If-Match 注明所依据的版本',
      en: 'Renames a theme, closes or reopens it; If-Match names the version it builds on.',
    },
    roles: keepers,
    scope: 'catalog.write',
    problems: { 409: ['reading-theme.name-taken'] },
  },
  'titles.audience': {
    says: {
      zh: '一种书的读者对象：年级段、阅读难度、主题',
      en: 'For whom a title is: bands of grades, level of reading, themes.',
    },
    roles: everyone,
    scope: 'catalog.read',
  },
  'audience-changes.preview': {
    says: {
      zh: '预览成批标注：哪些书会变、变成什么；不写入',
      en: 'Shows what marking titles would do, title by title; nothing is written.',
    },
    roles: keepers,
    scope: 'catalog.write',
  },
  'audience-changes.create': {
    says: {
      zh: '为一批书（至多 500 种）标注年级段、阅读难度、主题',
      en: 'Marks titles, up to 500 a call, with bands, level and themes: all of them or none.',
    },
    roles: keepers,
    scope: 'catalog.write',
    problems: { 409: ['audience.unknown-titles', 'audience.no-change', 'audience.theme-closed'] },
  },
  'audience-changes.list': {
    says: {
      zh: '本校做过的标注，最近的在前；format 给出可打印的清单',
      en: 'What was marked, newest first, by the people of a school; `format` prints it.',
    },
    roles: keepers,
    scope: 'catalog.write',
  },
  'audience-changes.undo': {
    says: {
      zh: '撤销一次标注；其后又改过的不能撤销',
      en: 'Takes a change of marks back, as long as nobody has marked one of its titles since.',
    },
    roles: keepers,
    scope: 'catalog.write',
    problems: { 409: ['audience.already-undone', 'audience.built-upon'] },
  },
  'wishes.mark': {
    says: {
      zh: '为荐购标注年级段、阅读难度、主题；再次写入即更正，留空即取消',
      en: 'Marks what somebody wished for with bands, level and themes; said again it is put right, left empty it is taken away.',
    },
    roles: { ...county, ...librarian },
    scope: 'catalog.write',
  },
  'reading-interests.list': {
    says: {
      zh: '按年级段、阅读难度、主题比较馆藏、借阅与荐购，供选书；format 给出可打印的清单',
      en: 'For choosing: per band, level and theme what a school has, what of it was lent, what is wished for; `format` prints it.',
    },
    roles: { ...county, 'county-viewer': 'county', ...school, teacher: 'school' },
    scope: 'reports.read',
  },
} as const satisfies Operations;
