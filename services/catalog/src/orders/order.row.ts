import { EntitySchema } from 'typeorm';
import type { CalendarDay, PurchaseOrderId } from '@shulian/contracts/ids';
import type { OrderAction, OrderLine, PurchaseOrder } from './rules/order.js';

export const orderTable = new EntitySchema<PurchaseOrder>({
  name: 'purchase_order',
  columns: {
    id: { type: 'uuid', primary: true },
    version: { type: 'int' },
    schoolId: { type: 'uuid', name: 'school_id' },
    name: { type: 'text' },
    vendorId: { type: 'uuid', name: 'vendor_id', nullable: true },
    survey: { type: 'text', nullable: true },
    surveyFigures: { type: 'jsonb', name: 'survey_figures', nullable: true },
    status: { type: 'text' },
    createdOn: { type: 'date', name: 'created_on' },
    nextLine: { type: 'int', name: 'next_line' },
    centralPurchaseId: { type: 'uuid', name: 'central_purchase_id', nullable: true },
  },
});

/** What was done with an order: the version it made. */
export type OrderStepRow = {
  readonly orderId: PurchaseOrderId;
  readonly version: number;
  readonly action: OrderAction;
  readonly onDay: CalendarDay;
  readonly byWhom: string;
  readonly remark: string | null;
};

export const orderStepTable = new EntitySchema<OrderStepRow>({
  name: 'purchase_order_step',
  columns: {
    orderId: { type: 'uuid', primary: true, name: 'order_id' },
    version: { type: 'int', primary: true },
    action: { type: 'text' },
    onDay: { type: 'date', name: 'on_day' },
    byWhom: { type: 'text', name: 'by_whom' },
    remark: { type: 'text', nullable: true },
  },
});

export const orderLineTable = new EntitySchema<OrderLine>({
  name: 'purchase_order_line',
  columns: {
    orderId: { type: 'uuid', primary: true, name: 'order_id' },
    number: { type: 'int', primary: true },
    reviewId: { type: 'uuid', name: 'review_id' },
    kind: { type: 'text' },
    quantity: { type: 'int' },
    unitPriceFen: { type: 'int', name: 'unit_price_fen' },
    duplicateReason: { type: 'text', name: 'duplicate_reason', nullable: true },
    arriving: { type: 'int' },
    accepted: { type: 'int' },
    settled: { type: 'int' },
  },
});

/** An order as it is shown: with its sums and its trail. */
export const ORDER_VIEW = `select o.id, o.version, o.school_id as "schoolId", o.name, o.vendor_id as "vendorId", coalesce(v.name, c.vendor) as vendor,
    o.central_purchase_id as "centralPurchaseId",
    o.survey, o.survey_figures as "surveyFigures", o.status, o.created_on::text as "createdOn", s.titles, s.volumes, s.fen, s.arriving, s.accepted, h.trail
  from purchase_order o
  left join vendor v on v.id = o.vendor_id
  left join central_purchase c on c.id = o.central_purchase_id
  cross join lateral (
    select count(distinct l.review_id)::int as titles, coalesce(sum(l.quantity), 0)::int as volumes,
      coalesce(sum(l.quantity::bigint * l.unit_price_fen), 0)::float8 as fen,
      coalesce(sum(l.arriving), 0)::int as arriving, coalesce(sum(l.accepted), 0)::int as accepted
    from purchase_order_line l where l.order_id = o.id) s
  cross join lateral (
    select coalesce(json_agg(json_build_object('action', p.action, 'on', p.on_day, 'by', p.by_whom, 'remark', p.remark)
      order by p.version), '[]') as trail
    from purchase_order_step p where p.order_id = o.id) h`;
