import type { PrintedList } from '@shulian/service-kit';
import { kindWords } from '../accession/rules/copy-words.js';
import type { OrderLineView, OrderView } from './orders.http.js';
import type { WantingView } from './wanting.http.js';
import type { VendorView } from './vendors.http.js';

const statusWords = {
  draft: { zh: '草稿', en: 'draft' },
  submitted: { zh: '待审批', en: 'submitted' },
  refused: { zh: '已退回', en: 'refused' },
  approved: { zh: '已批准', en: 'approved' },
  cancelled: { zh: '已取消', en: 'cancelled' },
} as const;
const vendorWords = {
  bookseller: { zh: '书店', en: 'bookseller' },
  publisher: { zh: '出版社', en: 'publisher' },
  wholesaler: { zh: '发行商', en: 'wholesaler' },
  subscriptions: { zh: '报刊订阅', en: 'subscriptions' },
  other: { zh: '其他', en: 'other' },
} as const;
const NAME = { key: 'name', title: { zh: '名称', en: 'Name' }, type: 'text' } as const;
const VOLUMES = { key: 'volumes', title: { zh: '册数', en: 'Volumes' }, type: 'integer' } as const;
const FEN = { key: 'fen', title: { zh: '金额', en: 'Value' }, type: 'fen' } as const;
const ACCEPTED = { key: 'accepted', title: { zh: '已验收', en: 'Accepted' }, type: 'integer' } as const;

export const printedVendors: PrintedList<VendorView> = {
  name: 'vendors',
  title: { zh: '供应商与出版社名录', en: 'Vendors and publishers' },
  columns: [
    NAME,
    { key: 'kind', title: { zh: '类型', en: 'Kind' }, type: 'text', words: vendorWords },
    { key: 'contact', title: { zh: '联系方式', en: 'Contact' }, type: 'text' },
    { key: 'supplies', title: { zh: '发行与供货', en: 'Supplies' }, type: 'text' },
    {
      key: 'closed',
      title: { zh: '停用', en: 'Closed' },
      type: 'text',
      of: ({ closed }, language) => (closed ? (language === 'zh' ? '停用' : 'closed') : ''),
    },
  ],
};

export const printedOrders: PrintedList<OrderView> = {
  name: 'orders',
  title: { zh: '图书订单', en: 'Orders' },
  columns: [
    { key: 'createdOn', title: { zh: '日期', en: 'Date' }, type: 'day' },
    NAME,
    { key: 'vendor', title: { zh: '供应商', en: 'Vendor' }, type: 'text' },
    { key: 'status', title: { zh: '状态', en: 'State' }, type: 'text', words: statusWords },
    { key: 'titles', title: { zh: '种数', en: 'Titles' }, type: 'integer' },
    VOLUMES,
    FEN,
    ACCEPTED,
  ],
};

export const printedOrderLines: PrintedList<OrderLineView> = {
  name: 'order-lines',
  title: { zh: '图书订购单', en: 'Order' },
  columns: [
    { key: 'number', title: { zh: '序号', en: 'No.' }, type: 'integer' },
    { key: 'name', title: { zh: '题名', en: 'Title' }, type: 'text' },
    { key: 'contributor', title: { zh: '著者', en: 'Author' }, type: 'text' },
    { key: 'publisher', title: { zh: '出版者', en: 'Publisher' }, type: 'text' },
    { key: 'isbn', title: { zh: 'ISBN', en: 'ISBN' }, type: 'text' },
    { key: 'kind', title: { zh: '类型', en: 'Kind' }, type: 'text', words: kindWords },
    { key: 'quantity', title: { zh: '册数', en: 'Volumes' }, type: 'integer' },
    { key: 'unitPriceFen', title: { zh: '单价', en: 'Price' }, type: 'fen' },
    FEN,
    { key: 'reviewer', title: { zh: '审读人', en: 'Reviewer' }, type: 'text' },
    { key: 'duplicateReason', title: { zh: '复本理由', en: 'Why more copies' }, type: 'text' },
    ACCEPTED,
    { key: 'outstanding', title: { zh: '未到', en: 'To come' }, type: 'integer' },
  ],
};

const standingWords = {
  wanting: { zh: '可订', en: 'to be ordered' },
  held: { zh: '已藏', en: 'held' },
  'on-order': { zh: '在订', en: 'on order' },
  'not-reviewed': { zh: '待审读', en: 'not reviewed' },
  'no-title': { zh: '非图书', en: 'no title' },
} as const;

export const printedWanting: PrintedList<WantingView> = {
  name: 'wanting-of-booklist',
  title: { zh: '书目选书表', en: 'What the school lacks of a booklist' },
  columns: [
    { key: 'place', title: { zh: '序号', en: 'No.' }, type: 'integer' },
    NAME,
    { key: 'isbn', title: { zh: 'ISBN', en: 'ISBN' }, type: 'text' },
    { key: 'priceFen', title: { zh: '定价', en: 'Price' }, type: 'fen' },
    { key: 'held', title: { zh: '馆藏', en: 'Held' }, type: 'integer' },
    { key: 'onOrder', title: { zh: '在订', en: 'On order' }, type: 'integer' },
    { key: 'standing', title: { zh: '情况', en: 'Standing' }, type: 'text', words: standingWords },
  ],
};
