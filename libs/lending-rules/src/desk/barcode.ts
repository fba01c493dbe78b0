/** As the catalogue keeps barcodes: NFKC, without blanks, upper case. */
export const normalBarcode = (scanned: string): string =>
  scanned.normalize('NFKC').replace(/\s+/gu, '').toUpperCase();
