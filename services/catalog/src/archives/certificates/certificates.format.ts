import type { PrintedList, Words } from '@shulian/service-kit';
import type { CertificateKind, CertificateState, Collector } from '../rules/certificate.js';
import type { CertificateView } from './certificates.http.js';

const kindWords: Readonly<Record<CertificateKind, Words>> = {
  school: { zh: '校证', en: 'of the school' },
  national: { zh: '国证', en: 'national' },
};
const stateWords: Readonly<Record<CertificateState, Words>> = {
  held: { zh: '未领', en: 'held' },
  issued: { zh: '已领', en: 'issued' },
};
const collectorWords: Readonly<Record<Collector, Words>> = {
  self: { zh: '本人', en: 'the person' },
  guardian: { zh: '监护人', en: 'guardian' },
  other: { zh: '受托人', en: 'somebody else' },
};

export const printedCertificates: PrintedList<CertificateView> = {
  name: 'archive-certificates',
  title: { zh: '未领证书保管发放登记表', en: 'Certificates held and given out' },
  columns: [
    { key: 'kind', title: { zh: '证书', en: 'Certificate' }, type: 'text', words: kindWords },
    { key: 'number', title: { zh: '证书编号', en: 'Number' }, type: 'text' },
    { key: 'year', title: { zh: '年度', en: 'Year' }, type: 'text', of: ({ year }) => String(year) },
    {
      key: 'reader',
      title: { zh: '姓名', en: 'Whose' },
      type: 'who',
      of: ({ readerId }) => ({ kind: 'reader', id: readerId }),
    },
    { key: 'receivedOn', title: { zh: '收存日期', en: 'Received' }, type: 'day' },
    { key: 'state', title: { zh: '状态', en: 'State' }, type: 'text', words: stateWords },
    { key: 'issuedOn', title: { zh: '领取日期', en: 'Issued' }, type: 'day' },
    { key: 'collectedBy', title: { zh: '领取人', en: 'To' }, type: 'text', words: collectorWords },
    { key: 'documentNumber', title: { zh: '委托书号', en: 'Letter' }, type: 'text' },
    { key: 'note', title: { zh: '备注', en: 'Note' }, type: 'text' },
  ],
  signatures: [{ zh: '领取人签名', en: 'Received' }],
};
