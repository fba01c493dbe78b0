import type {
  ItemField,
  ItemStateSource,
  HoldingsProfile,
} from '../../catalog-imports/rules/holdings-profile.js';
import { UNNAMED_CNMARC, UNNAMED_MARC21 } from '../../catalog-imports/rules/holdings-profiles.js';
import type { ImportedCopy } from '../../catalog-imports/rules/imported-title.js';
import type {
  MarcDialect,
  MarcField,
  MarcRecord,
  MarcSubfield,
} from '../../catalog-imports/rules/marc-record.js';

/** A copy as it goes out. */
export type ExportedCopy = {
  readonly barcode: string;
  readonly formerNumber: string | null;
  readonly accessionNumber: number;
  readonly location: string | null;
  readonly clc: string | null;
  readonly bookNumber: string | null;
  readonly callNumber: string | null;
  readonly priceFen: number | null;
  readonly volume: string | null;
  readonly stockState: string;
};

/** Fields of copies in the usual dialects: those that came with a record are of the school that sent it, and of that day. */
const TAGS: Readonly<Record<MarcDialect, ReadonlySet<string>>> = {
  unimarc: new Set(UNNAMED_CNMARC.map(({ tag }) => tag)),
  marc21: new Set(UNNAMED_MARC21.map(({ tag }) => tag)),
};

export const withoutCopies = (record: MarcRecord, dialect: MarcDialect): MarcRecord => ({
  ...record,
  fields: record.fields.filter(({ tag }) => !TAGS[dialect].has(tag)),
});

/** The copies of a school in the fields of a profile, in place of whatever the record said of copies. */
export const withCopies = (
  record: MarcRecord,
  copies: readonly ExportedCopy[],
  profile: HoldingsProfile,
): MarcRecord => {
  const bare = withoutCopies(record, profile.dialect);
  const [item] = profile.items;
  if (item === undefined || copies.length === 0) return bare;
  const fields = [...shelvingField(item, copies), ...copies.map((copy) => fieldOf(copy, item))];
  return { ...bare, fields: [...bare.fields, ...fields] };
};

/** A dialect whose items hold no call number has it in 905, where all copies stand under one. */
const shelvingField = (item: ItemField, copies: readonly ExportedCopy[]): MarcField[] => {
  if (item.clc !== undefined || item.callNumber !== undefined) return [];
  const [first] = copies;
  const isOne = copies.every(({ clc, bookNumber }) => clc === first?.clc && bookNumber === first.bookNumber);
  const { clc = null, bookNumber = null } = first ?? {};
  return isOne && clc !== null && bookNumber !== null
    ? [
        {
          tag: '905',
          indicators: '  ',
          subfields: [
            { code: 'd', value: clc },
            { code: 'e', value: bookNumber },
          ],
        },
      ]
    : [];
};

const fieldOf = (copy: ExportedCopy, item: ItemField): MarcField => {
  const isOurs = copy.clc !== null && copy.bookNumber !== null;
  const hasParts = item.clc !== undefined && item.bookNumber !== undefined;
  const parts: (readonly [string | undefined, string | null])[] = [
    [item.location?.[0], copy.location],
    [item.barcode, copy.barcode],
    [item.clc, isOurs ? copy.clc : null],
    [item.bookNumber, isOurs ? copy.bookNumber : null],
    [item.callNumber?.[0], isOurs && hasParts ? null : copy.callNumber],
    [item.scheme, item.scheme === undefined || !isOurs ? null : 'clc'],
    [
      item.formerNumber === item.barcode ? undefined : item.formerNumber,
      copy.formerNumber ?? String(copy.accessionNumber),
    ],
    [item.price, copy.priceFen === null ? null : `CNY${(copy.priceFen / 100).toFixed(2)}`],
    [item.volume, copy.volume],
    ...(item.states ?? []).map((source): readonly [string, string | null] => [
      source.code,
      wordFor(source, copy.stockState),
    ]),
  ];
  const seen = new Set<string>();
  const subfields = parts.flatMap(([code, value]): MarcSubfield[] => {
    // Where one subfield means two things the first counts.
    if (code === undefined || value === null || seen.has(code)) return [];
    seen.add(code);
    return [{ code, value }];
  });
  return { tag: item.tag, indicators: '  ', subfields };
};

const WORDS: Readonly<Record<string, string>> = {
  'reading-room': '阅览',
  processing: '加工',
  repair: '修补',
  missing: '丢失',
};

/** What a dialect writes of a copy that is not lent; one that has no word for it says nothing. */
const wordFor = (source: ItemStateSource, state: string): string | null => {
  if ('words' in source) return source.code === 'z' ? (WORDS[state] ?? null) : null;
  if ('values' in source)
    return (
      Object.entries(source.values).find(([, use]) => use === (state as ImportedCopy['use']))?.[0] ?? null
    );
  const other = Object.entries(source.except ?? {}).find(([, use]) => use === state)?.[0];
  return other ?? (source.flag === state && source.code !== '5' ? '1' : null);
};
