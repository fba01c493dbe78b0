import type { HoldingsProfile } from '../catalog-imports/rules/holdings-profile.js';
import type { MarcDialect, MarcRecord } from '../catalog-imports/rules/marc-record.js';
import type { CatalogExport } from './catalog-exports.http.js';
import { handedOutRecord } from './handed-out-record.use-case.js';
import type { ExportBlock } from './read-block.step.js';
import { withCopies, withoutCopies } from './rules/holdings-fields.js';
import { recordOfTitle } from './rules/made-record.js';

export type RecordToWrite = {
  readonly titleId: string;
  readonly dialect: MarcDialect;
  readonly record: MarcRecord;
  readonly notCarried: readonly string[];
  readonly copies: number;
};

/** The records of a title that go out: those that it came with in the dialect that is wanted, or one of our own making. */
export const recordsOf = (
  { title, records, edited, copies }: ExportBlock['titles'][number],
  wanted: Pick<CatalogExport, 'dialect' | 'copies' | 'records'>,
  profile: HoldingsProfile | null,
): RecordToWrite[] => {
  const dialect = { cnmarc: 'unimarc', marc21: 'marc21', 'as-received': null }[
    wanted.dialect
  ] as MarcDialect | null;
  const received = records.filter((record) => dialect === null || record.dialect === dialect);
  const seen = new Set<string>();
  const chosen = received.filter(({ agency, number }) => {
    const source = `${agency}|${number}`;
    const isNew = !seen.has(source) && (wanted.records === 'all' || seen.size === 0);
    seen.add(source);
    return isNew;
  });
  const written = chosen.map((kept) => {
    const { record, notCarried } = handedOutRecord(title, kept, edited);
    return { dialect: kept.dialect, record, notCarried };
  });
  if (written.length === 0) {
    const made = dialect ?? 'unimarc';
    written.push({
      dialect: made,
      record: recordOfTitle({ id: title.id, description: title }, made),
      notCarried: [],
    });
  }
  return written.map(({ record, ...rest }, at) => {
    const own = at === 0 ? copies : [];
    return {
      ...rest,
      titleId: title.id,
      copies: profile === null ? 0 : own.length,
      record:
        profile !== null
          ? withCopies(record, own, profile)
          : wanted.copies === 'none'
            ? withoutCopies(record, rest.dialect)
            : record,
    };
  });
};
