import { EntitySchema } from 'typeorm';
import type { CentralPurchase, CentralPurchaseLine } from './rules/central-purchase.js';

const orNull = { type: 'text', nullable: true } as const;

export const centralPurchaseTable = new EntitySchema<CentralPurchase>({
  name: 'central_purchase',
  columns: {
    id: { type: 'uuid', primary: true },
    version: { type: 'int' },
    name: { type: 'text' },
    vendor: { type: 'text' },
    documentNumber: { ...orNull, name: 'document_number' },
    status: { type: 'text' },
    createdOn: { type: 'date', name: 'created_on' },
    createdBy: { type: 'text', name: 'created_by' },
    nextLine: { type: 'int', name: 'next_line' },
    dispatchedOn: { type: 'date', name: 'dispatched_on', nullable: true },
    reason: orNull,
  },
});

export const centralPurchaseLineTable = new EntitySchema<CentralPurchaseLine>({
  name: 'central_purchase_line',
  columns: {
    purchaseId: { type: 'uuid', primary: true, name: 'purchase_id' },
    number: { type: 'int', primary: true },
    titleId: { type: 'uuid', name: 'title_id', nullable: true },
    isbn: orNull,
    name: { type: 'text' },
    nameKey: { type: 'text', name: 'name_key' },
    contributor: orNull,
    publisher: orNull,
    clc: orNull,
    audience: { type: 'text' },
    firstGrade: { type: 'smallint', name: 'first_grade', nullable: true },
    lastGrade: { type: 'smallint', name: 'last_grade', nullable: true },
    reviewer: { type: 'text' },
    kind: { type: 'text' },
    quantity: { type: 'int' },
    unitPriceFen: { type: 'int', name: 'unit_price_fen' },
  },
});

/** A purchase as it is shown: what was bought, how much of it is split, and how far the schools are. */
export const CENTRAL_PURCHASE_VIEW = `select p.id, p.version, p.name, p.vendor, p.document_number as "documentNumber", p.status,
    p.created_on::text as "createdOn", p.dispatched_on::text as "dispatchedOn", p.reason, s.titles, s.volumes, s.fen,
    h.shared, h.schools, coalesce(o.arriving, 0) as arriving, coalesce(o.accepted, 0) as accepted,
    coalesce(o.accepted_fen, 0)::float8 as "acceptedFen"
  from central_purchase p
  cross join lateral (
    select count(*)::int as titles, coalesce(sum(l.quantity), 0)::int as volumes,
      coalesce(sum(l.quantity::bigint * l.unit_price_fen), 0)::float8 as fen
    from central_purchase_line l where l.purchase_id = p.id) s
  cross join lateral (
    select coalesce(sum(c.volumes), 0)::int as shared, count(distinct c.school_id)::int as schools
    from central_purchase_share c where c.purchase_id = p.id) h
  left join lateral (
    select sum(l.arriving)::int as arriving, sum(l.accepted)::int as accepted,
      sum(l.accepted::bigint * l.unit_price_fen) as accepted_fen
    from purchase_order r join purchase_order_line l on l.order_id = r.id
    where r.central_purchase_id = p.id) o on true`;
