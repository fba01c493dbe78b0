import { SaxesParser, type SaxesTagNS } from 'saxes';
import type { MarcField, MarcReading, MarcSubfield, ReadingNote } from './rules/marc-record.js';
import { decodedTags, withoutReferences } from './text-encoding.format.js';

/** MARCXML, MarcXchange and the UNIMARC XML of Chinese tools: same elements, whatever the namespace or prefix. */
const LONGEST_XML_RECORD = 8_000_000;
/** More notes of one record tell nobody more. */
const MOST_NOTES = 20;

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
  const note = (found: ReadingNote) => {
    if (open !== null && open.notes.length < MOST_NOTES) open.notes.push(found);
  };
  const broken = (started: OpenRecord) => {
    number += 1;
    finish({ is: 'damaged', place: { record: number, offset: started.offset }, code: 'record.truncated' });
  };

  parser.on('error', (error) => {
    note({ code: 'xml.not-well-formed', detail: error.message.slice(0, 200) });
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
    const value = withoutReferences(text.normalize('NFC'));
    if (value.includes('\ufffd'))
      note({ code: 'text.unreadable-characters', field: tag?.name ?? element.local });
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

  for await (const piece of decodedTags(source)) {
    // A bare `&`, which some tools write, is made one that a parser can read.
    parser.write(piece.text.replace(BARE_AMPERSAND, '&amp;'));
    if (piece.trouble !== null && piece.trouble !== 'text.unreadable-characters')
      note({ code: piece.trouble });
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

const BARE_AMPERSAND = /&(?!(?:[A-Za-z][A-Za-z0-9]{0,9}|#\d{1,7}|#x[0-9A-Fa-f]{1,6});)/g;
