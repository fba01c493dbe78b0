import type { PrintedColumn, PrintedList, Words } from '@shulian/service-kit';
import type { BacklogView, LateLine, LeadTimeLine, QueueLine, RecordedStep } from './processing.http.js';
import type { Stage } from './rules/stages.js';

const stageWords: Readonly<Record<Stage, Words>> = {
  received: { zh: '到书', en: 'received' },
  accepted: { zh: '验收', en: 'accepted' },
  stamped: { zh: '盖章', en: 'stamped' },
  accessioned: { zh: '登记', en: 'accessioned' },
  classified: { zh: '分类', en: 'classified' },
  catalogued: { zh: '编目', en: 'catalogued' },
  labelled: { zh: '贴标', en: 'labelled' },
  shelved: { zh: '上架', en: 'shelved' },
  lendable: { zh: '可借', en: 'lendable' },
};
const STAGE = { key: 'stage', title: { zh: '环节', en: 'Stage' }, type: 'text', words: stageWords } as const;
const VOLUMES = { key: 'volumes', title: { zh: '册数', en: 'Volumes' }, type: 'integer' } as const;

const queueColumns: readonly PrintedColumn<QueueLine>[] = [
  { key: 'accessionNumber', title: { zh: '登录号', en: 'Acc. no.' }, type: 'integer' },
  { key: 'barcode', title: { zh: '条码', en: 'Barcode' }, type: 'text' },
  { key: 'title', title: { zh: '题名', en: 'Title' }, type: 'text' },
  { key: 'callNumber', title: { zh: '索书号', en: 'Call no.' }, type: 'text' },
  { key: 'lastStage', title: { zh: '已完成', en: 'Done' }, type: 'text', words: stageWords },
  { key: 'lastOn', title: { zh: '完成日期', en: 'On' }, type: 'day' },
  { key: 'nextStage', title: { zh: '待办', en: 'Next' }, type: 'text', words: stageWords },
  { key: 'since', title: { zh: '到书日期', en: 'Since' }, type: 'day' },
  { key: 'days', title: { zh: '天数', en: 'Days' }, type: 'integer' },
];

export const printedQueue: PrintedList<QueueLine> = {
  name: 'processing-queue',
  title: { zh: '新书加工待办', en: 'Copies to be processed' },
  columns: queueColumns,
};

export const printedLate: PrintedList<LateLine> = {
  name: 'processing-late',
  title: { zh: '学期末尚未可借的新书', en: 'Copies not lendable by the end of term' },
  columns: [
    ...queueColumns,
    { key: 'dueOn', title: { zh: '限期', en: 'Due' }, type: 'day' },
    { key: 'daysLeft', title: { zh: '剩余天数', en: 'Days left' }, type: 'integer' },
  ],
};

export const printedBacklog: PrintedList<BacklogView> = {
  name: 'processing-backlog',
  title: { zh: '新书加工进度', en: 'Backlog of processing' },
  columns: [
    STAGE,
    { key: 'waiting', title: { zh: '待办册数', en: 'Waiting' }, type: 'integer' },
    { key: 'toDo', title: { zh: '累计待办', en: 'To do' }, type: 'integer' },
    { key: 'doneLately', title: { zh: '近14天完成', en: 'Done in 14 days' }, type: 'integer' },
    { key: 'perDay', title: { zh: '日均册数', en: 'A day' }, type: 'decimal' },
    { key: 'daysToGo', title: { zh: '预计天数', en: 'Days to go' }, type: 'integer' },
  ],
};

export const printedLeadTimes: PrintedList<LeadTimeLine> = {
  name: 'processing-lead-times',
  title: { zh: '到书至上架用时', en: 'From receipt to shelf' },
  columns: [
    { key: 'receivedOn', title: { zh: '到书日期', en: 'Received' }, type: 'day' },
    VOLUMES,
    { key: 'shelved', title: { zh: '已上架', en: 'Shelved' }, type: 'integer' },
    { key: 'averageDays', title: { zh: '平均天数', en: 'Average days' }, type: 'decimal' },
    { key: 'medianDays', title: { zh: '中位天数', en: 'Median days' }, type: 'integer' },
    { key: 'longestDays', title: { zh: '最长天数', en: 'Longest' }, type: 'integer' },
    { key: 'waitingDays', title: { zh: '未上架已等', en: 'Rest waits' }, type: 'integer' },
  ],
};

export const printedSteps: PrintedList<RecordedStep> = {
  name: 'processing-steps',
  title: { zh: '加工记录', en: 'Steps of processing' },
  columns: [
    STAGE,
    { key: 'on', title: { zh: '日期', en: 'Date' }, type: 'day' },
    { key: 'by', title: { zh: '经办', en: 'By' }, type: 'text' },
    { key: 'undoneAt', title: { zh: '撤销时间', en: 'Undone' }, type: 'moment' },
    { key: 'undoneBy', title: { zh: '撤销人', en: 'Undone by' }, type: 'text' },
  ],
};
