import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { SaxesParser, type SaxesTagNS } from 'saxes';
import type { MarcField, MarcReading, MarcSubfield, ReadingNote } from './rules/marc-record.js';

/** MARCXML, MarcXchange and the UNIMARC XML of Chinese tools: same elements, whatever the namespace or prefix. */
const LONGEST_XML_RECORD = 8_000_000;

type OpenRecord = {
  readonly offset: number;
  leader: string;
  fields: MarcField[];
  notes: ReadingNote[];
};

/** Reads records from a stream of XML as they end; a broken one is reported with its place and the next one is read. */
export async function* readMarcXml(source: AsyncIterable<Uint8Array>): AsyncGenerator<MarcReading> {
  const finished: MarcReading[] = [];
  let number = 0;
  let open: OpenRecord | null = null;
  let tag: { name: string; indicators: string; subfields: MarcSubfield[] } | null = null;
  let code = '';
  let text = '';
  let offset = 0;
  let recordEndedAt = 0;

  const parser = new SaxesParser({ xmlns: true });
  const attribute = (element: SaxesTagNS, name: string): string =>
    Object.values(element.attributes).find((each) => each.local === name)?.value ?? '';
  const finish = (reading: MarcReading) => {
    finished.push(reading);
    recordEndedAt = offset;
    open = null;
    tag = null;
  };
  const broken = (started: OpenRecord) => {
    number += 1;
    finish({ is: 'damaged', place: { record: number, offset: started.offset }, code: 'record.truncated' });
  };

  parser.on('error', (error) => {
    const note = { code: 'xml.not-well-formed', detail: error.message.slice(0, 200) };
    if (open !== null && open.notes.length < 5) open.notes.push(note);
  });
  parser.on('opentag', (element) => {
    text = '';
    switch (element.local) {
      case 'record':
        if (open !== null) broken(open);
        open = { offset: parser.position, leader: '', fields: [], notes: [] };
        break;
      case 'controlfield':
        tag = { name: attribute(element, 'tag'), indicators: '', subfields: [] };
        break;
      case 'datafield': {
        const indicators = (attribute(element, 'ind1') || ' ') + (attribute(element, 'ind2') || ' ');
        tag = { name: attribute(element, 'tag'), indicators, subfields: [] };
        break;
      }
      case 'subfield':
        code = attribute(element, 'code');
        break;
      default:
    }
  });
  parser.on('text', (piece) => {
    text += piece;
  });
  parser.on('cdata', (piece) => {
    text += piece;
  });
  parser.on('closetag', (element) => {
    if (open === null) return;
    const value = text.normalize('NFC');
    switch (element.local) {
      case 'leader':
        open.leader = value;
        break;
      case 'controlfield':
        if (tag !== null) open.fields.push({ tag: tag.name, value });
        tag = null;
        break;
      case 'subfield':
        if (tag !== null) tag.subfields.push({ code, value });
        break;
      case 'datafield':
        if (tag !== null)
          open.fields.push({ tag: tag.name, indicators: tag.indicators, subfields: tag.subfields });
        tag = null;
        break;
      case 'record': {
        number += 1;
        const { leader, fields, notes } = open;
        finish({
          is: 'record',
          place: { record: number, offset: open.offset },
          record: { leader, fields },
          notes,
        });
        break;
      }
      default:
    }
    text = '';
  });

  for await (const piece of decodedXml(source)) {
    parser.write(piece);
    offset = parser.position;
    yield* finished.splice(0);
    if (offset - recordEndedAt > LONGEST_XML_RECORD) {
      yield { is: 'damaged', place: { record: number + 1, offset: recordEndedAt }, code: 'record.overlong' };
      return;
    }
  }
  if (open !== null) broken(open);
  yield* finished.splice(0);
}

/** How many bytes are looked at before the coding is decided, and the longest entity held back at the end of a piece. */
const ENOUGH_TO_TELL = 4_096;
const LONGEST_ENTITY = 12;
const BARE_AMPERSAND = /&(?!(?:[A-Za-z][A-Za-z0-9]{0,9}|#\d{1,7}|#x[0-9A-Fa-f]{1,6});)/g;

/** XML as text: UTF-8, UTF-16 by its mark, else GB18030 (the declaration is not believed); a bare `&` is made an `&amp;`. */
async function* decodedXml(source: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: iconv.DecoderStream | null = null;
  let waiting: Buffer = Buffer.alloc(0);
  let held = '';
  const decoded = (bytes: Buffer, last: boolean): string => {
    const text =
      held +
      (decoder === null ? bytes.toString('latin1') : decoder.write(bytes)) +
      (last ? (decoder?.end() ?? '') : '');
    const open = last ? -1 : text.lastIndexOf('&');
    const end = open >= 0 && open > text.length - LONGEST_ENTITY ? open : text.length;
    held = text.slice(end);
    return text
      .slice(0, end)
      .replace(BARE_AMPERSAND, '&amp;')
      .replace(/^\ufeff/, '');
  };
  for await (const chunk of source) {
    waiting = Buffer.concat([waiting, chunk]);
    if (waiting.length < ENOUGH_TO_TELL) continue;
    const coding = decoder === null ? codingOf(waiting) : 'known';
    if (coding === 'undecided') continue;
    if (coding !== 'known' && coding !== 'ascii') decoder = iconv.getDecoder(coding);
    yield decoded(waiting, false);
    waiting = Buffer.alloc(0);
  }
  const coding = decoder === null ? codingOf(waiting) : 'known';
  if (coding !== 'known' && coding !== 'ascii')
    decoder = iconv.getDecoder(coding === 'undecided' ? 'gb18030' : coding);
  yield decoded(waiting, true);
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
