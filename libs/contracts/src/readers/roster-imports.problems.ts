import type { ProblemTitles } from '../envelope/problem.js';
import { fileReadingProblems } from '../file-reading.problems.js';

/** Why a roster fails, a row of it is not taken, or a part of it is not read. */
export const rosterImportsProblems = {
  ...fileReadingProblems,
  'roster.no-header': { zh: '找不到表头（如姓名、班级）', en: 'No row of headings (name, class) was found' },
  'roster.unreadable': { zh: '文件无法读取', en: 'The file cannot be read' },
  'roster.too-large': { zh: '名册过大', en: 'The roster is too large' },
  'roster.too-many-leavers': {
    zh: '名册将使过多读者离校，已停止',
    en: 'The roster would remove too many readers',
  },
  'roster.xls-unsupported': {
    zh: '旧版 .xls 或加了密码的工作簿不能读取，请另存为不加密码的 .xlsx 或 CSV 再导入',
    en: 'An old .xls workbook, or one with a password, cannot be read; save it as .xlsx without a password, or as CSV',
  },
  'roster.format-unsupported': { zh: '暂不支持该名册格式', en: 'This roster format is not supported yet' },
  'roster-doubt.decided': { zh: '已经作出决定', en: 'It was decided already' },
  'roster-doubt.open': { zh: '尚未作出决定，或又在待定中', en: 'It is not decided, or waits again' },
  'roster-doubt.built-upon': {
    zh: '该读者此后已有变动或借有图书，不能撤回',
    en: 'The reader was changed since, or has something on loan',
  },
  'oneroster.no-users': { zh: 'OneRoster 包中没有 users.csv', en: 'The OneRoster package has no users.csv' },
  'oneroster.version-unknown': {
    zh: 'OneRoster 版本不是 1.1 或 1.2',
    en: 'The OneRoster package is of neither version 1.1 nor 1.2',
  },
  'oneroster.school-unknown': {
    zh: 'OneRoster 包含多所学校，找不到本校代码或校名',
    en: 'The OneRoster package is of several schools, and none has the code or name of this one',
  },
  'oneroster.file-missing': {
    zh: '清单中列出的文件不在包中',
    en: 'The manifest lists a file that is not in the package',
  },
  'oneroster.orphan': {
    zh: '该行指向包中没有的人员或班级',
    en: 'The row names a person or class that is not in the package',
  },
  'oneroster.role-not-read': { zh: '该角色不登记为读者', en: 'This role is no reader' },
  'oneroster.row-ragged': { zh: '该行的列数多于表头', en: 'The row has more cells than headings' },
  'oneroster.id-missing': { zh: '缺少 sourcedId', en: 'The sourcedId is missing' },
  'oneroster.id-twice': { zh: 'sourcedId 重复', en: 'The sourcedId stands twice' },
  'oneroster.id-unusable': {
    zh: 'sourcedId 含有身份信息或不能使用',
    en: 'The sourcedId looks like an identity number, or is of no use',
  },
  'roster-mapping.exists': { zh: '已有同名的列对照', en: 'There is a mapping of that name' },
  'column.unread': { zh: '该列未被读取', en: 'Nobody reads this column' },
  'column.never-read': {
    zh: '该列含身份信息（学籍号、身份证号、出生日期），不予读取',
    en: 'The column holds identity numbers or birth dates and is never read',
  },
  'name.missing': { zh: '缺少姓名', en: 'The name is missing' },
  'name.malformed': { zh: '姓名不正确', en: 'The name is not valid' },
  'name.not-a-person': {
    zh: '该行不是读者（表头、合计或说明）',
    en: 'The row is no person: headings, sums or remarks',
  },
  'card.number-malformed': { zh: '借书证号不正确', en: 'The card number is not valid' },
  'card.number-is-identity': {
    zh: '身份证号和学籍号不能用作借书证号',
    en: 'An identity or student number is no card number',
  },
  'card.number-twice': { zh: '借书证号在名册中重复', en: 'The card number stands twice in the roster' },
  'reader.twice': { zh: '同一读者在名册中重复', en: 'The same reader stands twice in the roster' },
  'reader.has-other-number': {
    zh: '在读的同名读者用的是另一个借书证号，无法确定是否同一人',
    en: 'A reader of this name has another card number; whether it is the same person is not certain',
  },
  'reader.namesake-leaves': {
    zh: '有同名读者将因不在名册中而离校，无法确定是否同一人',
    en: 'A reader of this name would leave; whether it is the same person is not certain',
  },
  'kind.unknown': { zh: '读者类型无法识别', en: 'The kind of reader is not known' },
  'section.unknown': { zh: '学段无法识别', en: 'The section is not known' },
  'class.missing': { zh: '缺少班级', en: 'The class is missing' },
  'class.unreadable': { zh: '班级无法确定', en: 'The class could not be read for sure' },
  'class.contradicts-grade': { zh: '班级与年级不符', en: 'The class contradicts the grade' },
  'grade.missing': { zh: '缺少年级', en: 'The grade is missing' },
  'grade.unreadable': { zh: '年级无法识别', en: 'The grade could not be read' },
  'grade.ambiguous': { zh: '年级属于哪个学段无法确定', en: 'The section of the grade is uncertain' },
  'grade.not-in-school': { zh: '学校没有该年级', en: 'The school does not have this grade now' },
} as const satisfies ProblemTitles;
