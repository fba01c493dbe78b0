import type { Language, PrintedList, Words } from '@shulian/service-kit';
import type { TransferredCopyView, TransferView } from './ownership-transfers.http.js';
import type { TransferState } from './rules/ownership-transfer.js';

const stateWords: Readonly<Record<TransferState, Words>> = {
  asked: { zh: '待接收', en: 'asked' },
  accepted: { zh: '已接收', en: 'accepted' },
  refused: { zh: '已拒收', en: 'refused' },
  cancelled: { zh: '已撤回', en: 'taken back' },
};

export const printedTransfers: PrintedList<TransferView> = {
  name: 'ownership-transfers',
  title: { zh: '图书调拨登记', en: 'Transfers between schools' },
  columns: [
    { key: 'askedOn', title: { zh: '日期', en: 'Asked on' }, type: 'day' },
    { key: 'fromSchool', title: { zh: '调出学校', en: 'From' }, type: 'text' },
    { key: 'toSchool', title: { zh: '调入学校', en: 'To' }, type: 'text' },
    { key: 'documentNumber', title: { zh: '批准文号', en: 'Approval' }, type: 'text' },
    { key: 'volumes', title: { zh: '册数', en: 'Volumes' }, type: 'integer' },
    { key: 'fen', title: { zh: '金额', en: 'Value' }, type: 'fen' },
    { key: 'status', title: { zh: '状态', en: 'State' }, type: 'text', words: stateWords },
    { key: 'decidedOn', title: { zh: '办结日期', en: 'Decided on' }, type: 'day' },
    {
      key: 'remarks',
      title: { zh: '备注', en: 'Remarks' },
      type: 'text',
      of: ({ note, reason }) => [note, reason].filter((text) => text !== null).join('; '),
    },
  ],
};

export const printedTransferredCopies: PrintedList<TransferredCopyView> = {
  name: 'transferred-copies',
  title: { zh: '图书调拨清单', en: 'Copies of a transfer' },
  signatures: [
    { zh: '移交人', en: 'Handed over by' },
    { zh: '接收人', en: 'Taken over by' },
    { zh: '监交人', en: 'Witness' },
  ],
  columns: [
    { key: 'accessionNumber', title: { zh: '原登录号', en: 'Acc. no. there' }, type: 'integer' },
    { key: 'barcode', title: { zh: '原条码', en: 'Barcode there' }, type: 'text' },
    {
      key: 'title',
      title: { zh: '题名', en: 'Title' },
      type: 'text',
      total: 'count',
      unit: { zh: ' 册', en: ' vols' },
    },
    { key: 'contributor', title: { zh: '著者', en: 'Author' }, type: 'text' },
    { key: 'publisher', title: { zh: '出版者', en: 'Publisher' }, type: 'text' },
    { key: 'clc', title: { zh: '分类号', en: 'Class' }, type: 'text' },
    { key: 'priceFen', title: { zh: '单价', en: 'Price' }, type: 'fen', total: 'sum' },
    { key: 'newAccessionNumber', title: { zh: '新登录号', en: 'Acc. no. here' }, type: 'integer' },
    { key: 'newBarcode', title: { zh: '新条码', en: 'Barcode here' }, type: 'text' },
  ],
};

/** What stands above the list: from whom to whom, by which paper, how many. */
export const aboveTheCopies = (transfer: TransferView, language: Language): string[] => {
  const zh = language === 'zh';
  const { fromSchool, toSchool, documentNumber, volumes, fen, status } = transfer;
  const yuan = (fen / 100).toFixed(2);
  return [
    zh ? `调出：${fromSchool}　调入：${toSchool}` : `From: ${fromSchool}  To: ${toSchool}`,
    ...(documentNumber === null ? [] : [zh ? `批准文号：${documentNumber}` : `Approval: ${documentNumber}`]),
    zh
      ? `共 ${String(volumes)} 册，${yuan} 元，${stateWords[status].zh}`
      : `${String(volumes)} volumes, ${yuan} yuan, ${stateWords[status].en}`,
  ];
};
