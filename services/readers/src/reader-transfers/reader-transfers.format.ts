import type { PrintedList } from '@shulian/service-kit';
import type { TransferView } from './reader-transfers.http.js';

export const printedTransfers: PrintedList<TransferView> = {
  name: 'reader-transfers',
  title: { zh: '县内转学登记', en: 'Readers from school to school' },
  columns: [
    { key: 'offeredOn', title: { zh: '转出日期', en: 'Offered' }, type: 'day' },
    { key: 'name', title: { zh: '姓名', en: 'Name' }, type: 'text' },
    { key: 'fromSchool', title: { zh: '转出学校', en: 'From' }, type: 'text' },
    { key: 'toSchool', title: { zh: '转入学校', en: 'To' }, type: 'text' },
    {
      key: 'status',
      title: { zh: '状态', en: 'State' },
      type: 'text',
      words: {
        offered: { zh: '待接收', en: 'offered' },
        taken: { zh: '已转入', en: 'taken' },
        refused: { zh: '未接收', en: 'refused' },
        withdrawn: { zh: '已撤回', en: 'withdrawn' },
      },
    },
    { key: 'endedOn', title: { zh: '办结日期', en: 'Ended' }, type: 'day' },
    { key: 'openLoans', title: { zh: '未还册数', en: 'On loan' }, type: 'integer' },
    { key: 'openDebts', title: { zh: '未赔册数', en: 'Owed for' }, type: 'integer' },
  ],
};
