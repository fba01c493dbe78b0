import type { PrintedList } from '@shulian/service-kit';
import { kindWords } from '../accession/rules/copy-words.js';
import { SIGNATURES } from '../registers/rules/signatures.js';
import type {
  CentralLineView,
  CentralPurchaseView,
  SchoolProgressView,
  ShareView,
} from './central-purchases.http.js';

const statusWords = {
  draft: { zh: '草稿', en: 'draft' },
  dispatched: { zh: '已下达', en: 'sent out' },
  ended: { zh: '已结束', en: 'ended' },
} as const;
const NAME = { key: 'name', title: { zh: '题名', en: 'Title' }, type: 'text' } as const;
const NUMBER = { key: 'number', title: { zh: '序号', en: 'No.' }, type: 'integer' } as const;
const SCHOOL = { key: 'school', title: { zh: '学校', en: 'School' }, type: 'text' } as const;
const VOLUMES = { key: 'volumes', title: { zh: '册数', en: 'Volumes' }, type: 'integer' } as const;
const FEN = { key: 'fen', title: { zh: '金额', en: 'Value' }, type: 'fen' } as const;
const SHARED = { key: 'shared', title: { zh: '已分配', en: 'Split' }, type: 'integer' } as const;
const ACCEPTED = { key: 'accepted', title: { zh: '已验收', en: 'Accepted' }, type: 'integer' } as const;

export const printedCentralPurchases: PrintedList<CentralPurchaseView> = {
  name: 'central-purchases',
  title: { zh: '县统一采购', en: 'Central purchases' },
  columns: [
    { key: 'createdOn', title: { zh: '日期', en: 'Date' }, type: 'day' },
    { key: 'name', title: { zh: '名称', en: 'Name' }, type: 'text' },
    { key: 'vendor', title: { zh: '供应商', en: 'Vendor' }, type: 'text' },
    { key: 'titles', title: { zh: '种数', en: 'Titles' }, type: 'integer' },
    VOLUMES,
    FEN,
    { key: 'schools', title: { zh: '学校数', en: 'Schools' }, type: 'integer' },
    ACCEPTED,
    { key: 'status', title: { zh: '状态', en: 'State' }, type: 'text', words: statusWords },
  ],
};

export const printedCentralLines: PrintedList<CentralLineView> = {
  name: 'central-purchase-lines',
  title: { zh: '统一采购明细', en: 'Lines of a central purchase' },
  signatures: SIGNATURES,
  columns: [
    NUMBER,
    NAME,
    { key: 'isbn', title: { zh: 'ISBN', en: 'ISBN' }, type: 'text' },
    { key: 'publisher', title: { zh: '出版社', en: 'Publisher' }, type: 'text' },
    { key: 'kind', title: { zh: '类型', en: 'Kind' }, type: 'text', words: kindWords },
    { key: 'unitPriceFen', title: { zh: '单价', en: 'Price' }, type: 'fen' },
    { key: 'quantity', title: { zh: '册数', en: 'Volumes' }, type: 'integer', total: 'sum' },
    { ...FEN, total: 'sum' },
    { ...SHARED, total: 'sum' },
    { ...ACCEPTED, total: 'sum' },
  ],
};

export const printedShares: PrintedList<ShareView> = {
  name: 'central-purchase-shares',
  title: { zh: '统一采购分配表', en: 'Shares of a central purchase' },
  columns: [NUMBER, NAME, SCHOOL, { ...VOLUMES, total: 'sum' }, { ...FEN, total: 'sum' }],
};

export const printedSchools: PrintedList<SchoolProgressView> = {
  name: 'central-purchase-schools',
  title: { zh: '统一采购各校验收进度', en: 'How far the schools are with a central purchase' },
  signatures: SIGNATURES,
  columns: [
    SCHOOL,
    { key: 'titles', title: { zh: '种数', en: 'Titles' }, type: 'integer' },
    { ...VOLUMES, total: 'sum' },
    { ...FEN, total: 'sum' },
    { key: 'arriving', title: { zh: '验收中', en: 'Checked now' }, type: 'integer', total: 'sum' },
    { ...ACCEPTED, total: 'sum' },
    { key: 'acceptedFen', title: { zh: '已验收金额', en: 'Value accepted' }, type: 'fen', total: 'sum' },
    { key: 'outstanding', title: { zh: '未到', en: 'To come' }, type: 'integer', total: 'sum' },
    { key: 'short', title: { zh: '短缺', en: 'Short' }, type: 'integer', total: 'sum' },
    { key: 'damaged', title: { zh: '破损', en: 'Damaged' }, type: 'integer', total: 'sum' },
    { key: 'wrong', title: { zh: '错发', en: 'Wrong' }, type: 'integer', total: 'sum' },
  ],
};
