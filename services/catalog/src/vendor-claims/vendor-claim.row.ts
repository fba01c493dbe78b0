import { EntitySchema } from 'typeorm';
import type { CalendarDay, VendorClaimId } from '@shulian/contracts/ids';
import type { VendorClaim, VendorClaimAction } from './rules/vendor-claim.js';

const textOrNull = { type: 'text', nullable: true } as const;

export const vendorClaimTable = new EntitySchema<VendorClaim>({
  name: 'vendor_claim',
  columns: {
    id: { type: 'uuid', primary: true },
    version: { type: 'int' },
    schoolId: { type: 'uuid', name: 'school_id' },
    deliveryId: { type: 'uuid', name: 'delivery_id' },
    lineNumber: { type: 'int', name: 'line_number' },
    fault: { type: 'text' },
    volumes: { type: 'int' },
    vendor: { type: 'text' },
    status: { type: 'text' },
    openedOn: { type: 'date', name: 'opened_on' },
    answer: textOrNull,
    outcome: textOrNull,
    amountFen: { type: 'int', name: 'amount_fen', nullable: true },
    documentNumber: { ...textOrNull, name: 'document_number' },
    replacementId: { type: 'uuid', name: 'replacement_id', nullable: true },
    endedOn: { type: 'date', name: 'ended_on', nullable: true },
  },
});

export type VendorClaimStep = {
  readonly claimId: VendorClaimId;
  readonly version: number;
  readonly action: VendorClaimAction;
  readonly onDay: CalendarDay;
  readonly byWhom: string;
  readonly note: string | null;
};

export const vendorClaimStepTable = new EntitySchema<VendorClaimStep>({
  name: 'vendor_claim_step',
  columns: {
    claimId: { type: 'uuid', primary: true, name: 'claim_id' },
    version: { type: 'int', primary: true },
    action: { type: 'text' },
    onDay: { type: 'date', name: 'on_day' },
    byWhom: { type: 'text', name: 'by_whom' },
    note: textOrNull,
  },
});

/** A claim as it is shown on the day `$1`: with its work, the paper it came by, and how long it has been open. */
export const VENDOR_CLAIM_VIEW = `select c.id, c.version, c.school_id as "schoolId", c.delivery_id as "deliveryId",
    d.document_number as "deliveryDocument", d.arrived_on::text as "arrivedOn", d.order_id as "orderId",
    c.line_number as "lineNumber", r.name, r.isbn, c.fault, c.volumes, (c.volumes::bigint * l.unit_price_fen)::float8 as fen,
    c.vendor, c.status, c.opened_on::text as "openedOn", coalesce(c.ended_on, $1::date) - c.opened_on as days, c.answer,
    c.outcome, c.amount_fen as "amountFen", c.document_number as "documentNumber", c.replacement_id as "replacementId",
    c.ended_on::text as "endedOn", h.trail
  from vendor_claim c
  join delivery d on d.id = c.delivery_id
  join delivery_line l on l.delivery_id = c.delivery_id and l.number = c.line_number
  join suitability_review r on r.id = l.review_id
  cross join lateral (
    select coalesce(json_agg(json_build_object('action', p.action, 'on', p.on_day, 'by', p.by_whom, 'note', p.note)
      order by p.version), '[]') as trail
    from vendor_claim_step p where p.claim_id = c.id) h`;
