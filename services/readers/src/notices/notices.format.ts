import type { PrintedList } from '@shulian/service-kit';
import { kindWords, recipientWords } from '../notice-templates/rules/notice-words.js';
import { yuan } from '../notice-templates/rules/notice-values.js';
import type { NoticeSheetLine, NoticeView } from './notices.http.js';

const kind = { key: 'kind', title: { zh: '种类', en: 'Kind' }, type: 'text', words: kindWords } as const;
const facts = [
  { key: 'count', title: { zh: '册（项）数', en: 'Items' }, type: 'integer' },
  { key: 'daysLate', title: { zh: '超期天数', en: 'Days late' }, type: 'integer' },
  { key: 'dueOn', title: { zh: '应办日期', en: 'By' }, type: 'day' },
] as const;

export const printedNotices: PrintedList<NoticeView> = {
  name: 'notices',
  title: { zh: '通知登记表', en: 'Notices' },
  columns: [
    { key: 'madeOn', title: { zh: '日期', en: 'Day' }, type: 'day' },
    kind,
    {
      key: 'reader',
      title: { zh: '读者', en: 'Reader' },
      type: 'who',
      of: ({ readerId, classId }) =>
        readerId !== null
          ? { kind: 'reader', id: readerId }
          : classId === null
            ? null
            : { kind: 'class', id: classId },
    },
    { key: 'recipient', title: { zh: '收件人', en: 'Recipient' }, type: 'text', words: recipientWords },
    {
      key: 'channel',
      title: { zh: '途径', en: 'Channel' },
      type: 'text',
      words: { mail: { zh: '邮件', en: 'mail' }, webhook: { zh: '企业消息', en: 'messenger' } },
    },
    {
      key: 'state',
      title: { zh: '状态', en: 'State' },
      type: 'text',
      words: {
        queued: { zh: '待发', en: 'waiting' },
        sending: { zh: '发送中', en: 'being sent' },
        sent: { zh: '已发', en: 'sent' },
        failed: { zh: '失败', en: 'failed' },
        unknown: { zh: '不确定', en: 'not certain' },
        cancelled: { zh: '已取消', en: 'cancelled' },
        expired: { zh: '已过期', en: 'too late' },
        unsendable: { zh: '无法发送', en: 'nothing to send with' },
      },
    },
    {
      key: 'why',
      title: { zh: '原因', en: 'Why' },
      type: 'text',
      words: {
        'no-mail-server': { zh: '没有邮件服务器', en: 'no mail server' },
        'no-contact': { zh: '没有联系方式', en: 'no contact' },
        'no-webhook': { zh: '没有消息接收地址', en: 'no webhook' },
        'server-away': { zh: '连接不上', en: 'server away' },
        refused: { zh: '被拒收', en: 'refused' },
        later: { zh: '对方要求稍后', en: 'told to wait' },
        'not-allowed': { zh: '不被允许', en: 'not allowed' },
        interrupted: { zh: '发送中断', en: 'interrupted' },
      },
    },
    ...facts,
    { key: 'attempts', title: { zh: '次数', en: 'Attempts' }, type: 'integer' },
  ],
};

export const printedSheet: PrintedList<NoticeSheetLine> = {
  name: 'notice-sheet',
  title: { zh: '班级通知单', en: 'Sheet of notices' },
  columns: [
    { key: 'readerName', title: { zh: '学生', en: 'Pupil' }, type: 'text' },
    kind,
    { key: 'causeOn', title: { zh: '日期', en: 'Day' }, type: 'day' },
    ...facts,
    {
      key: 'amount',
      title: { zh: '金额（元）', en: 'Yuan' },
      type: 'text',
      of: ({ amountFen }) => (amountFen === null ? null : yuan(amountFen)),
    },
    {
      key: 'sent',
      title: { zh: '已通知', en: 'Sent' },
      type: 'text',
      of: ({ sent }, language) =>
        sent ? (language === 'zh' ? '是' : 'yes') : language === 'zh' ? '否' : 'no',
    },
  ],
  signatures: [{ zh: '班主任', en: 'Class teacher' }],
};
