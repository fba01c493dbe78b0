import type { PrintedList } from '@shulian/service-kit';
import type { ArrearsView, MandateView, PaymentView } from './mandates.http.js';

export const printedMandates: PrintedList<MandateView> = {
  name: 'serial-mandates',
  title: { zh: '县定报刊', en: 'Serials that all schools take' },
  columns: [
    { key: 'year', title: { zh: '年度', en: 'Year' }, type: 'integer' },
    { key: 'title', title: { zh: '刊名', en: 'Title' }, type: 'text' },
    { key: 'postalCode', title: { zh: '邮发代号', en: 'Postal code' }, type: 'text' },
    { key: 'copies', title: { zh: '每校份数', en: 'Copies a school' }, type: 'integer' },
    { key: 'priceFen', title: { zh: '全年单价', en: 'A copy a year' }, type: 'fen' },
    { key: 'orderBy', title: { zh: '订购期限', en: 'Order by' }, type: 'day' },
    { key: 'payBy', title: { zh: '交款期限', en: 'Pay by' }, type: 'day' },
    { key: 'withdrawnOn', title: { zh: '撤销日期', en: 'Withdrawn' }, type: 'day' },
  ],
};

export const printedPayments: PrintedList<PaymentView> = {
  name: 'mandate-payments',
  title: { zh: '县定报刊交款登记', en: 'Payments for what all schools take' },
  columns: [
    { key: 'paidOn', title: { zh: '交款日期', en: 'Paid' }, type: 'day' },
    { key: 'year', title: { zh: '年度', en: 'Year' }, type: 'integer' },
    { key: 'title', title: { zh: '刊名', en: 'Title' }, type: 'text' },
    { key: 'fen', title: { zh: '金额', en: 'Paid' }, type: 'fen' },
    { key: 'documentNumber', title: { zh: '凭证号', en: 'Document' }, type: 'text' },
    { key: 'reversedOn', title: { zh: '冲销日期', en: 'Reversed' }, type: 'day' },
    { key: 'reversalReason', title: { zh: '冲销原因', en: 'Why' }, type: 'text' },
  ],
};

export const printedArrears: PrintedList<ArrearsView> = {
  name: 'mandate-arrears',
  title: { zh: '县定报刊订购与交款情况', en: 'Orders and payments by school' },
  columns: [
    { key: 'schoolCode', title: { zh: '学校代码', en: 'Code' }, type: 'text' },
    { key: 'school', title: { zh: '学校', en: 'School' }, type: 'text' },
    { key: 'mandated', title: { zh: '应订种数', en: 'To take' }, type: 'integer' },
    { key: 'ordered', title: { zh: '已订', en: 'Ordered' }, type: 'integer' },
    { key: 'orderedOnTime', title: { zh: '按时订购', en: 'On time' }, type: 'integer' },
    { key: 'dueFen', title: { zh: '应交', en: 'Due' }, type: 'fen' },
    { key: 'paidFen', title: { zh: '已交', en: 'Paid' }, type: 'fen' },
    { key: 'owedFen', title: { zh: '未交', en: 'Owed' }, type: 'fen' },
    { key: 'arrearsFen', title: { zh: '欠款', en: 'Arrears' }, type: 'fen' },
    { key: 'paidOnTime', title: { zh: '按时交清种数', en: 'Paid on time' }, type: 'integer' },
    {
      key: 'commended',
      title: { zh: '表彰', en: 'Commended' },
      type: 'text',
      of: ({ commended }, language) =>
        language === 'zh' ? (commended ? '是' : '否') : commended ? 'yes' : 'no',
    },
  ],
};
