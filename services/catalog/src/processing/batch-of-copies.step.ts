import { conflict, invalid, Problem, type Tx } from '@shulian/service-kit';
import type { CopyId, SchoolId } from '@shulian/contracts/ids';
import type { LendingState } from '@shulian/contracts/words';
import { CopiesRepository } from '../accession/copies.repository.js';
import { plainBarcodes } from '../accession/rules/copy-numbers.js';
import type { Copy } from '../accession/rules/copy.js';
import type { BatchAsked } from './processing.http.js';
import { MOST_STEPPED, type CopyOnItsWay } from './rules/stages.js';
import { ProcessingStepsRepository } from './processing-steps.repository.js';

const CHOSEN = `select c.id, c.barcode from copy c
  where c.school_id = $1 and ($2::text[] is null or c.barcode = any($2))
    and ($3::int is null or c.accession_number >= $3) and ($4::int is null or c.accession_number <= $4)
    and ($5::uuid is null or exists (select from imported_copy i where i.import_id = $5 and i.copy_id = c.id))
    and ($2::text[] is not null or c.stock_state <> 'withdrawn')
  order by c.id limit $6`;

export type CopyOfBatch = {
  readonly copy: Copy;
  readonly lending: LendingState;
  readonly onItsWay: CopyOnItsWay;
};

/**
 * The copies of a school that are worked on together, locked: by barcodes, a stretch of the register, or the import that brought them.
 * @throws Problem 400 where nothing is selected by, or too much; 409 `processing.unknown-barcodes`, `processing.no-copies`
 */
export const lockBatch = async (tx: Tx, input: BatchAsked, schoolId: SchoolId): Promise<CopyOfBatch[]> => {
  const { fromNumber, toNumber, importId } = input;
  const barcodes = input.barcodes === undefined ? null : plainBarcodes(input.barcodes);
  if (barcodes === null && fromNumber === undefined && toNumber === undefined && importId === undefined)
    throw invalid({ pointer: '/barcodes', code: 'is-defined' });
  const chosen = await tx.session.rows<{ id: CopyId; barcode: string }>(CHOSEN, [
    schoolId,
    barcodes,
    fromNumber ?? null,
    toNumber ?? null,
    importId === undefined ? null : importId.toLowerCase().slice('catalog-'.length),
    MOST_STEPPED + 1,
  ]);
  const found = new Set(chosen.map(({ barcode }) => barcode));
  const unknown = (barcodes ?? []).filter((barcode) => !found.has(barcode));
  if (unknown.length > 0)
    throw new Problem(409, 'processing.unknown-barcodes', { facts: { copies: unknown.length } });
  if (chosen.length === 0) throw conflict('processing.no-copies');
  if (chosen.length > MOST_STEPPED)
    throw new Problem(400, 'processing.too-many', { facts: { most: MOST_STEPPED } });

  const ids = chosen.map(({ id }) => id);
  const copies = await tx.use(CopiesRepository).lockedAll(ids);
  const steps = new Map(
    (await tx.use(ProcessingStepsRepository).ofCopies(ids)).map((one) => [one.copyId, one]),
  );
  return copies.map((copy) => {
    const { lending = 'in', done = [] } = steps.get(copy.id) ?? {};
    const { id, kind, stockState, clc } = copy;
    return { copy, lending, onItsWay: { id, kind, stockState, clc, done } };
  });
};
