import type { PrintedList, Words } from '@shulian/service-kit';
import type { Stream } from '../classes/rules/school-class.js';
import type { FateOfReader } from './school-year.row.js';
import type { FateView, ProgressView, YearClassView } from './school-years.http.js';

const fateWords: Readonly<Record<FateOfReader, Words>> = {
  enters: { zh: '新生入学', en: 'enters' },
  promoted: { zh: '升级', en: 'promoted' },
  'next-section': { zh: '升学段', en: 'next section' },
  merges: { zh: '并班', en: 'merged' },
  moves: { zh: '分班', en: 'another class' },
  repeats: { zh: '留级', en: 'repeats' },
  graduates: { zh: '毕业', en: 'graduates' },
  leaves: { zh: '离校', en: 'leaves' },
};

export const streamWords: Readonly<Record<Stream, Words>> = {
  arts: { zh: '文科', en: 'arts' },
  science: { zh: '理科', en: 'science' },
  history: { zh: '历史类', en: 'history' },
  physics: { zh: '物理类', en: 'physics' },
};

export const printedFates: PrintedList<FateView> = {
  name: 'school-year-readers',
  title: { zh: '学年升级名单', en: 'The step into a school year' },
  columns: [
    { key: 'className', title: { zh: '原班级', en: 'Class' }, type: 'text' },
    { key: 'name', title: { zh: '姓名', en: 'Name' }, type: 'text' },
    { key: 'fate', title: { zh: '去向', en: 'Becomes' }, type: 'text', words: fateWords },
    { key: 'newClassName', title: { zh: '新班级', en: 'New class' }, type: 'text' },
    { key: 'leftOn', title: { zh: '离校日期', en: 'Leaves' }, type: 'day' },
    { key: 'openLoans', title: { zh: '未还册数', en: 'On loan' }, type: 'integer' },
    { key: 'openDebts', title: { zh: '未赔册数', en: 'Owed for' }, type: 'integer' },
  ],
  signatures: [
    { zh: '经办人', en: 'Prepared by' },
    { zh: '复核人', en: 'Reviewed by' },
  ],
};

export const printedYearClasses: PrintedList<YearClassView> = {
  name: 'school-year-classes',
  title: { zh: '学年班级变动表', en: 'Classes into a school year' },
  columns: [
    { key: 'name', title: { zh: '原班级', en: 'Class' }, type: 'text' },
    { key: 'fate', title: { zh: '去向', en: 'Becomes' }, type: 'text', words: fateWords },
    { key: 'newName', title: { zh: '新班级', en: 'New class' }, type: 'text' },
    { key: 'pupils', title: { zh: '人数', en: 'Pupils' }, type: 'integer' },
    {
      key: 'stream',
      title: { zh: '文理', en: 'Stream' },
      type: 'text',
      words: streamWords,
    },
    { key: 'campus', title: { zh: '校区', en: 'Campus' }, type: 'text' },
  ],
};

export const printedProgress: PrintedList<ProgressView> = {
  name: 'school-year-progress',
  title: { zh: '各校学年升级进度', en: 'How far schools are' },
  columns: [
    { key: 'code', title: { zh: '学校代码', en: 'Code' }, type: 'text' },
    { key: 'name', title: { zh: '学校', en: 'School' }, type: 'text' },
    {
      key: 'status',
      title: { zh: '状态', en: 'State' },
      type: 'text',
      words: {
        none: { zh: '未开始', en: 'not begun' },
        draft: { zh: '待复核', en: 'to be reviewed' },
        'sent-back': { zh: '退回', en: 'sent back' },
        committed: { zh: '已完成', en: 'done' },
        undone: { zh: '已撤销', en: 'undone' },
        'given-up': { zh: '已作废', en: 'given up' },
      },
    },
    { key: 'pupils', title: { zh: '在校学生', en: 'Pupils' }, type: 'integer' },
    { key: 'committedAt', title: { zh: '完成时间', en: 'Done at' }, type: 'text' },
  ],
};
