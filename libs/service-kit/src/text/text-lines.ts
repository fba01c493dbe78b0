import {
  codingOfFile,
  decodedAs,
  decodedPiece,
  hasHighBytes,
  type FileCoding,
  type TextTrouble,
} from './text-coding.js';
import { withoutMark } from './byte-order-mark.js';

/** A line of a text file from 1, without its end; an overlong one is cut. */
export type TextLine = {
  readonly line: number;
  readonly text: string;
  readonly trouble: TextTrouble | null;
  readonly isOverlong: boolean;
  /** How many empty lines stand before it: a file may be millions of them, and none costs anything. */
  readonly blankLines: number;
};

/** Longer lines are no lines of text; beyond it memory must not grow. */
const LONGEST_LINE = 1_000_000;
/** How many lines that tell something, or bytes in all, are looked at before the coding of a file is decided. */
const TELLING_LINES = 300;
const MOST_LOOKED_AT = 1_000_000;

type RawLine = { readonly bytes: Uint8Array } & Pick<TextLine, 'isOverlong' | 'blankLines'>;

/** The lines of a text file in UTF-8, UTF-16 or GB18030, each decoded by itself: a broken byte costs its line. */
export async function* textLines(source: AsyncIterable<Uint8Array>): AsyncGenerator<TextLine> {
  const { isMarked, stream } = await withoutMark(source);
  let line = 0;
  const decoded = ({ bytes, ...raw }: RawLine, file: FileCoding | null): TextLine => {
    line += raw.blankLines + 1;
    if (file !== null) return { line, ...decodedPiece(bytes, file), ...raw };
    const text = decodedAs(bytes, 'utf-8');
    return { line, text, trouble: text.includes('\ufffd') ? 'text.unreadable-characters' : null, ...raw };
  };
  const waiting: RawLine[] = [];
  let telling = 0;
  let size = 0;
  let file: FileCoding | null = null;
  for await (const raw of rawLines(stream)) {
    // Behind a byte order mark there is no doubt, whatever a single line looks like.
    if (isMarked || file !== null) {
      yield decoded(raw, file);
      continue;
    }
    waiting.push(raw);
    size += raw.bytes.length;
    if (hasHighBytes(raw.bytes)) telling += 1;
    if (telling < TELLING_LINES && size < MOST_LOOKED_AT) continue;
    file = codingOfFile(waiting.map(({ bytes }) => bytes));
    for (const each of waiting.splice(0)) yield decoded(each, file);
  }
  if (waiting.length === 0) return;
  const found = codingOfFile(waiting.map(({ bytes }) => bytes));
  for (const each of waiting) yield decoded(each, found);
}

const LF = 0x0a;
const CR = 0x0d;

/** Cut at LF, CR LF or CR, none of which is a part of a longer character in UTF-8 or GB18030. */
async function* rawLines(source: AsyncIterable<Uint8Array>): AsyncGenerator<RawLine> {
  let rest: Uint8Array = new Uint8Array(0);
  let isCutting = false;
  let blankLines = 0;
  const raw = (line: Uint8Array, isOverlong = false): RawLine => {
    const found = { bytes: line, isOverlong, blankLines };
    blankLines = 0;
    return found;
  };
  for await (const chunk of source) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    let from = 0;
    for (let end = lineEnd(bytes, Math.max(0, rest.length - 1)); end >= 0; end = lineEnd(bytes, from)) {
      // A CR at the end of a piece may have its LF in the next.
      if (bytes[end] === CR && end + 1 === bytes.length) break;
      if (isCutting) isCutting = false;
      else if (end === from) blankLines += 1;
      else yield raw(bytes.subarray(from, end));
      from = end + (bytes[end] === CR && bytes[end + 1] === LF ? 2 : 1);
    }
    rest = bytes.subarray(from);
    if (rest.length <= LONGEST_LINE) continue;
    if (!isCutting) yield raw(rest.subarray(0, LONGEST_LINE), true);
    isCutting = true;
    rest = new Uint8Array(0);
  }
  if (rest.length > 0 && !isCutting) {
    const end = rest.at(-1) === CR ? rest.length - 1 : rest.length;
    yield raw(rest.subarray(0, end));
  }
}

const lineEnd = (bytes: Uint8Array, from: number): number => {
  for (let at = from; at < bytes.length; at += 1) if (bytes[at] === LF || bytes[at] === CR) return at;
  return -1;
};
