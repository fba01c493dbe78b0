import type { Carrier } from './imported-title.js';
import { allValues, controlValue, rawControl, type MarcDialect, type MarcRecord } from './marc-record.js';

const BY_WORD: readonly (readonly [RegExp, Carrier])[] = [
  [/盲文|braille/i, 'braille'],
  [/缩微|缩影|microform|microfilm|microfiche/i, 'microform'],
  [/录像|影像|视频|DVD|VCD|videorecording|videocassette|motion picture|\bvideo\b/i, 'video'],
  [/录音|音频|唱片|磁带|有声|sound recording|audio|sound disc|sound cassette/i, 'audio'],
  [/电子|在线|网络|光盘|数据库|多媒体|软件|CD-?ROM|electronic|online|computer|e-?book/i, 'electronic'],
];

const UNIMARC_TYPES: Readonly<Record<string, Carrier>> = {
  b: 'manuscript', c: 'music', d: 'music', e: 'map', f: 'map', g: 'video', i: 'audio', j: 'audio', k: 'graphic',
  l: 'electronic', m: 'kit', r: 'object',
}; // prettier-ignore
const MARC21_TYPES: Readonly<Record<string, Carrier>> = {
  c: 'music', d: 'music', e: 'map', f: 'map', g: 'video', i: 'audio', j: 'audio', k: 'graphic', m: 'electronic',
  o: 'kit', r: 'object', t: 'manuscript',
}; // prettier-ignore

/** The words that say a thing is on paper: "1 册 + 1 光盘" is a book with a disc, not a disc. */
const ON_PAPER = /页|册|p\.|\bpages?\b|\bv\.|\bvol/i;
const PLACED_ELSEWHERE = /在线|online|computer (?:disc|disk|file)/i;

/**
 * The carrier of a record, from leader/06, the designation in the title field, the extent, and the media type or system
 * requirements (decision 22: leader/06, 200$b, 215, 337; in MARC21 245$h, 007, 008/23, 300, 337, 338, 533).
 */
export const carrierOf = (record: MarcRecord, dialect: MarcDialect): Carrier => {
  const type = record.leader[6] ?? 'a';
  const byLeader = (dialect === 'unimarc' ? UNIMARC_TYPES : MARC21_TYPES)[type];
  const said = dialect === 'unimarc' ? allValues(record, '200', 'b') : allValues(record, '245', 'h');
  const media =
    dialect === 'unimarc' ? [] : [...allValues(record, '337', 'a'), ...allValues(record, '338', 'a')];
  const byWord = carrierInWords([...said, ...media]);
  if (byWord !== null) return byWord;

  if (dialect === 'marc21') {
    const form = marc21FormOfItem(record);
    if (form !== null) return form;
  }
  // UNIMARC 337 and 230 hold system requirements and the type of file: only electronic resources have them.
  if (dialect === 'unimarc' && record.fields.some((field) => field.tag === '337' || field.tag === '230'))
    return 'electronic';
  const extent = allValues(record, dialect === 'unimarc' ? '215' : '300', 'a').join(' ');
  if (byLeader !== undefined) return byLeader;
  if (PLACED_ELSEWHERE.test(extent)) return 'electronic';
  return (ON_PAPER.test(extent) ? null : carrierInWords([extent])) ?? 'print';
};

const carrierInWords = (texts: readonly string[]): Carrier | null => {
  for (const [words, carrier] of BY_WORD) if (texts.some((text) => words.test(text))) return carrier;
  return null;
};

const marc21FormOfItem = (record: MarcRecord): Carrier | null => {
  const type = record.leader[6] ?? 'a';
  // Maps, films and pictures keep the form of item at 29, all others at 23.
  const form = (controlValue(record, '008') === null ? '' : rawControl(record, '008'))[
    'efgkr'.includes(type) ? 29 : 23
  ];
  if (form === 'o' || form === 's' || form === 'q') return 'electronic';
  if (form === 'a' || form === 'b' || form === 'c') return 'microform';
  if (form === 'f') return 'braille';
  if (allValues(record, '533', 'a').some((text) => /micro(?:form|film|fiche)/i.test(text)))
    return 'microform';
  const physical = rawControl(record, '007')[0];
  if (type !== 'a' && type !== 't') return null;
  return physical === 'h' ? 'microform' : physical === 'c' ? 'electronic' : null;
};
