import { isUtf8 } from 'node:buffer';
import {
  codingOfFile,
  codingOfPiece,
  decodedAs,
  decodedPiece,
  hasHighBytes,
  isCleanGb18030,
  leadOverGb18030,
  verdictOn,
  withoutMark,
  type DecodedText,
  type FileCoding,
  type TextCoding,
} from '@shulian/service-kit';
import { decodeMarc8 } from './marc8.format.js';
import type { MarcDialect, ReadingNote } from './rules/marc-record.js';

/**
 * How the bytes of a file were written, told by the bytes alone. What a record says of itself (100$a/26-29, leader/09)
 * is never trusted: real CNMARC files say 0110, 0120 or 0121 whatever they contain.
 */
export type TextEncoding = TextCoding | 'marc-8';
export type FileEncoding = { readonly encoding: TextEncoding; readonly sure: boolean };

/** The coding most of a file is in, from a sample of its records; MARC-8 only in MARC21, told by its words. */
export const fileEncoding = (samples: readonly Uint8Array[], dialect: MarcDialect): FileEncoding => {
  const texts = samples.map(withoutFrame).filter(hasHighBytes);
  if (dialect === 'marc21') {
    const others = texts.filter((bytes) => verdictOn(bytes) !== 'utf-8');
    const votes = others.map(marc8Verdict);
    const marc8 = votes.filter((vote) => vote > 0).length;
    if (others.length * 2 > texts.length && marc8 * 2 > others.length)
      return { encoding: 'marc-8', sure: votes.some((vote) => vote >= CLEARLY) };
  }
  const { coding, sure } = codingOfFile(texts, dialect === 'marc21' ? 'utf-8' : 'gb18030');
  return { encoding: coding, sure };
};

/** The coding of one record in a file: what its bytes say, and where they say nothing, that of the file. */
export const recordEncoding = (
  record: Uint8Array,
  file: FileEncoding,
  dialect: MarcDialect,
): FileEncoding => {
  const bytes = withoutFrame(record);
  const verdict = verdictOn(bytes);
  if (dialect === 'marc21' && verdict === 'plain' && (bytes.includes(ESCAPE) || file.encoding === 'marc-8'))
    return { encoding: 'marc-8', sure: true };
  if (dialect === 'marc21' && !isUtf8(bytes)) {
    const marc8 = marc8Verdict(bytes);
    // In a file of MARC-8 what could be either is MARC-8.
    if (marc8 > 0 || (marc8 === 0 && file.encoding === 'marc-8' && verdict !== 'utf-8'))
      return { encoding: 'marc-8', sure: marc8 >= CLEARLY || (file.encoding === 'marc-8' && file.sure) };
    if (marc8 > -CLEARLY && verdict === 'gb18030')
      return { encoding: 'gb18030', sure: file.encoding === 'gb18030' };
  }
  // In a file of MARC-8 what is no MARC-8 is UTF-8 of a newer record, or hanzi that prove themselves.
  const usual =
    file.encoding === 'marc-8'
      ? { coding: 'utf-8' as const, sure: false }
      : { coding: file.encoding, sure: file.sure };
  const { coding, sure } = codingOfPiece(bytes, usual);
  return { encoding: coding, sure };
};

/** How far the words must be ahead before they are believed without a note. */
const CLEARLY = 4;
/** Bytes beyond ASCII: with fewer chance is as good a writer as somebody with accents. */
const FEW_MARKS = 4;

/**
 * How much the bytes look like MARC-8 rather than GB18030 or UTF-8 with a broken character: its marks stand before plain
 * letters, which makes rare hanzi glued to Latin ones of them.
 */
const marc8Verdict = (bytes: Uint8Array): number => {
  if (isUtf8(bytes) || verdictOn(bytes) === 'utf-8') return -CLEARLY;
  const { text, unknownSets } = decodeMarc8(bytes.subarray(0, 20_000));
  if (bytes.includes(ESCAPE) && unknownSets.length > 0) return CLEARLY;
  const isWhole = !text.includes('\ufffd');
  const isCleanGb = isCleanGb18030(bytes);
  const lead = isWhole === isCleanGb ? leadOverGb18030(text, bytes) : isWhole ? CLEARLY : -CLEARLY;
  // Two hanzi may be sound MARC-8, too: so few marks are believed, and told.
  return bytes.filter((byte) => byte > 0x7f).length < FEW_MARKS ? Math.min(lead, CLEARLY - 1) : lead;
};

const SUBFIELD_MARK = 0x1f;

/** The bytes with subfield codes blanked: `$a` before a word is no letter of it. */
const withoutFrame = (record: Uint8Array): Uint8Array => {
  if (!record.includes(SUBFIELD_MARK)) return record;
  const bytes = Uint8Array.from(record);
  for (let at = bytes.indexOf(SUBFIELD_MARK); at >= 0; at = bytes.indexOf(SUBFIELD_MARK, at + 1))
    bytes.fill(0x20, at, at + 2);
  return bytes;
};

/**
 * Decodes one field of a record, never throws; what could not be read becomes U+FFFD and a note, a field of the other coding
 * (added by another tool) is read in its own. Answers NFC text.
 */
export const decodeText = (
  bytes: Uint8Array,
  encoding: TextEncoding,
): { text: string; notes: ReadingNote[] } => {
  if (encoding === 'marc-8') {
    const { text, unknownSets, strayEscapes } = decodeMarc8(bytes);
    const notes: ReadingNote[] = unknownSets.map((set) => ({
      code: 'text.character-set-unsupported',
      detail: `MARC-8 set ${set}`,
    }));
    if (strayEscapes > 0) notes.push({ code: 'text.escape-unknown' });
    if (text.includes('\ufffd') && unknownSets.length === 0) notes.push(UNREADABLE);
    return { text: withoutReferences(text), notes };
  }
  // A field that is sound UTF-8 in a record of GB18030, or the other way round, was added by another tool.
  const isUsual = isUtf8(bytes) === (encoding === 'utf-8') || !hasHighBytes(bytes);
  const { text, trouble } = isUsual
    ? withLosses(decodedAs(bytes, encoding))
    : decodedPiece(bytes, { coding: encoding, sure: true });
  // A single field is short; doubt is judged over the whole record.
  if (trouble === 'text.coding-uncertain')
    return { text: withoutReferences(decodedAs(bytes, encoding)), notes: [] };
  return { text: withoutReferences(text), notes: trouble === null ? [] : [{ code: trouble }] };
};

const withLosses = (text: string): DecodedText => ({
  text,
  trouble: text.includes('\ufffd') ? UNREADABLE.code : null,
});
const UNREADABLE = { code: 'text.unreadable-characters' } as const;
const ESCAPE = 0x1b;

/**
 * Characters that a tool could not write and spelled out: `&#x4E2D;&#x56FD;` is 中国. No title of a book holds such a
 * reference of its own.
 */
export const withoutReferences = (text: string): string =>
  text.includes('&')
    ? text
        .replace(/&#(?:[xX]([0-9A-Fa-f]{1,6})|(\d{1,7}));/g, (whole, hex?: string, decimal?: string) => {
          const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
          // Halves of a pair come one after the other and meet again in the text.
          if (point < 0x20 || (point >= 0x7f && point < 0xa0) || point > 0x10_ffff) return whole;
          return point > 0xffff ? String.fromCodePoint(point) : String.fromCharCode(point);
        })
        .replace(/&(amp|lt|gt|quot|apos);/g, (_, name: keyof typeof NAMED) => NAMED[name])
        .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
        .normalize('NFC')
    : text;
const NAMED = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" } as const;

/** How much of a text that tells something is looked at before its coding is decided. */
const ENOUGH_TO_TELL = 32_768;
/** Text without any tag is cut here, whatever it is. */
const LONGEST_PIECE = 1_000_000;
const TAG = 0x3c;

/**
 * A stream of tagged text (XML) as pieces that begin with a tag, each decoded by itself: a broken byte costs its element.
 * What the text says of its own coding is not believed.
 */
export async function* decodedTags(source: AsyncIterable<Uint8Array>): AsyncGenerator<DecodedText> {
  const { isMarked, stream } = await withoutMark(source);
  let file: FileCoding | null = isMarked ? { coding: 'utf-8', sure: true } : null;
  let held: Uint8Array[] = [];
  let size = 0;
  for await (const block of wholeTags(stream)) {
    if (file !== null) {
      yield* decodedBlock(block, file);
      continue;
    }
    if (size === 0 && !hasHighBytes(block)) {
      yield { text: decodedAs(block, 'utf-8'), trouble: null };
      continue;
    }
    held.push(block);
    size += block.length;
    if (size < ENOUGH_TO_TELL) continue;
    file = codingOfFile(held.flatMap(piecesOf));
    for (const each of held) yield* decodedBlock(each, file);
    held = [];
  }
  if (held.length === 0) return;
  const found = codingOfFile(held.flatMap(piecesOf));
  for (const each of held) yield* decodedBlock(each, found);
}

/** A block that is all in the coding of its file is decoded at once; else piece by piece. */
function* decodedBlock(block: Uint8Array, file: FileCoding): Generator<DecodedText> {
  const isOther = (piece: Uint8Array): boolean =>
    hasHighBytes(piece) && isUtf8(piece) !== (file.coding === 'utf-8');
  const pieces = file.coding === 'utf-8' && isUtf8(block) ? [] : piecesOf(block);
  if (file.sure && !pieces.some(isOther)) yield withLosses(decodedAs(block, file.coding));
  else for (const piece of piecesOf(block)) yield decodedPiece(piece, file);
}

const piecesOf = (block: Uint8Array): Uint8Array[] => {
  const pieces: Uint8Array[] = [];
  let from = 0;
  for (let at = block.indexOf(TAG, 1); at >= 0; at = block.indexOf(TAG, at + 1)) {
    pieces.push(block.subarray(from, at));
    from = at;
  }
  pieces.push(block.subarray(from));
  return pieces;
};

/** The stream cut before tags, so that no character, word or reference is torn. */
async function* wholeTags(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let rest: Uint8Array = new Uint8Array(0);
  for await (const chunk of source) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const last = bytes.lastIndexOf(TAG);
    const end = bytes.length > LONGEST_PIECE && last <= 0 ? bytes.length : Math.max(last, 0);
    if (end > 0) yield bytes.subarray(0, end);
    rest = bytes.subarray(end);
  }
  if (rest.length > 0) yield rest;
}
