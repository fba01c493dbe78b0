import type { Tx } from '@shulian/service-kit';
import type { CopyId, LocationId, SchoolId } from '@shulian/contracts/ids';
import { MOST_MOVED } from './rules/copy-move.js';

/** Copies by barcode, or a stretch of the shelf: from one call number through another, in a place, or both. */
export type Choice = {
  readonly barcodes: readonly string[] | null;
  readonly fromCallNumber: string | null;
  readonly toCallNumber: string | null;
  readonly standsIn: LocationId | null;
};

/**
 * A stretch ends with all that begins as its last call number does: `I287` takes in I287.47/3. The closing mark of the last run is cut
 * off, and a sign above all others put in its place.
 */
const STRETCH = `select c.id from copy c
  where c.school_id = $1 and c.stock_state <> 'withdrawn'
    and filing_key(c.call_number) collate "C" >= (filing_key($2) collate "C")
    and ($3::text is null or filing_key(c.call_number) collate "C" < (rtrim(filing_key($3), '!') || chr(1114111)) collate "C")
    and ($2::text is null and $3::text is null or c.call_number is not null)
    and ($4::uuid is null or c.location_id in (select p.id from location p where p.school_id = $1 and $4 = any(p.ancestors)))
  order by c.id limit $5`;
const BY_BARCODE = `select c.id, c.barcode from copy c where c.school_id = $1 and c.barcode = any($2::text[]) order by c.id`;

export type ChosenIds = {
  readonly ids: readonly CopyId[];
  readonly tooMany: boolean;
  readonly unknownBarcodes: readonly string[];
};

/** The copies of a school that somebody chose; barcodes in plain form. */
export const chosenCopies = async (tx: Tx, schoolId: SchoolId, choice: Choice): Promise<ChosenIds> => {
  if (choice.barcodes !== null) {
    const rows = await tx.session.rows<{ id: CopyId; barcode: string }>(BY_BARCODE, [
      schoolId,
      choice.barcodes,
    ]);
    const found = new Set(rows.map(({ barcode }) => barcode));
    return {
      ids: rows.map(({ id }) => id),
      tooMany: false,
      unknownBarcodes: choice.barcodes.filter((barcode) => !found.has(barcode)),
    };
  }
  const rows = await tx.session.rows<{ id: CopyId }>(STRETCH, [
    schoolId,
    choice.fromCallNumber,
    choice.toCallNumber,
    choice.standsIn,
    MOST_MOVED + 1,
  ]);
  return {
    ids: rows.slice(0, MOST_MOVED).map(({ id }) => id),
    tooMany: rows.length > MOST_MOVED,
    unknownBarcodes: [],
  };
};
