import type { PrintedList } from '@shulian/service-kit';
import { kindWords } from '../serials.format.js';
import type { DayView, IssueView } from './issues.http.js';

export const printedIssues: PrintedList<IssueView> = {
  name: 'serial-issues',
  title: { zh: '报刊登到表', en: 'Issues due and received' },
  columns: [
    { key: 'dueOn', title: { zh: '应到日期', en: 'Due' }, type: 'day' },
    { key: 'title', title: { zh: '刊名', en: 'Title' }, type: 'text' },
    { key: 'kind', title: { zh: '类型', en: 'Kind' }, type: 'text', words: kindWords },
    { key: 'postalCode', title: { zh: '邮发代号', en: 'Postal code' }, type: 'text' },
    { key: 'year', title: { zh: '年', en: 'Year' }, type: 'integer' },
    { key: 'label', title: { zh: '期', en: 'Issue' }, type: 'text' },
    { key: 'expected', title: { zh: '应到份数', en: 'Expected' }, type: 'integer' },
    { key: 'received', title: { zh: '实到份数', en: 'Received' }, type: 'integer' },
    { key: 'receivedOn', title: { zh: '登到日期', en: 'Checked in' }, type: 'day' },
    { key: 'processedOn', title: { zh: '加工日期', en: 'Processed' }, type: 'day' },
    { key: 'displayedOn', title: { zh: '上架日期', en: 'Put out' }, type: 'day' },
    { key: 'shelfOrder', title: { zh: '排架号', en: 'Rack' }, type: 'text' },
  ],
};

export const printedDays: PrintedList<DayView> = {
  name: 'serial-days',
  title: { zh: '报刊登到日统计', en: 'Newspapers and periodicals by day' },
  columns: [
    { key: 'day', title: { zh: '日期', en: 'Day' }, type: 'day' },
    { key: 'newspapersDue', title: { zh: '应到报纸', en: 'Newspapers due' }, type: 'integer' },
    { key: 'newspapersSameDay', title: { zh: '当日登到', en: 'Same day' }, type: 'integer' },
    { key: 'newspapersDisplayedSameDay', title: { zh: '当日上架', en: 'Out the same day' }, type: 'integer' },
    { key: 'newspapersReceived', title: { zh: '实到报纸', en: 'Newspapers received' }, type: 'integer' },
    { key: 'periodicalsReceived', title: { zh: '实到期刊', en: 'Periodicals received' }, type: 'integer' },
    { key: 'copiesReceived', title: { zh: '实到份数', en: 'Copies' }, type: 'integer' },
    { key: 'notCheckedIn', title: { zh: '未登到', en: 'Not checked in' }, type: 'integer' },
    { key: 'notDisplayed', title: { zh: '未上架', en: 'Not put out' }, type: 'integer' },
  ],
};
