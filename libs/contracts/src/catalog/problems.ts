import type { ProblemTitles } from '../envelope/problem.js';

export const catalogProblems: ProblemTitles = {
  'copy.barcode-taken': {
    zh: '条码已被使用',
    en: 'The barcode is taken in this school',
  },
  'copy.on-loan': { zh: '该册正在借出', en: 'The copy is on loan' },
  'copy.transition-refused': {
    zh: '不允许这样改变册的状态',
    en: 'The copy cannot go from this state to that one',
  },
  'title.unknown': { zh: '没有这种书', en: 'There is no such title' },
  'clc.invalid': { zh: '分类号不正确', en: 'The class number is not valid' },
  'import.format-unsupported': {
    zh: '暂不支持该文件格式',
    en: 'This file format is not supported yet',
  },
  'import.profile-unknown': {
    zh: '没有这种馆藏字段方案',
    en: 'There is no such holdings profile',
  },
};
