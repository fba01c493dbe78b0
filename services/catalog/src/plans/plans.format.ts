import type { Language, PrintedColumn, PrintedList } from '@shulian/service-kit';
import type { PlanView } from './plans.http.js';

const percent = (hundredths: number | null): string | null =>
  hundredths === null ? null : `${(hundredths / 100).toFixed(2)}%`;

const growth = (
  key: 'budgetGrowth' | 'spentGrowth',
  title: Readonly<Record<Language, string>>,
): PrintedColumn<PlanView> => ({ key, title, type: 'text', of: (plan) => percent(plan[key]) });

export const printedPlans: PrintedList<PlanView> = {
  name: 'acquisition-plans',
  title: { zh: '年度采购计划与执行情况', en: 'Plans of a year and what came of them' },
  columns: [
    { key: 'year', title: { zh: '年度', en: 'Year' }, type: 'integer' },
    { key: 'printVolumes', title: { zh: '计划册数', en: 'Volumes planned' }, type: 'integer' },
    { key: 'ordered', title: { zh: '已订册数', en: 'Ordered' }, type: 'integer' },
    { key: 'accepted', title: { zh: '验收册数', en: 'Accepted' }, type: 'integer' },
    { key: 'ebooks', title: { zh: '计划电子图书', en: 'E-books planned' }, type: 'integer' },
    { key: 'ebooksGot', title: { zh: '购入电子图书', en: 'E-books got' }, type: 'integer' },
    { key: 'periodicalTitles', title: { zh: '计划期刊', en: 'Periodicals planned' }, type: 'integer' },
    { key: 'periodicalsOrdered', title: { zh: '已订期刊', en: 'Periodicals ordered' }, type: 'integer' },
    { key: 'periodicalsAccepted', title: { zh: '验收期刊', en: 'Periodicals accepted' }, type: 'integer' },
    { key: 'budgetFen', title: { zh: '经费预算', en: 'Budget' }, type: 'fen' },
    { key: 'orderedFen', title: { zh: '已订金额', en: 'Value ordered' }, type: 'fen' },
    { key: 'onOrderFen', title: { zh: '未到金额', en: 'Still to come' }, type: 'fen' },
    { key: 'spentFen', title: { zh: '已支出', en: 'Spent' }, type: 'fen' },
    { key: 'leftFen', title: { zh: '余额', en: 'Left' }, type: 'fen' },
    growth('budgetGrowth', { zh: '预算增长', en: 'Budget growth' }),
    growth('spentGrowth', { zh: '支出增长', en: 'Growth of what was spent' }),
    { key: 'shrinkReason', title: { zh: '减少理由', en: 'Why less' }, type: 'text' },
  ],
};
