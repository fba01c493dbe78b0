import { toHolderView } from '../textbooks/holder.http.js';
import type { HolderKind } from '../textbooks/rules/textbook-line.js';
import type { TextbookPackLineView, TextbookPackSummary } from './textbook-packs.http.js';

const packColumns = `p.id, p.school_id as "schoolId", p.term_id as "termId", p.occasion, p.holder_kind as "holderKind", p.holder as ref,
  p.grade, p.pupils, p.hand_out_on::text as "handOutOn", p.status, p.issued_on::text as "issuedOn", p.checked_on::text as "checkedOn",
  p.checked_by as "checkedBy", p.note`;

/** What the holder has, or gets, less what was planned. */
export const DIFFERENCE = 'coalesce(l.received, l.counted, l.planned) - l.planned';

/** A pack `p` with the sums of its lines. */
export const PACK_SUMMARY = `select ${packColumns}, s.*
  from textbook_pack p cross join lateral (
    select count(*)::int as textbooks, coalesce(sum(l.planned), 0)::int as planned,
      case when p.status = 'planned' then null else coalesce(sum(coalesce(l.counted, l.planned)), 0)::int end as counted,
      case when p.status = 'checked' then coalesce(sum(coalesce(l.received, l.counted, l.planned)), 0)::int end as received,
      count(*) filter (where ${DIFFERENCE} <> 0)::int as differences
    from textbook_pack_line l where l.pack_id = p.id) s`;
/** A pack `p` as the steps of its way read it. */
export const PACK = `select ${packColumns} from textbook_pack p`;

/** A line `l` of a textbook `b`. */
export const packLineColumns = `l.textbook_id as "textbookId", b.name, b.kind, l.planned, l.counted, l.received,
  ${DIFFERENCE} as difference`;

type Held = { readonly holderKind: HolderKind; readonly ref: string };
export type PackSummaryRow = Omit<TextbookPackSummary, 'holder'> & Held;
export type PackLineRow = Omit<TextbookPackLineView, 'holder'> & Held;

/** With its holder as one thing. */
export const withHolder = <Row extends Held>({ holderKind, ref, ...row }: Row) => ({
  ...row,
  holder: toHolderView(holderKind, ref) ?? { kind: holderKind, ref, readerId: null },
});
