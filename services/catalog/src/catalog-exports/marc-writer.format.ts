import iconv from 'iconv-lite';
import { readIso2709Record } from '../catalog-imports/marc-file.format.js';
import type { MarcDialect, MarcField, MarcRecord } from '../catalog-imports/rules/marc-record.js';
import { withoutReferences } from '../catalog-imports/text-encoding.format.js';
import { isSameRecord, withCharacterSets } from '../title-records/rules/kept-record.js';

export type RecordCoding = 'utf-8' | 'gb18030';

/** What a record of CNMARC says of its coding in 100/26-29, and one of MARC21 in leader/09. */
const CHARACTER_SETS: Readonly<Record<RecordCoding, string>> = { 'utf-8': '50  ', gb18030: '0110' };

export type WrittenRecord = {
  readonly bytes: Uint8Array;
  /** Whether whoever reads it finds the same in every field. */
  readonly isSame: boolean;
  /** Longer than ISO 2709 can say: its lengths are not right, and not every system reads it. */
  readonly isTooLong: boolean;
};

/**
 * A record as ISO 2709, read again before it is given: what a reader could take for another coding, or the coding cannot
 * hold, is spelled out as `&#x4E2D;`, so that it comes back as it was.
 */
export const iso2709Written = (
  written: MarcRecord,
  dialect: MarcDialect,
  coding: RecordCoding,
): WrittenRecord => {
  const record = declared(written, dialect, coding);
  const wanted = withoutSpelling(record);
  const reads = (bytes: Uint8Array): boolean => {
    const reading = readIso2709Record(bytes.subarray(0, -1), { encoding: coding, dialect });
    return reading !== null && isSameRecord(reading, wanted, dialect);
  };
  const plain = framed(record, coding, plainly);
  if (reads(plain.bytes)) return { ...plain, isSame: true };
  const spelled = framed(record, coding, inAscii);
  return reads(spelled.bytes) ? { ...spelled, isSame: true } : { ...plain, isSame: false };
};

const declared = (record: MarcRecord, dialect: MarcDialect, coding: RecordCoding): MarcRecord => {
  const leader = record.leader.padEnd(24);
  return dialect === 'marc21'
    ? { ...record, leader: leader.slice(0, 9) + (coding === 'utf-8' ? 'a' : ' ') + leader.slice(10) }
    : {
        leader,
        fields: record.fields.map((field) =>
          field.tag === '100' ? withCharacterSets(field, CHARACTER_SETS[coding]) : field,
        ),
      };
};

/** The leader as a reader of ISO 2709 sees it: places that carry nothing are blanks. */
const withoutSpelling = (record: MarcRecord): MarcRecord => ({
  ...record,
  leader: record.leader.replace(/[^\x20-\x7e]/g, ' ').slice(0, 24),
});

type Spelling = (text: string, coding: RecordCoding) => string;

const spelledOut = (sign: string): string => `&#x${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase()};`;

/** As it is, but for what reads as a reference and for what the coding has no place for. */
const plainly: Spelling = (text, coding) => {
  const safe = withoutReferences(text) === text ? text : text.replaceAll('&', '&amp;');
  if (coding === 'utf-8' || comesBack(safe)) return safe;
  return [...safe].map((sign) => (sign < '\u0080' || comesBack(sign) ? sign : spelledOut(sign))).join('');
};
const gb18030 = new TextDecoder('gb18030');
const comesBack = (text: string): boolean => gb18030.decode(iconv.encode(text, 'gb18030')) === text;

const inAscii: Spelling = (text, coding) =>
  [...plainly(text, coding)].map((sign) => (sign < '\u0080' ? sign : spelledOut(sign))).join('');

const [SUBFIELD, END_OF_FIELD, END_OF_RECORD] = ['\u001f', 0x1e, 0x1d];
const LONGEST_FIELD = 9_999;
const LONGEST_RECORD = 99_999;

const framed = (
  record: MarcRecord,
  coding: RecordCoding,
  spell: Spelling,
): { readonly bytes: Uint8Array; readonly isTooLong: boolean } => {
  const encoded = (text: string): Buffer =>
    coding === 'utf-8' ? Buffer.from(text, 'utf8') : iconv.encode(text, 'gb18030');
  const bodies: Buffer[] = [];
  let directory = '';
  let at = 0;
  let isTooLong = false;
  for (const field of record.fields) {
    const body = Buffer.concat([
      encoded(textOf(field, (text) => spell(text, coding))),
      Buffer.of(END_OF_FIELD),
    ]);
    isTooLong ||= body.length > LONGEST_FIELD;
    // Beyond what four digits say, readers go by the end marks.
    directory +=
      tagOf(field) +
      digits(Math.min(body.length, LONGEST_FIELD), 4) +
      digits(Math.min(at, LONGEST_RECORD), 5);
    bodies.push(body);
    at += body.length;
  }
  const start = 24 + directory.length + 1;
  const length = start + at + 1;
  isTooLong ||= length > LONGEST_RECORD;
  const { leader } = withoutSpelling(record);
  const head = `${digits(Math.min(length, LONGEST_RECORD), 5)}${leader.slice(5, 12)}${digits(Math.min(start, LONGEST_RECORD), 5)}${leader.slice(17, 24)}${directory}`;
  const bytes = Buffer.concat([
    Buffer.from(head, 'latin1'),
    Buffer.of(END_OF_FIELD),
    ...bodies,
    Buffer.of(END_OF_RECORD),
  ]);
  return { bytes, isTooLong };
};

const digits = (value: number, width: number): string => String(value).padStart(width, '0');
const tagOf = ({ tag }: MarcField): string =>
  tag
    .replace(/[^0-9A-Za-z]/g, '')
    .padEnd(3, '9')
    .slice(0, 3);

/** Marks of the frame have no place in a text. */
const unframed = (text: string): string => text.replace(/[\u001d-\u001f]/g, ' ');

const textOf = (field: MarcField, spell: (text: string) => string): string =>
  'value' in field
    ? spell(unframed(field.value))
    : field.indicators
        .replace(/[^\x20-\x7e]/g, ' ')
        .padEnd(2)
        .slice(0, 2) +
      (field.subfields.length === 0
        ? SUBFIELD
        : field.subfields
            .map(
              ({ code, value }) =>
                SUBFIELD + (/^[\x21-\x7e]/.test(code) ? code.slice(0, 1) : 'a') + spell(unframed(value)),
            )
            .join(''));

export const MARCXML_HEAD =
  '<?xml version="1.0" encoding="UTF-8"?>\n<collection xmlns="http://www.loc.gov/MARC21/slim">\n';
export const MARCXML_END = '</collection>\n';

/** A record as MARCXML. What XML has no place for is left out. */
export const marcXmlWritten = (written: MarcRecord, dialect: MarcDialect): string => {
  const record = declared(written, dialect, 'utf-8');
  const fields = record.fields.map((field) =>
    'value' in field
      ? `<controlfield tag="${escaped(field.tag)}">${escaped(field.value)}</controlfield>`
      : `<datafield tag="${escaped(field.tag)}" ind1="${escaped(field.indicators[0] ?? ' ')}" ind2="${escaped(field.indicators[1] ?? ' ')}">${field.subfields
          .map(({ code, value }) => `<subfield code="${escaped(code)}">${escaped(value)}</subfield>`)
          .join('')}</datafield>`,
  );
  return `<record><leader>${escaped(record.leader)}</leader>${fields.join('')}</record>\n`;
};

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};
const NO_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Twice where it would else be read as a reference of a tool that could not write a sign. */
const escaped = (text: string): string =>
  (withoutReferences(text) === text ? text : text.replaceAll('&', '&amp;'))
    .replace(NO_XML, '')
    .replace(/[&<>"\r]/g, (sign) => ENTITIES[sign] ?? sign);
