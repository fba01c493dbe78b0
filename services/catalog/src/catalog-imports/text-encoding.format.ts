import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { decodeMarc8 } from './marc8.format.js';
import type { MarcDialect, ReadingNote } from './rules/marc-record.js';

/**
 * How the bytes of a file were written, told by the bytes alone. What a record says of itself (100$a/26-29, leader/09)
 * is never trusted: real CNMARC files say 0110, 0120 or 0121 whatever they contain.
 */
export type TextEncoding = 'utf-8' | 'gb18030' | 'marc-8';

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const lenientUtf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** Below this many three-byte characters a GBK text may look like UTF-8 by accident (联通 is the classic). */
const ENOUGH_UTF8_CHARACTERS = 3;

/**
 * The coding most of a file is in, from a sample of its records: strict UTF-8 where most non-ASCII records pass it, else
 * GB18030, or MARC-8 for MARC21 whose high bytes stand before letters and not in pairs.
 */
export const fileEncoding = (samples: readonly Uint8Array[], dialect: MarcDialect): TextEncoding => {
  const telling = samples.filter(hasHighBytes);
  const utf8 = telling.filter((bytes) => isUtf8(bytes));
  if (telling.length === 0) return 'utf-8';
  if (utf8.length * 2 >= telling.length && utf8.some(isSurelyUtf8)) return 'utf-8';
  if (dialect === 'marc21') return looksLikeMarc8(telling) ? 'marc-8' : 'gb18030';
  return utf8.length === telling.length && !utf8.some(isCleanGb18030) ? 'utf-8' : 'gb18030';
};

/** The coding of one record in a file of `usual` coding: UTF-8 proves itself, everything else follows the file. */
export const recordEncoding = (
  bytes: Uint8Array,
  usual: TextEncoding,
  dialect: MarcDialect,
): TextEncoding => {
  if (!hasHighBytes(bytes))
    return usual === 'marc-8' || bytes.includes(0x1b) ? otherThanUtf8(bytes, usual, dialect) : usual;
  if (isUtf8(bytes))
    return usual === 'gb18030' && !isSurelyUtf8(bytes) && isCleanGb18030(bytes) ? 'gb18030' : 'utf-8';
  return otherThanUtf8(bytes, usual, dialect);
};

const otherThanUtf8 = (bytes: Uint8Array, usual: TextEncoding, dialect: MarcDialect): TextEncoding => {
  if (usual !== 'utf-8') return usual;
  if (dialect === 'marc21' && looksLikeMarc8([bytes])) return 'marc-8';
  // A UTF-8 file with one broken character stays UTF-8; a GBK record in it reads cleanly as GB18030.
  return brokenShare(bytes) < 0.1 || !isCleanGb18030(bytes) ? 'utf-8' : 'gb18030';
};

/** Decodes one field, never throws; what could not be read becomes U+FFFD and a note. Answers NFC text. */
export const decodeText = (
  bytes: Uint8Array,
  encoding: TextEncoding,
): { text: string; notes: ReadingNote[] } => {
  switch (encoding) {
    case 'marc-8': {
      const { text, unknownSets } = decodeMarc8(bytes);
      const notes = unknownSets.map((set) => ({
        code: 'text.character-set-unsupported',
        detail: `MARC-8 set ${set}`,
      }));
      return { text, notes: text.includes('\ufffd') && notes.length === 0 ? [UNREADABLE] : notes };
    }
    case 'gb18030': {
      const text = iconv.decode(bytes, 'gb18030').normalize('NFC');
      return { text, notes: text.includes('\ufffd') ? [UNREADABLE] : [] };
    }
    case 'utf-8':
      if (isUtf8(bytes)) return { text: strictUtf8.decode(bytes).normalize('NFC'), notes: [] };
      return { text: lenientUtf8.decode(bytes).normalize('NFC'), notes: [UNREADABLE] };
  }
};

const UNREADABLE: ReadingNote = { code: 'text.unreadable-characters' };

const hasHighBytes = (bytes: Uint8Array): boolean => bytes.some((byte) => byte > 0x7f);

const isCleanGb18030 = (bytes: Uint8Array): boolean =>
  !/[\ufffd\ue000-\uf8ff]/u.test(iconv.decode(bytes, 'gb18030'));

/** Valid UTF-8 with enough three-byte characters, or with characters that GB18030 could not have written. */
const isSurelyUtf8 = (bytes: Uint8Array): boolean => {
  if (!isUtf8(bytes)) return false;
  if (!isCleanGb18030(bytes)) return true;
  let wide = 0;
  for (const byte of bytes) if (byte >= 0xe0) wide += 1;
  return wide >= ENOUGH_UTF8_CHARACTERS;
};

/** MARC-8 puts a mark (E0-FE) before an ASCII letter; GB18030 hanzi are pairs of high bytes. */
const looksLikeMarc8 = (samples: readonly Uint8Array[]): boolean => {
  let marks = 0;
  let pairs = 0;
  for (const bytes of samples) {
    for (let at = 0; at < bytes.length; at += 1) {
      const byte = bytes[at] ?? 0;
      const next = bytes[at + 1] ?? 0;
      if (byte <= 0x7f) {
        if (byte === 0x1b) marks += 1;
      } else if (byte >= 0xb0 && byte <= 0xf7 && next >= 0xa1 && next <= 0xfe) {
        pairs += 1;
        at += 1;
      } else if ((byte >= 0xe0 && next >= 0x41 && next <= 0x7a) || (byte >= 0xa1 && byte <= 0xc8)) marks += 1;
    }
  }
  return pairs <= marks * 2;
};

const brokenShare = (bytes: Uint8Array): number => {
  const text = lenientUtf8.decode(bytes);
  const wide = [...text].filter((sign) => sign > '\u007f');
  return wide.length === 0 ? 0 : wide.filter((sign) => sign === '\ufffd').length / wide.length;
};

/** How many bytes are looked at before the coding of a text is decided. */
const ENOUGH_TO_TELL = 4_096;

/** A stream of text in one coding: UTF-8, UTF-16 by its mark, else GB18030; what the text says of itself is not believed. */
export async function* decodedText(source: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: iconv.DecoderStream | null = null;
  let waiting: Buffer = Buffer.alloc(0);
  let isFirst = true;
  const decoded = (bytes: Buffer): string => {
    const text = decoder === null ? bytes.toString('latin1') : decoder.write(bytes);
    const plain = isFirst ? text.replace(/^\ufeff/, '') : text;
    isFirst = isFirst && text === '';
    return plain;
  };
  for await (const chunk of source) {
    waiting = Buffer.concat([waiting, chunk]);
    if (waiting.length < ENOUGH_TO_TELL) continue;
    const coding = decoder === null ? codingOf(waiting) : 'known';
    if (coding === 'undecided') continue;
    if (coding !== 'known' && coding !== 'ascii') decoder = iconv.getDecoder(coding);
    yield decoded(waiting);
    waiting = Buffer.alloc(0);
  }
  const coding = decoder === null ? codingOf(waiting) : 'known';
  if (coding !== 'known' && coding !== 'ascii')
    decoder = iconv.getDecoder(coding === 'undecided' ? 'gb18030' : coding);
  yield decoded(waiting) + (decoder?.end() ?? '');
}

const codingOf = (bytes: Buffer): 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be' | 'ascii' | 'undecided' => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const isHigh = (byte: number): boolean => byte > 0x7f;
  if (!bytes.some(isHigh)) return 'ascii';
  // The last character may be cut off by the end of the piece; one that is all there is tells nothing yet.
  for (let cut = 0; cut < 4 && cut < bytes.length; cut += 1) {
    const whole = bytes.subarray(0, bytes.length - cut);
    if (isUtf8(whole)) return whole.some(isHigh) ? 'utf-8' : 'undecided';
  }
  return 'gb18030';
};
