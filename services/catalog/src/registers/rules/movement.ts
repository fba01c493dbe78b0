import type { CalendarDay } from '@shulian/contracts/ids';
import type { AccessionSource } from '@shulian/contracts/words';
import type { Copy } from '../../accession/rules/copy.js';
import type { WithdrawalReason } from '../../accession/rules/copy-state.js';

export const LINE_KINDS = [
  'accession',
  'withdrawal',
  'reprice',
  'correction',
  'reclassified-out',
  'reclassified-in',
] as const;
export type LineKind = (typeof LINE_KINDS)[number];
/** As they are read: what goes to another school or comes from one is named. */
export const SHOWN_LINE_KINDS = [...LINE_KINDS, 'transfer-out', 'transfer-in'] as const;

/** What was bought and is entered without an accepted delivery: why, and when it was bought (P-22). */
export type BoughtWithoutDelivery = { readonly reason: string; readonly boughtOn: CalendarDay };

/** What moved the stock: the lines of one such thing on one day are a batch, one line of the summary register. */
export type Occasion = {
  readonly day: CalendarDay;
  readonly side: 'in' | 'out' | 'value';
  readonly source: AccessionSource | WithdrawalReason | 'revaluation' | 'correction' | 'reclassification';
  readonly documentNumber: string | null;
  readonly importId: string | null;
  /** The delivery that brought them; what it brought is a batch of its own. */
  readonly deliveryId?: string;
  readonly withoutDelivery?: BoughtWithoutDelivery;
  /** Who approved that copies go, in words, as 教育局装备科. */
  readonly approvedBy?: string | null;
  /** Account or client; null for what is older than the registers. */
  readonly by: string | null;
};

/** A movement of one copy, before it has its number, period and batch. */
export type Movement = {
  readonly kind: LineKind;
  readonly copy: Pick<Copy, 'id' | 'titleId' | 'schoolId' | 'clc'>;
  readonly volumes: -1 | 0 | 1;
  readonly fen: number;
  readonly corrects: number | null;
  readonly note: string | null;
};

const valueOf = ({ priceFen }: Copy): number => priceFen ?? 0;
const plain = { corrects: null, note: null };

export const accessionOf = (copy: Copy, note: string | null = null): Movement => ({
  kind: 'accession',
  copy,
  volumes: 1,
  fen: valueOf(copy),
  corrects: null,
  note,
});

export const withdrawalOf = (copy: Copy, note: string | null = null): Movement => ({
  kind: 'withdrawal',
  copy,
  volumes: -1,
  fen: 0 - valueOf(copy),
  corrects: null,
  note,
});

/** Which line is put right, and why: price and document may be wrong, what came and went is not undone. */
export type Correction = { readonly line: number; readonly note: string | null };

export const correctionOf = (before: Copy, after: Copy, { line, note }: Correction): Movement => ({
  kind: 'correction',
  copy: after,
  volumes: 0,
  fen: repriceOf(before, after)?.fen ?? 0,
  corrects: line,
  note,
});

/** Null where the value in the books stays: the same price, or a copy that is struck already. */
export const repriceOf = (before: Copy, after: Copy): Movement | null =>
  before.withdrawn !== null || valueOf(before) === valueOf(after)
    ? null
    : { kind: 'reprice', copy: after, volumes: 0, fen: valueOf(after) - valueOf(before), ...plain };

/** Out of the old class, into the new one: nothing comes or goes, and the classes go on adding up to the stock. */
export const reclassificationOf = (before: Copy, after: Copy): readonly [Movement, Movement] => [
  { kind: 'reclassified-out', copy: before, volumes: -1, fen: 0 - valueOf(before), ...plain },
  { kind: 'reclassified-in', copy: after, volumes: 1, fen: valueOf(after), ...plain },
];
