import type { PrintedList, Words } from '@shulian/service-kit';
import type { DueState } from '../logbooks/rules/dues.js';
import type { CoverageView, ExhibitionView, IssueView, WeekView } from './recommendations.http.js';
import type { IssueStatus } from './rules/recommendation-issue.js';

const statusWords: Readonly<Record<IssueStatus, Words>> = {
  draft: { zh: '草稿', en: 'draft' },
  published: { zh: '已发布', en: 'published' },
  withdrawn: { zh: '已撤下', en: 'withdrawn' },
};
const dueWords: Readonly<Record<DueState, Words>> = {
  kept: { zh: '按时', en: 'in time' },
  late: { zh: '迟', en: 'late' },
  missing: { zh: '缺', en: 'missing' },
  open: { zh: '未到期', en: 'not yet due' },
};

export const printedIssues: PrintedList<IssueView> = {
  name: 'recommendation-issues',
  title: { zh: '新书推荐', en: 'Recommended books' },
  columns: [
    { key: 'number', title: { zh: '期号', en: 'No.' }, type: 'integer' },
    { key: 'weekOf', title: { zh: '周', en: 'Week of' }, type: 'day' },
    { key: 'theme', title: { zh: '主题', en: 'Theme' }, type: 'text' },
    {
      key: 'titles',
      title: { zh: '书目', en: 'Titles' },
      type: 'text',
      of: ({ titles }) => titles.map(({ title, titleId }) => title ?? titleId).join('\n'),
    },
    { key: 'status', title: { zh: '状态', en: 'State' }, type: 'text', words: statusWords },
    { key: 'publishedOn', title: { zh: '发布', en: 'Published' }, type: 'day' },
  ],
};

export const printedCoverage: PrintedList<CoverageView> = {
  name: 'recommendation-coverage',
  title: { zh: '新书推荐覆盖率', en: 'Share of new titles recommended' },
  columns: [
    { key: 'term', title: { zh: '学期', en: 'Term' }, type: 'text' },
    { key: 'issues', title: { zh: '期数', en: 'Issues' }, type: 'integer' },
    { key: 'year', title: { zh: '年度', en: 'Year' }, type: 'integer' },
    { key: 'newTitles', title: { zh: '当年新书（种）', en: 'New titles' }, type: 'integer' },
    { key: 'recommendedNewTitles', title: { zh: '已推荐（种）', en: 'Recommended' }, type: 'integer' },
    {
      key: 'share',
      title: { zh: '覆盖率（%）', en: 'Share (%)' },
      type: 'text',
      of: ({ share }) => (share === null ? null : share.toFixed(1)),
    },
    {
      key: 'reached',
      title: { zh: '达标', en: 'Reached' },
      type: 'text',
      of: ({ reached }, language) => (language === 'zh' ? (reached ? '是' : '否') : reached ? 'yes' : 'no'),
    },
  ],
};

export const printedWeeks: PrintedList<WeekView> = {
  name: 'recommendation-weeks',
  title: { zh: '每周推荐与书展', en: 'Issues and exhibitions by week' },
  columns: [
    { key: 'from', title: { zh: '自', en: 'From' }, type: 'day' },
    { key: 'to', title: { zh: '至', en: 'To' }, type: 'day' },
    { key: 'issues', title: { zh: '期数', en: 'Issues' }, type: 'integer' },
    { key: 'issueOn', title: { zh: '发布', en: 'Published' }, type: 'day' },
    { key: 'issue', title: { zh: '推荐', en: 'Issue' }, type: 'text', words: dueWords },
    { key: 'exhibitionBy', title: { zh: '书展期限', en: 'Exhibition by' }, type: 'day' },
    { key: 'exhibitionOn', title: { zh: '书展', en: 'Held' }, type: 'day' },
    { key: 'exhibition', title: { zh: '书展情况', en: 'Exhibition' }, type: 'text', words: dueWords },
  ],
};

export const printedExhibitions: PrintedList<ExhibitionView> = {
  name: 'book-exhibitions',
  title: { zh: '新书书展', en: 'Exhibitions of new books' },
  columns: [
    { key: 'heldOn', title: { zh: '日期', en: 'Held' }, type: 'day' },
    { key: 'theme', title: { zh: '主题', en: 'Theme' }, type: 'text' },
    { key: 'place', title: { zh: '地点', en: 'Place' }, type: 'text' },
    {
      key: 'titles',
      title: { zh: '种数', en: 'Titles' },
      type: 'integer',
      of: ({ titleIds }) => titleIds.length,
    },
    { key: 'notesShown', title: { zh: '读书心得（篇）', en: 'Notes shown' }, type: 'integer' },
  ],
};
