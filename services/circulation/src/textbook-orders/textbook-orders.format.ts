import type { PrintedColumn, PrintedList } from '@shulian/service-kit';
import { KIND, NAME } from '../textbooks/textbooks.format.js';
import type { TextbookDeliveryLineView, TextbookDeliveryView } from './textbook-deliveries.http.js';
import type {
  TextbookOrderLineView,
  TextbookOrderView,
  TextbookSurveyLineView,
  TextbookWishView,
} from './textbook-orders.http.js';

const SUBJECT = { key: 'subject', title: { zh: '学科', en: 'Subject' }, type: 'text' } as const;
const PUBLISHER = { key: 'publisher', title: { zh: '出版社', en: 'Publisher' }, type: 'text' } as const;
const ISBN = { key: 'isbn', title: { zh: '书号', en: 'ISBN' }, type: 'text' } as const;
const PRICE = { key: 'priceFen', title: { zh: '单价', en: 'Price' }, type: 'fen' } as const;
const NOTE = { key: 'note', title: { zh: '备注', en: 'Note' }, type: 'text' } as const;
const NEEDED = {
  key: 'needed',
  title: { zh: '学生用书', en: 'For pupils' },
  type: 'integer',
  total: 'sum',
} as const;
const WISHED = {
  key: 'wished',
  title: { zh: '各组申报', en: 'By groups' },
  type: 'integer',
  total: 'sum',
} as const;
const ON_HAND = { key: 'onHand', title: { zh: '库存', en: 'On hand' }, type: 'integer' } as const;
const SCHOOL = { key: 'school', title: { zh: '学校', en: 'School' }, type: 'text' } as const;

export const printedOrders: PrintedList<TextbookOrderView> = {
  name: 'textbook-orders',
  title: { zh: '教材征订上报表', en: 'Orders of textbooks' },
  columns: [
    SCHOOL,
    { key: 'name', title: { zh: '征订', en: 'Round' }, type: 'text' },
    { key: 'termBegins', title: { zh: '学期开始', en: 'Term begins' }, type: 'day' },
    { key: 'groups', title: { zh: '申报组数', en: 'Groups' }, type: 'integer' },
    { key: 'textbooks', title: { zh: '种数', en: 'Textbooks' }, type: 'integer', total: 'sum' },
    { key: 'volumes', title: { zh: '册数', en: 'Volumes' }, type: 'integer', total: 'sum' },
    { key: 'amountFen', title: { zh: '金额', en: 'Amount' }, type: 'fen', total: 'sum' },
    {
      key: 'status',
      title: { zh: '状态', en: 'Status' },
      type: 'text',
      words: {
        open: { zh: '征订中', en: 'open' },
        confirmed: { zh: '已确认', en: 'confirmed' },
        reported: { zh: '已上报', en: 'reported' },
        cancelled: { zh: '已取消', en: 'cancelled' },
      },
    },
    { key: 'reportedOn', title: { zh: '上报日期', en: 'Reported' }, type: 'day' },
    { key: 'received', title: { zh: '到货册数', en: 'Received' }, type: 'integer', total: 'sum' },
  ],
};

export const printedWishes: PrintedList<TextbookWishView> = {
  name: 'textbook-wishes',
  title: { zh: '年级部、备课组教材申报表', en: 'What groups wish' },
  signatures: [{ zh: '组长', en: 'Head of the group' }],
  columns: [
    {
      key: 'groupKind',
      title: { zh: '部门', en: 'Kind' },
      type: 'text',
      words: {
        'grade-department': { zh: '年级部', en: 'grade department' },
        'lesson-group': { zh: '备课组', en: 'lesson group' },
        office: { zh: '科室', en: 'office' },
      },
    },
    { key: 'groupName', title: { zh: '名称', en: 'Group' }, type: 'text' },
    KIND,
    NAME,
    { key: 'quantity', title: { zh: '数量', en: 'Quantity' }, type: 'integer', total: 'sum' },
    NOTE,
    { key: 'enteredOn', title: { zh: '申报日期', en: 'Entered' }, type: 'day' },
  ],
};

export const printedSurvey: PrintedList<TextbookSurveyLineView> = {
  name: 'textbook-survey',
  title: { zh: '教材征订测算表', en: 'Survey for the order' },
  columns: [
    KIND,
    NAME,
    SUBJECT,
    PUBLISHER,
    ISBN,
    PRICE,
    NEEDED,
    WISHED,
    ON_HAND,
    { key: 'coming', title: { zh: '在途', en: 'Coming' }, type: 'integer' },
    { key: 'proposed', title: { zh: '建议征订', en: 'Proposed' }, type: 'integer', total: 'sum' },
  ],
};

export const printedOrderLines: PrintedList<TextbookOrderLineView> = {
  name: 'textbook-order-lines',
  title: { zh: '教材征订明细表', en: 'Lines of orders' },
  signatures: [
    { zh: '教导处', en: 'Academic affairs' },
    { zh: '图书馆', en: 'Library' },
  ],
  columns: [
    SCHOOL,
    { key: 'order', title: { zh: '征订', en: 'Round' }, type: 'text' },
    KIND,
    NAME,
    SUBJECT,
    PUBLISHER,
    ISBN,
    PRICE,
    NEEDED,
    WISHED,
    ON_HAND,
    { key: 'quantity', title: { zh: '征订数', en: 'Ordered' }, type: 'integer', total: 'sum' },
    { key: 'amountFen', title: { zh: '金额', en: 'Amount' }, type: 'fen', total: 'sum' },
    { key: 'received', title: { zh: '到货', en: 'Received' }, type: 'integer', total: 'sum' },
    { key: 'outstanding', title: { zh: '未到', en: 'Outstanding' }, type: 'integer', total: 'sum' },
  ],
};

type OfDelivery = Pick<TextbookDeliveryView, 'supplier' | 'how' | 'expectedOn' | 'arrivedOn' | 'status'>;
const OF_DELIVERY: readonly PrintedColumn<OfDelivery>[] = [
  { key: 'expectedOn', title: { zh: '约定日期', en: 'Agreed' }, type: 'day' },
  { key: 'arrivedOn', title: { zh: '到货日期', en: 'Arrived' }, type: 'day' },
  { key: 'supplier', title: { zh: '供货方', en: 'Supplier' }, type: 'text' },
  {
    key: 'how',
    title: { zh: '方式', en: 'How' },
    type: 'text',
    words: { delivered: { zh: '送货', en: 'delivered' }, collected: { zh: '自提', en: 'collected' } },
  },
];
const EXPECTED = {
  key: 'expected',
  title: { zh: '应到', en: 'Expected' },
  type: 'integer',
  total: 'sum',
} as const;
const DELIVERED = {
  key: 'delivered',
  title: { zh: '实到', en: 'Came' },
  type: 'integer',
  total: 'sum',
} as const;
const UNUSABLE = {
  key: 'unusable',
  title: { zh: '错发、破损', en: 'Wrong, damaged' },
  type: 'integer',
  total: 'sum',
} as const;

export const printedDeliveries: PrintedList<TextbookDeliveryView> = {
  name: 'textbook-deliveries',
  title: { zh: '教材到货联系表', en: 'Deliveries of textbooks' },
  columns: [
    ...OF_DELIVERY,
    {
      key: 'status',
      title: { zh: '状态', en: 'Status' },
      type: 'text',
      words: {
        expected: { zh: '待到货', en: 'expected' },
        arrived: { zh: '已到货', en: 'arrived' },
        cancelled: { zh: '已取消', en: 'cancelled' },
      },
    },
    { key: 'textbooks', title: { zh: '种数', en: 'Textbooks' }, type: 'integer' },
    EXPECTED,
    DELIVERED,
    UNUSABLE,
    { key: 'differences', title: { zh: '差异种数', en: 'Differences' }, type: 'integer' },
    { key: 'contact', title: { zh: '联系', en: 'Contact' }, type: 'text' },
    NOTE,
  ],
};

/** What is handed to the supplier: all of it, or what is short, over, wrong or damaged. */
export const printedDeliveryLines: PrintedList<TextbookDeliveryLineView> = {
  name: 'textbook-delivery-lines',
  title: { zh: '教材到货核对表', en: 'Lines of deliveries' },
  signatures: [
    { zh: '供货方', en: 'Supplier' },
    { zh: '收货人', en: 'Received by' },
  ],
  columns: [
    ...OF_DELIVERY,
    KIND,
    NAME,
    ISBN,
    EXPECTED,
    DELIVERED,
    UNUSABLE,
    { key: 'difference', title: { zh: '差额', en: 'Difference' }, type: 'integer' },
    NOTE,
  ],
};
