import { readIso2709, sliceIso2709, type Iso2709Field, type Iso2709Slice } from './iso2709.format.js';
import { readMarcXml } from './marcxml.format.js';
import {
  dialectOfTags,
  type MarcDialect,
  type MarcField,
  type MarcReading,
  type MarcRecord,
  type MarcSubfield,
  type ReadingNote,
} from './rules/marc-record.js';
import {
  decodeText,
  fileEncoding,
  recordEncoding,
  type FileEncoding,
  type TextEncoding,
} from './text-encoding.format.js';

/** How many records are looked at before the coding and the field map of an ISO 2709 file are decided. */
const SAMPLE = 300;

export type MarcFileKind = 'iso2709' | 'marcxml';

/**
 * Reads a MARC file record by record in constant memory: ISO 2709 or MARCXML, told by the first byte that is not blank.
 * Every record is answered in its order, damaged ones with their place; nothing a file contains makes it throw.
 */
export async function* readMarcFile(source: AsyncIterable<Uint8Array>): AsyncGenerator<MarcReading> {
  const { kind, stream } = await openMarcFile(source);
  yield* kind === 'marcxml' ? readMarcXml(stream) : readIso2709File(stream);
}

async function openMarcFile(
  source: AsyncIterable<Uint8Array>,
): Promise<{ kind: MarcFileKind; stream: AsyncIterable<Uint8Array> }> {
  const chunks = source[Symbol.asyncIterator]();
  const seen: Uint8Array[] = [];
  let kind: MarcFileKind = 'iso2709';
  for (;;) {
    const next = await chunks.next();
    if (next.done === true) break;
    seen.push(next.value);
    const beginning = /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\s\0]*([^\s\0])/.exec(
      Buffer.from(next.value.subarray(0, 4_096)).toString('latin1'),
    );
    if (beginning === null) continue;
    kind = beginning[1] === '<' ? 'marcxml' : 'iso2709';
    break;
  }
  const stream = (async function* () {
    yield* seen.splice(0);
    for (;;) {
      const next = await chunks.next();
      if (next.done === true) return;
      yield next.value;
    }
  })();
  return { kind, stream };
}

async function* readIso2709File(source: AsyncIterable<Uint8Array>): AsyncGenerator<MarcReading> {
  const waiting: Iso2709Slice[] = [];
  let habits: { encoding: FileEncoding; dialect: MarcDialect } | null = null;
  for await (const slice of sliceIso2709(source)) {
    if (habits !== null) {
      yield decoded(slice, habits);
      continue;
    }
    waiting.push(slice);
    if (waiting.length < SAMPLE) continue;
    habits = habitsOf(waiting);
    for (const each of waiting.splice(0)) yield decoded(each, habits);
  }
  const found = habits ?? habitsOf(waiting);
  for (const each of waiting) yield decoded(each, found);
}

const habitsOf = (slices: readonly Iso2709Slice[]): { encoding: FileEncoding; dialect: MarcDialect } => {
  let unimarc = 0;
  let marc21 = 0;
  const samples: Uint8Array[] = [];
  for (const slice of slices) {
    if (slice.is === 'overlong') continue;
    samples.push(slice.bytes);
    const reading = readIso2709(slice.bytes, slice.ended);
    if (reading.is === 'damaged') continue;
    const dialect = dialectOfTags(reading.fields.map((field) => field.tag));
    if (dialect === 'unimarc') unimarc += 1;
    if (dialect === 'marc21') marc21 += 1;
  }
  const dialect = marc21 > unimarc ? 'marc21' : 'unimarc';
  return { dialect, encoding: fileEncoding(samples, dialect) };
};

const decoded = (
  slice: Iso2709Slice,
  habits: { readonly encoding: FileEncoding; readonly dialect: MarcDialect },
): MarcReading => {
  if (slice.is === 'overlong') return { is: 'damaged', place: slice.place, code: 'record.overlong' };
  const reading = readIso2709(slice.bytes, slice.ended);
  if (reading.is === 'damaged') return { is: 'damaged', place: slice.place, code: reading.code };
  const dialect = dialectOfTags(reading.fields.map((field) => field.tag)) ?? habits.dialect;
  const encoding = recordEncoding(slice.bytes, habits.encoding, dialect);
  const notes: ReadingNote[] = [...reading.notes];
  if (!encoding.sure) notes.push({ code: 'text.coding-uncertain', detail: encoding.encoding });
  else if (encoding.encoding !== habits.encoding.encoding && slice.bytes.some((byte) => byte > 0x7f))
    notes.push({ code: 'text.other-coding-than-file', detail: encoding.encoding });
  const fields = reading.fields.map((field) => decodedField(field, encoding.encoding, notes));
  const isLossy = notes.some(
    ({ code }) => code === 'text.unreadable-characters' || code === 'text.character-set-unsupported',
  );
  return {
    is: 'record',
    place: slice.place,
    record: { leader: reading.leader, fields },
    notes,
    ...(isLossy ? { bytes: slice.bytes } : {}),
  };
};

/**
 * One record without its end mark, read as in a file of this coding; null where nothing can be read, or letters are lost.
 */
export const readIso2709Record = (
  bytes: Uint8Array,
  habits: { readonly encoding: TextEncoding; readonly dialect: MarcDialect },
): MarcRecord | null => {
  const reading = decoded(
    { is: 'slice', place: { record: 1, offset: 0 }, bytes, ended: true },
    { dialect: habits.dialect, encoding: { encoding: habits.encoding, sure: true } },
  );
  return reading.is === 'record' ? reading.record : null;
};

const SUBFIELD_MARK = 0x1f;

const decodedField = (field: Iso2709Field, encoding: TextEncoding, notes: ReadingNote[]): MarcField => {
  const text = (bytes: Uint8Array): string => {
    const { text: value, notes: found } = decodeText(bytes, encoding);
    for (const note of found) notes.push({ ...note, field: field.tag });
    return value;
  };
  const first = field.bytes.indexOf(SUBFIELD_MARK);
  if (/^00/.test(field.tag) && first < 0) return { tag: field.tag, value: text(field.bytes) };
  // A data field without a subfield mark: some old tools wrote plain text after the indicators.
  if (first < 0)
    return { tag: field.tag, indicators: '  ', subfields: [{ code: 'a', value: text(field.bytes) }] };
  const indicators = Buffer.from(field.bytes.subarray(0, first))
    .toString('latin1')
    .slice(0, 2)
    .padEnd(2, ' ');
  const subfields: MarcSubfield[] = [];
  for (let at = first; at >= 0 && at < field.bytes.length;) {
    const next = field.bytes.indexOf(SUBFIELD_MARK, at + 1);
    const end = next < 0 ? field.bytes.length : next;
    if (end > at + 1) {
      const code = String.fromCharCode(field.bytes[at + 1] ?? 0);
      subfields.push({ code, value: text(field.bytes.subarray(at + 2, end)) });
    }
    at = next;
  }
  return { tag: field.tag, indicators, subfields };
};
