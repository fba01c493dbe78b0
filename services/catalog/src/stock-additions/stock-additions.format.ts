import type { PrintedList } from '@shulian/service-kit';
import type { StockAdditionView } from './stock-additions.http.js';

const statusWords = {
  planned: { zh: '待添置', en: 'planned' },
  overdue: { zh: '已逾期', en: 'overdue' },
  done: { zh: '已完成', en: 'done' },
  cancelled: { zh: '已取消', en: 'called off' },
} as const;

export const printedStockAdditions: PrintedList<StockAdditionView> = {
  name: 'stock-additions',
  title: { zh: '阅览室图书添置计划', en: 'Additions planned for the rooms' },
  columns: [
    { key: 'dueOn', title: { zh: '期限', en: 'By' }, type: 'day' },
    { key: 'name', title: { zh: '名称', en: 'Name' }, type: 'text' },
    { key: 'place', title: { zh: '地点', en: 'Place' }, type: 'text' },
    { key: 'volumes', title: { zh: '计划册数', en: 'Planned' }, type: 'integer', total: 'sum' },
    { key: 'added', title: { zh: '已添置', en: 'Added' }, type: 'integer', total: 'sum' },
    { key: 'status', title: { zh: '状态', en: 'State' }, type: 'text', words: statusWords },
    { key: 'endedOn', title: { zh: '完成日期', en: 'Ended' }, type: 'day' },
    { key: 'words', title: { zh: '说明', en: 'Words' }, type: 'text' },
  ],
};
