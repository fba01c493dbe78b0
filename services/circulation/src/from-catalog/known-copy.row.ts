import type { CopyAccessionedV1 } from '@shulian/contracts/catalog';
import type { CalendarDay, CopyId, SchoolId, TitleId } from '@shulian/contracts/ids';

type Described = CopyAccessionedV1['data'];

/** What circulation knows of a copy; only the projection writes it. */
export type KnownCopy = {
  readonly copyId: CopyId;
  readonly titleId: TitleId;
  readonly schoolId: SchoolId;
  readonly stockState: Described['stockState'];
  /** Of the event that `titleId`, `schoolId` and `stockState` come from. */
  readonly version: number;
  /** null: the copy was withdrawn before anything else of it was known. */
  readonly barcode: string | null;
  readonly kind: Described['kind'];
  readonly clc: string | null;
  readonly priceFen: number | null;
  readonly callNumber: string | null;
  /** When its school entered it into its register; null: not known. */
  readonly accessionedOn: CalendarDay | null;
  /** Of the event that barcode, kind, class, price, call number and day of accession come from; 0: none yet. */
  readonly describedVersion: number;
};
