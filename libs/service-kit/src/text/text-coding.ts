import { isUtf8 } from 'node:buffer';
import { evidenceOfGb18030, evidenceOfUtf8 } from './reading-evidence.js';

/**
 * How bytes of Chinese schools' files become text. What a file says of itself is never believed: the bytes tell, a piece (a
 * record, a line) at a time, so that a broken byte costs its piece. What is not sure is said, never guessed in silence.
 */
export type TextCoding = 'utf-8' | 'gb18030';

/** What the bytes of one piece say: one of the codings, both alike, or nothing since there is only ASCII. */
export type CodingVerdict = TextCoding | 'either' | 'plain';

/** What is wrong with a text that could be read: letters were lost, or it may be other letters. */
export type TextTrouble =
  'text.unreadable-characters' | 'text.coding-uncertain' | 'text.other-coding-than-file';

export type DecodedText = { readonly text: string; readonly trouble: TextTrouble | null };

const soundUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const anyUtf8 = new TextDecoder('utf-8', { ignoreBOM: true });
const anyGb18030 = new TextDecoder('gb18030');

/** Below this many characters of three bytes, sound UTF-8 may still be GB18030 by accident. */
const ENOUGH_WIDE = 3;
/** How far the words of one reading must be ahead before it is taken without a note. */
const CLEARLY = 4;
/** A piece is judged by its first bytes; the rest of a long one tells the same. */
const ENOUGH_BYTES = 20_000;

export const hasHighBytes = (bytes: Uint8Array): boolean => bytes.some((byte) => byte > 0x7f);

export const verdictOn = (whole: Uint8Array): CodingVerdict => {
  const bytes = beginningOf(whole);
  if (!hasHighBytes(bytes)) return bytes.length === whole.length || !hasHighBytes(whole) ? 'plain' : 'either';
  if (isUtf8(bytes)) {
    if (wideIn(bytes) >= ENOUGH_WIDE) return 'utf-8';
    const asGb = anyGb18030.decode(bytes);
    if (!isClean(asGb)) return 'utf-8';
    const ahead = leadOfUtf8(bytes, asGb);
    return ahead >= CLEARLY ? 'utf-8' : ahead <= -CLEARLY / 2 ? 'gb18030' : 'either';
  }
  // The cut may have torn the last character of a long piece without ASCII.
  const asGb = anyGb18030.decode(bytes).replace(bytes.length < whole.length ? /\ufffd$/ : /(?!)/, '');
  // Sound UTF-8 with a broken character or two; real GB18030 is broken nearly everywhere.
  const { sound, broken } = soundnessOf(bytes);
  if (
    sound >= 6 &&
    sound >= 4 * broken &&
    evidenceOfUtf8(anyUtf8.decode(bytes).replaceAll('\ufffd', ' ')) > 0
  )
    return 'utf-8';
  const hanzi = commonIn(bytes);
  return hanzi >= 2 && 4 * gapsIn(asGb) <= hanzi ? 'gb18030' : 'either';
};

export type FileCoding = { readonly coding: TextCoding; readonly sure: boolean };

/** The coding of a file from a sample of its pieces: what most of the sure ones say, else all of them together. */
export const codingOfFile = (
  pieces: readonly Uint8Array[],
  otherwise: TextCoding = 'gb18030',
): FileCoding => {
  const verdicts = pieces.map(verdictOn);
  const utf8 = verdicts.filter((verdict) => verdict === 'utf-8').length;
  const gb18030 = verdicts.filter((verdict) => verdict === 'gb18030').length;
  if (utf8 + gb18030 > 0) return { coding: utf8 >= gb18030 ? 'utf-8' : 'gb18030', sure: true };
  const open = pieces.filter((_, at) => verdicts[at] === 'either');
  if (open.length === 0) return { coding: 'utf-8', sure: true };
  const together = Buffer.concat(open.flatMap((piece) => [beginningOf(piece), NEW_LINE]));
  const verdict = verdictOn(together);
  if (verdict === 'utf-8' || verdict === 'gb18030') return { coding: verdict, sure: true };
  if (!isUtf8(together)) return { coding: otherwise, sure: false };
  const ahead = leadOfUtf8(together, anyGb18030.decode(together));
  return { coding: ahead > 1 ? 'utf-8' : ahead < 0 ? 'gb18030' : otherwise, sure: false };
};

/** The coding of one piece in a file of a known coding, and whether that is sure. */
export const codingOfPiece = (bytes: Uint8Array, file: FileCoding): FileCoding => {
  const verdict = verdictOn(bytes);
  if (verdict === 'plain') return { coding: file.coding, sure: true };
  // Sound UTF-8 that looks like hanzi (or is in letters we know little of) stays what the rest of its file is, with a note.
  if (verdict === 'gb18030' && file.coding === 'utf-8' && file.sure && isUtf8(bytes))
    return { coding: 'utf-8', sure: false };
  if (verdict !== 'either') return { coding: verdict, sure: true };
  if (file.coding === 'utf-8') return { coding: 'utf-8', sure: file.sure };
  // Few hanzi that could also be letters of another language: in a file of GB18030 they are hanzi, unless the letters fit better.
  const leans = isUtf8(bytes) && leadOfUtf8(bytes, anyGb18030.decode(bytes)) > 1;
  return { coding: file.coding, sure: file.sure && !leans };
};

/** Decodes one piece as what it is, never throws; NFC. */
export const decodedPiece = (bytes: Uint8Array, file: FileCoding): DecodedText => {
  // Nearly every piece is sound in the coding of its file; only the others are worth a look.
  const isSound = isUtf8(bytes);
  if (
    isSound &&
    (!hasHighBytes(bytes) || (file.coding === 'utf-8' && file.sure && wideIn(bytes) >= ENOUGH_WIDE))
  )
    return withTrouble(soundUtf8.decode(bytes).normalize('NFC'), null);
  const { coding, sure } = codingOfPiece(bytes, file);
  const text = decodedAs(bytes, coding);
  if (!sure) return withTrouble(text, 'text.coding-uncertain');
  return withTrouble(text, coding === file.coding ? null : 'text.other-coding-than-file');
};

/** What was lost is worse than what may be wrong. */
const withTrouble = (text: string, trouble: TextTrouble | null): DecodedText => ({
  text,
  trouble: text.includes('\ufffd') ? 'text.unreadable-characters' : trouble,
});

export const decodedAs = (bytes: Uint8Array, coding: TextCoding): string => {
  if (coding === 'gb18030') return anyGb18030.decode(bytes).normalize('NFC');
  return (isUtf8(bytes) ? soundUtf8 : anyUtf8).decode(bytes).normalize('NFC');
};

/** Readable as GB18030 without a gap and without signs of private use, which no book has. */
export const isCleanGb18030 = (bytes: Uint8Array): boolean => isClean(anyGb18030.decode(beginningOf(bytes)));

const NEW_LINE = Buffer.from('\n');

const GAPS = /[\ufffd\ue000-\uf8ff\u{f0000}-\u{10ffff}\u0080-\u009f]/gu;
const gapsIn = (text: string): number => countOf(text, GAPS);
const isClean = (text: string): boolean => gapsIn(text) === 0;

/** Cut before a byte of ASCII, where no character of either coding is torn. */
const beginningOf = (bytes: Uint8Array): Uint8Array => {
  if (bytes.length <= ENOUGH_BYTES) return bytes;
  let end = ENOUGH_BYTES;
  while (end > ENOUGH_BYTES / 2 && (bytes[end] ?? 0) > 0x2f) end -= 1;
  return bytes.subarray(0, end);
};

/** How much better the words of another reading of the same bytes look than they do as GB18030. */
export const leadOverGb18030 = (text: string, bytes: Uint8Array): number =>
  evidenceOfUtf8(text) - evidenceOfGb18030(decodedAs(bytes, 'gb18030'), isOfGb2312);

const leadOfUtf8 = (bytes: Uint8Array, asGb: string): number =>
  evidenceOfUtf8(decodedAs(bytes, 'utf-8')) - evidenceOfGb18030(asGb, isOfGb2312);

/** The hanzi and signs of GB 2312: both of their bytes are A1 or more. */
let common: ReadonlySet<string> | null = null;
const isOfGb2312 = (sign: string): boolean => {
  if (common === null) {
    const leads = Array.from({ length: 0x57 }, (_, at) => 0xa1 + at);
    const trails = Array.from({ length: 0x5e }, (_, at) => 0xa1 + at);
    const pairs = leads.flatMap((lead) => trails.flatMap((trail) => [lead, trail]));
    common = new Set(anyGb18030.decode(Uint8Array.from(pairs)));
  }
  return common.has(sign);
};

/** How many hanzi of GB 2312 the bytes would be. */
const commonIn = (bytes: Uint8Array): number => {
  let count = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const [lead = 0, trail = 0] = [bytes[at], bytes[at + 1]];
    if (lead <= 0x80) continue;
    if (lead >= 0xb0 && lead <= 0xf7 && trail >= 0xa1) count += 1;
    at += trail >= 0x30 && trail <= 0x39 ? 3 : 1;
  }
  return count;
};

const wideIn = (bytes: Uint8Array): number => {
  let wide = 0;
  for (const byte of bytes) if (byte >= 0xe0) wide += 1;
  return wide;
};

/** Bytes in sound characters of UTF-8 outside ASCII, and bytes that belong to none. */
const soundnessOf = (bytes: Uint8Array): { sound: number; broken: number } => {
  let sound = 0;
  let broken = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at] ?? 0;
    if (lead <= 0x7f) continue;
    const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 1;
    if (length > 1 && isUtf8(bytes.subarray(at, at + length))) {
      sound += length;
      at += length - 1;
    } else broken += 1;
  }
  return { sound, broken };
};

const countOf = (text: string, signs: RegExp): number => text.match(signs)?.length ?? 0;
