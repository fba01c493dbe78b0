import type { Operations } from '../access/operation.js';
import { school } from '../access/role-sets.js';

/** Files of pupils tell of children (ADR 0058): those who keep the archive of their school see them, no county and no client. */
const keepers = school;

export const archiveFilesAccess = {
  'archive-files.enter': {
    says: {
      zh: '录入档案目录，每次至多 200 件：门类、年度、题名、保管期限等；按校、门类、年度顺序编号',
      en: 'Enters files into the catalogue of an archive, up to 200 a call; numbers run without gaps in a school, class and year.',
    },
    roles: keepers,
    problems: { 409: ['archive-file.code-taken'] },
  },
  'archive-files.list': {
    says: {
      zh: '档案目录，按门类、年度、部门、状态筛选；format 导出，栏目与导入一致',
      en: 'The catalogue by class, year, unit and state; `format` exports it with the columns that an import reads.',
    },
    roles: keepers,
  },
  'archive-files.search': {
    says: {
      zh: '按题名或档号检索档案；检索词不出现在网址中',
      en: 'Finds files by words of their title or by their code; what is looked for stands in no URL.',
    },
    roles: keepers,
  },
  'archive-files.read': {
    says: { zh: '查看一件档案', en: 'One file of an archive.' },
    roles: keepers,
  },
  'archive-files.change': {
    says: {
      zh: '修改档案著录；If-Match 注明所依据的版本',
      en: 'Changes what is said of a file; If-Match names the version it builds on.',
    },
    roles: keepers,
  },
  'archive-files.step': {
    says: {
      zh: '档案流转：催收、收到、归档、上架、发给部门、提档、退档、作废；不能执行的逐件说明',
      en: 'Takes a step with files: called in, received, filed, shelved, given out, handed over, taken back, void; what cannot is named.',
    },
    roles: keepers,
    reasons: ['archive-file.not-now', 'resource.unknown'],
  },
  'archive-files.undo-step': {
    says: { zh: '撤销每件档案最近的一步', en: 'Takes the last step of each file back.' },
    roles: keepers,
    reasons: ['archive-file.nothing-to-undo', 'resource.unknown'],
  },
  'archive-files.handovers': {
    says: {
      zh: '提档退档登记：日期、凭证号、接收单位或领取人；format 给出可打印的表',
      en: 'Files that were handed over and taken back, with document and receiver; `format` prints them.',
    },
    roles: keepers,
    namesReaders: true,
  },
} as const satisfies Operations;
