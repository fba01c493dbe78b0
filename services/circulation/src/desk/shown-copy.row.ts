/** What a person reads of a copy; null: the catalogue has not said it yet. */
export type ShownCopy = {
  readonly title: string | null;
  readonly copyBarcode: string | null;
  readonly callNumber: string | null;
};

export type ShownCopyRow = {
  readonly shown_title: string | null;
  readonly shown_barcode: string | null;
  readonly shown_call_number: string | null;
};

/** @param copy and title: aliases of `known_copy` and `known_title` */
export const shownCopyColumns = (copy: string, title: string): string =>
  `${title}.title as shown_title, ${copy}.barcode as shown_barcode, ${copy}.call_number as shown_call_number`;

export const toShownCopy = (row: ShownCopyRow): ShownCopy => ({
  title: row.shown_title,
  copyBarcode: row.shown_barcode,
  callNumber: row.shown_call_number,
});
