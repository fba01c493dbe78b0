import type { TextbookLineView } from './textbook-stock.http.js';
import { toHolderView } from './holder.http.js';
import type { HolderKind } from './rules/textbook-line.js';

/** A line `l` of a textbook `b`, as it is shown. */
export const LINE_VIEW = `select l.id, l.school_id as "schoolId", l.textbook_id as "textbookId", b.name, b.kind,
    l.term_id as "termId", l.what, l.occasion, l.quantity, l.holder_kind as "holderKind", l.holder as ref,
    l.on_day::text as "onDay", l.note, l.by_whom as by, l.document_id as "documentId", l.counter_of as "counterOf"
  from textbook_line l join textbook b on b.id = l.textbook_id`;
export type LineRow = Omit<TextbookLineView, 'holder'> & {
  readonly holderKind: HolderKind | null;
  readonly ref: string | null;
};
export const toLineView = ({ holderKind, ref, ...line }: LineRow): TextbookLineView => ({
  ...line,
  holder: toHolderView(holderKind, ref),
});
