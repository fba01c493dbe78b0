import type { Language, PrintedList, Words } from '@shulian/service-kit';
import type { ReportKind, ReportStatus } from './rules/report.js';
import type { ReportLineView, ReportView } from './work-reports.http.js';

const kindWords: Readonly<Record<ReportKind, Words>> = {
  ledgers: { zh: '账册结存', en: 'balances of the ledgers' },
  cataloguing: { zh: '编目工作', en: 'cataloguing' },
};
const statusWords: Readonly<Record<ReportStatus, Words>> = {
  sent: { zh: '已呈报', en: 'sent' },
  acknowledged: { zh: '已阅', en: 'acknowledged' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
};
const lineWords: Readonly<Record<string, Words>> = {
  'individual-in': { zh: '个别登记：入藏', en: 'individual register: in' },
  'individual-out': { zh: '个别登记：注销', en: 'individual register: out' },
  'individual-balance': { zh: '个别登记：结存', en: 'individual register: balance' },
  'summary-balance': { zh: '总括登记：结存', en: 'summary register: balance' },
  'classified-balance': { zh: '分类登记：结存', en: 'classified ledger: balance' },
  entered: { zh: '新入藏', en: 'entered' },
  withdrawn: { zh: '注销', en: 'withdrawn' },
  reclassified: { zh: '改类', en: 'reclassified' },
  waiting: { zh: '待加工', en: 'in processing' },
  mended: { zh: '修补', en: 'mended' },
  'stage-received': { zh: '加工：收到', en: 'received' },
  'stage-accepted': { zh: '加工：验收', en: 'accepted' },
  'stage-stamped': { zh: '加工：盖章', en: 'stamped' },
  'stage-accessioned': { zh: '加工：登录', en: 'accessioned' },
  'stage-classified': { zh: '加工：分类', en: 'classified' },
  'stage-catalogued': { zh: '加工：编目', en: 'catalogued' },
  'stage-labelled': { zh: '加工：贴标', en: 'labelled' },
  'stage-shelved': { zh: '加工：上架', en: 'shelved' },
  'stage-lendable': { zh: '加工：可借', en: 'lendable' },
};
const CLASS = 'class-';

const nameOf = (line: string, language: Language): string => {
  const words = lineWords[line];
  if (words !== undefined) return words[language];
  if (!line.startsWith(CLASS)) return line;
  const mainClass = line.slice(CLASS.length);
  if (mainClass === '-') return language === 'zh' ? '未分类' : 'unclassified';
  return language === 'zh' ? `${mainClass} 类` : `class ${mainClass}`;
};

export const printedReports: PrintedList<ReportView> = {
  name: 'work-reports',
  title: { zh: '工作汇报登记', en: 'Reports to the leaders' },
  columns: [
    { key: 'sentOn', title: { zh: '呈报日期', en: 'Sent' }, type: 'day' },
    { key: 'kind', title: { zh: '内容', en: 'Of' }, type: 'text', words: kindWords },
    { key: 'from', title: { zh: '起', en: 'From' }, type: 'day' },
    { key: 'asOf', title: { zh: '截至', en: 'As of' }, type: 'day' },
    { key: 'toWhom', title: { zh: '呈报对象', en: 'To' }, type: 'text' },
    { key: 'status', title: { zh: '状态', en: 'State' }, type: 'text', words: statusWords },
    { key: 'settledOn', title: { zh: '批阅日期', en: 'On' }, type: 'day' },
    { key: 'remark', title: { zh: '批示', en: 'Remark' }, type: 'text' },
  ],
};

export const printedReport = ({ kind }: ReportView): PrintedList<ReportLineView> => ({
  name: 'work-report',
  title: { zh: `工作汇报：${kindWords[kind].zh}`, en: `Report: ${kindWords[kind].en}` },
  columns: [
    {
      key: 'line',
      title: { zh: '项目', en: 'Item' },
      type: 'text',
      of: ({ line }, language) => nameOf(line, language),
    },
    { key: 'titles', title: { zh: '种', en: 'Titles' }, type: 'integer' },
    { key: 'volumes', title: { zh: '册', en: 'Volumes' }, type: 'integer' },
    { key: 'fen', title: { zh: '金额', en: 'Value' }, type: 'fen' },
  ],
  signatures: [
    { zh: '呈报人', en: 'Sent by' },
    { zh: '分管领导', en: 'Leader' },
  ],
});
