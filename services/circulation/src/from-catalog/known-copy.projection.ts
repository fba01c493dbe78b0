import type { CopyAccessionedV1, CopyChangedV1, CopyWithdrawnV1 } from '@shulian/contracts/catalog';
import type { KnownCopy } from './known-copy.row.js';

/** Accession and change both carry the whole copy, so one fold serves both. */
export const described = ({ data, aggregateversion }: CopyAccessionedV1 | CopyChangedV1): KnownCopy => ({
  copyId: data.copyId,
  titleId: data.titleId,
  schoolId: data.schoolId,
  barcode: data.barcode,
  kind: data.kind,
  stockState: data.stockState,
  clc: data.clc,
  version: aggregateversion,
});

/** A withdrawn copy keeps its barcode: it may still be on loan, and come back. */
export const withdrawn =
  ({ data, aggregateversion }: CopyWithdrawnV1) =>
  (known: KnownCopy | null): KnownCopy => ({
    copyId: data.copyId,
    titleId: data.titleId,
    schoolId: data.schoolId,
    barcode: known?.barcode ?? null,
    kind: known?.kind ?? 'other',
    clc: known?.clc ?? null,
    stockState: 'withdrawn',
    version: aggregateversion,
  });
