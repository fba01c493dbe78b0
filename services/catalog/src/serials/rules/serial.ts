import type { TitleId } from '@shulian/contracts/ids';
import type { IssuePattern } from './issue-pattern.js';

export const SERIAL_KINDS = ['newspaper', 'periodical'] as const;
export type SerialKind = (typeof SERIAL_KINDS)[number];

/** For whom it is taken: `staff` are professional journals of those who work in the library (CAT-079). */
export const SERIAL_AUDIENCES = ['all', 'pupils', 'teachers', 'staff'] as const;
export type SerialAudience = (typeof SERIAL_AUDIENCES)[number];

/** What of a title makes it a serial (连续出版物): one record for the county, beside the title's description. */
export type Serial = {
  readonly titleId: TitleId;
  readonly version: number;
  readonly kind: SerialKind;
  readonly issn: string | null;
  /** 邮发代号: by this number the post office takes subscriptions. */
  readonly postalCode: string | null;
  /** 国内统一刊号 */
  readonly cnNumber: string | null;
  readonly pattern: IssuePattern;
  readonly priceFen: number | null;
  readonly audience: SerialAudience;
  /** School subjects of whose core list it is (CAT-080). */
  readonly coreSubjects: readonly string[];
};

/** An ISSN as `1234-567X`; null where the check digit is wrong or it is none. */
export const readIssn = (text: string): string | null => {
  const plain = text.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '').replace(/^ISSN/, '');
  if (!/^\d{7}[\dX]$/.test(plain)) return null;
  const sum = [...plain.slice(0, 7)].reduce((so, digit, at) => so + Number(digit) * (8 - at), 0);
  const check = (11 - (sum % 11)) % 11;
  return plain[7] === (check === 10 ? 'X' : String(check)) ? `${plain.slice(0, 4)}-${plain.slice(4)}` : null;
};

/** A postal code as `82-490`, of foreign papers also `D1123`; null where it is none. */
export const readPostalCode = (text: string): string | null => {
  const plain = text.normalize('NFKC').toUpperCase().replace(/\s/g, '').replace(/[–—]/g, '-');
  return /^[A-Z]{0,3}\d{1,4}(-[A-Z]?\d{1,5})?$/.test(plain) ? plain : null;
};

/** What a scanner read: the ISSN in a bar code (977…), with the number of the issue where an add-on says it. */
export const readScan = (
  text: string,
): { readonly issn: string | null; readonly postalCode: string | null; readonly number: number | null } => {
  const plain = text.normalize('NFKC').replace(/[\s-]/g, '');
  const [, seven, addOn] = /^977(\d{7})\d{3}(\d{2}|\d{5})?$/.exec(plain) ?? [];
  if (seven === undefined) return { issn: readIssn(text), postalCode: readPostalCode(text), number: null };
  const sum = [...seven].reduce((so, digit, at) => so + Number(digit) * (8 - at), 0);
  const check = (11 - (sum % 11)) % 11;
  return {
    issn: `${seven.slice(0, 4)}-${seven.slice(4)}${check === 10 ? 'X' : String(check)}`,
    postalCode: null,
    number: addOn === undefined || Number(addOn) === 0 ? null : Number(addOn),
  };
};

/** A field of a serial that was something else before; patterns and lists as they are. */
export type FieldChange = { readonly field: string; readonly before: unknown; readonly after: unknown };

/** What is different, field by field, in the order of the fields (CAT-067). */
export const changesBetween = (
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): FieldChange[] =>
  Object.keys(before).flatMap((field) =>
    JSON.stringify(before[field]) === JSON.stringify(after[field])
      ? []
      : [{ field, before: before[field], after: after[field] }],
  );
