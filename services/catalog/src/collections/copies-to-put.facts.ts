import type { Tx } from '@shulian/service-kit';
import type { CopyId, SchoolId } from '@shulian/contracts/ids';
import { limits } from '@shulian/contracts/limits';
import type { CopyKind } from '@shulian/contracts/words';

/** Copies of a school by barcode, or all that fit: of a kind, in classes that begin so, in a place, of a theme, in a collection. */
export type CopyChoice = {
  readonly barcodes: readonly string[] | null;
  readonly kind: CopyKind | null;
  readonly clc: string | null;
  readonly standsIn: string | null;
  readonly theme: string | null;
  readonly inCollection: string | null;
};

const BY_BARCODE = `select c.id, c.barcode from copy c where c.school_id = $1 and c.barcode = any($2::text[]) order by c.id`;
const FITTING = `select c.id from copy c
  where c.school_id = $1 and c.stock_state <> 'withdrawn'
    and ($2::text is null or c.kind = $2) and ($3::text is null or c.clc like $3)
    and ($4::uuid is null or c.location_id in (select p.id from location p where p.school_id = $1 and $4 = any(p.ancestors)))
    and ($5::uuid is null or exists (
      select from title_audience a where a.title_id = c.title_id and a.themes @> array[$5::uuid]))
    and ($6::uuid is null or exists (select from collection_copy k where k.copy_id = c.id and k.collection_id = $6))
    -- Those that are where they shall be need not be chosen again.
    and not exists (select from collection_copy k where k.copy_id = c.id and k.collection_id = $7)
    and ($7::uuid is not null or exists (select from collection_copy k where k.copy_id = c.id))
  order by c.id limit $8`;

export type ChosenCopies = {
  readonly ids: readonly CopyId[];
  readonly unknownBarcodes: readonly string[];
  readonly tooMany: boolean;
};

/** @param toId where they shall go; null: out of their collections */
export const copiesToPut = async (
  tx: Tx,
  schoolId: SchoolId,
  choice: CopyChoice,
  toId: string | null,
): Promise<ChosenCopies> => {
  if (choice.barcodes !== null) {
    const rows = await tx.session.rows<{ id: CopyId; barcode: string }>(BY_BARCODE, [
      schoolId,
      choice.barcodes,
    ]);
    const found = new Set(rows.map(({ barcode }) => barcode));
    return {
      ids: rows.map(({ id }) => id),
      unknownBarcodes: choice.barcodes.filter((barcode) => !found.has(barcode)),
      tooMany: false,
    };
  }
  const { kind, clc, standsIn, theme, inCollection } = choice;
  const beginning = clc === null ? null : `${clc.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const most = limits.chosenAtOnce;
  const values = [schoolId, kind, beginning, standsIn, theme, inCollection, toId, most + 1];
  const rows = await tx.session.rows<{ id: CopyId }>(FITTING, values);
  return {
    ids: rows.slice(0, most).map(({ id }) => id),
    unknownBarcodes: [],
    tooMany: rows.length > most,
  };
};
