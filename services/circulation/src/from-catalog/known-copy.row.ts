import type { CopyId, SchoolId, TitleId } from '@shulian/contracts/ids';

/** What circulation knows of a copy; only the projection writes it. */
export type KnownCopy = {
  readonly copyId: CopyId;
  readonly titleId: TitleId;
  readonly schoolId: SchoolId;
  /** null: the copy was withdrawn before anything else of it was known. */
  readonly barcode: string | null;
  readonly kind: string;
  readonly stockState: string;
  readonly clc: string | null;
  /** Of the event it comes from. */
  readonly version: number;
};
