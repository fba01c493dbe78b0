import type { ProblemTitles } from '../envelope/problem.js';

export const logbooksProblems = {
  'logbook.code-taken': { zh: '已有这个代码的台账', en: 'There is a logbook of this code already' },
  'logbook.retired': { zh: '台账已停用', en: 'The logbook is not kept any more' },
  'logbook.not-open': { zh: '不在填写期内', en: 'It can be written into on other days only' },
  'logbook.period-closed': { zh: '该期间已结账', en: 'The period is closed' },
  'logbook.answered-already': { zh: '已填写过', en: 'This was answered once already' },
  'logbook.has-no-rhythm': { zh: '这本台账没有填写周期', en: 'Nothing is due in this logbook' },
  'logbook-entry.corrected-already': { zh: '记录已更正', en: 'The entry was corrected already' },
  'logbook-entry.signed-already': { zh: '记录已签字', en: 'The entry is signed already' },
  'logbook-entry.own-signature': {
    zh: '不能给自己填写的记录签字',
    en: 'Nobody signs what he has written himself',
  },
  'logbook-entry.not-signed': { zh: '记录未签字', en: 'The entry is not signed' },
  'logbook-entry.not-to-be-signed': { zh: '这本台账不需签字', en: 'Entries of this logbook are not signed' },
  'logbook-entry.has-no-status': {
    zh: '这本台账的记录没有办理状态',
    en: 'There is nothing to follow up in this logbook',
  },
  'logbook-file.format-unsupported': {
    zh: '附件须为 JPEG、PNG、WebP 图片、PDF 或 Office 文档',
    en: 'A file has to be a JPEG, PNG or WebP picture, a PDF or an Office document',
  },
  'logbook-file.too-many': { zh: '附件已达上限', en: 'The entry has as many files as it may have' },
} as const satisfies ProblemTitles;
