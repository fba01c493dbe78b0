import { limits } from '@shulian/contracts/limits';

/** Accession numbers run 1, 2, 3 … in each school, without a gap, never given twice (CAT-035). */
export const FIRST_ACCESSION_NUMBER = 1;

/** The numbers taken from a counter that stood at `first`: consecutive, `count` of them. */
export const accessionNumbersFrom = (first: number, count: number): number[] => {
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`not a count of copies: ${String(count)}`);
  return Array.from({ length: count }, (_, at) => first + at);
};

/** A barcode as it is kept and compared: NFKC, upper-case, without blanks; leading zeros stay. Null where nothing is left. */
export const plainBarcode = (text: string): string | null => {
  const code = text.normalize('NFKC').replace(/\s+/gu, '').toUpperCase();
  return code === '' ? null : code;
};

/** Each once, in plain form; what is no barcode stays as it was scanned, and is unknown. */
export const plainBarcodes = (scanned: readonly string[]): string[] => [
  ...new Set(scanned.map((text) => plainBarcode(text) ?? text)),
];

export const LONGEST_BARCODE = limits.barcode;
/** Printable ASCII up to 40 signs: what a scanner at the desk can send. */
export const isBarcode = (code: string): boolean =>
  /^[\x21-\x7e]+$/.test(code) && code.length <= LONGEST_BARCODE;

/**
 * A generated barcode (decision 14): school prefix + accession number of at least seven digits + check digit. The check digit
 * is that of EAN-13 (weights 3 and 1 from the right) over the digits of prefix and number, letters counting as A = 10 ….
 * `width` grows where a file already brought the barcode that would come out.
 */
export const generatedBarcode = (schoolPrefix: string, accessionNumber: number, width = 7): string => {
  const body = prefixOf(schoolPrefix) + String(accessionNumber).padStart(width, '0');
  return body + String(checkDigitOf(body));
};

/** The part of a school's code that goes into its barcodes: letters and digits, the last six of them. */
export const prefixOf = (schoolCode: string): string =>
  schoolCode
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .slice(-6);

/** Whether the last digit fits the rest: a slip in one digit, or two neighbours changed, is nearly always noticed. */
export const hasRightCheckDigit = (barcode: string): boolean =>
  /^[A-Z0-9]+\d$/.test(barcode) && checkDigitOf(barcode.slice(0, -1)) === Number(barcode.slice(-1));

const checkDigitOf = (body: string): number => {
  const digits = [...body].flatMap((sign) => [...String(Number.parseInt(sign, 36))]).map(Number);
  const sum = digits.reverse().reduce((total, digit, at) => total + digit * (at % 2 === 0 ? 3 : 1), 0);
  return (10 - (sum % 10)) % 10;
};
