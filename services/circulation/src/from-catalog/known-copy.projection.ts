import type { CopyAccessionedV1, CopyChangedV1, CopyWithdrawnV1 } from '@shulian/contracts/catalog';
import type { KnownCopy } from './known-copy.row.js';

/** What is known of a copy after an event, in whatever order events come and however often. */
export type CopyFold = (known: KnownCopy | null) => KnownCopy;

/** Accession and change both carry the whole copy, so one fold serves both. */
export const described =
  ({ data, aggregateversion: version }: CopyAccessionedV1 | CopyChangedV1): CopyFold =>
  (known) => ({
    ...stood(known, data, data.stockState, version),
    ...(known !== null && version <= known.describedVersion
      ? descriptionOf(known)
      : {
          barcode: data.barcode,
          kind: data.kind,
          clc: data.clc,
          priceFen: data.priceFen,
          callNumber: data.callNumber,
          accessionedOn: data.accessionedOn,
          describedVersion: version,
        }),
  });

/** A withdrawn copy keeps its barcode: it may still be on loan, and come back. */
export const withdrawn =
  ({ data, aggregateversion: version }: CopyWithdrawnV1): CopyFold =>
  (known) => ({ ...stood(known, data, 'withdrawn', version), ...descriptionOf(known ?? UNDESCRIBED) });

type Description = Pick<
  KnownCopy,
  'barcode' | 'kind' | 'clc' | 'priceFen' | 'callNumber' | 'accessionedOn' | 'describedVersion'
>;

const UNDESCRIBED: Description = {
  barcode: null,
  kind: 'other',
  clc: null,
  priceFen: null,
  callNumber: null,
  accessionedOn: null,
  describedVersion: 0,
};

const descriptionOf = ({
  barcode,
  kind,
  clc,
  priceFen,
  callNumber,
  accessionedOn,
  describedVersion,
}: Description): Description => ({
  barcode,
  kind,
  clc,
  priceFen,
  callNumber,
  accessionedOn,
  describedVersion,
});

/** Where the copy belongs and what the stock says: every event on a copy tells it, and the newest holds. */
function stood(
  known: KnownCopy | null,
  told: Pick<KnownCopy, 'copyId' | 'titleId' | 'schoolId'>,
  stockState: KnownCopy['stockState'],
  version: number,
): Omit<KnownCopy, keyof Description> {
  const { copyId } = told;
  const newest = known !== null && version <= known.version ? known : { ...told, stockState, version };
  return {
    copyId,
    titleId: newest.titleId,
    schoolId: newest.schoolId,
    stockState: newest.stockState,
    version: newest.version,
  };
}
