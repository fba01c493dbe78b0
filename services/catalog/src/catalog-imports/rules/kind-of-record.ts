import type { MaterialKind } from '@shulian/contracts/words';
import { kindOf } from '../../titles/rules/material-kind.js';
import type { Carrier, ImportedTitle } from './imported-title.js';
import { allValues, rawControl, type MarcDialect, type MarcRecord, type ReadingNote } from './marc-record.js';

const AUDIO_WORDS: readonly (readonly [RegExp, MaterialKind])[] = [
  [/录音带|磁带|盒式|cassette/i, 'audio-tape'],
  [/激光唱|光盘|\bCD\b|compact dis[ck]|audio dis[ck]/i, 'cd'],
];
const VIDEO_WORDS: readonly (readonly [RegExp, MaterialKind])[] = [
  [/VCD|video ?CD/i, 'vcd'],
  [/DVD/i, 'dvd'],
  [/录像带|videocassette|video cassette|\bVHS\b/i, 'video-tape'],
];

/**
 * The kind of material that a record says: its words (200$b, 215$a in UNIMARC; 245$h, 300$a, 338 in MARC21) before its codes (110
 * newspapers; 126 sound: cassette, compact disc; 115 video: sound on a videotape; MARC21 007 and 008/21). Two kinds in one record,
 * or none, are not guessed: null.
 */
export const kindOfRecord = (
  record: MarcRecord,
  dialect: MarcDialect,
  level: ImportedTitle['level'],
  carrier: Carrier,
): MaterialKind | null => {
  const texts =
    dialect === 'unimarc'
      ? [...allValues(record, '200', 'b'), ...allValues(record, '215', 'a')]
      : [
          ...allValues(record, '245', 'h'),
          ...allValues(record, '300', 'a'),
          ...allValues(record, '338', 'a'),
          ...allValues(record, '347', 'b'),
        ];
  if (carrier === 'audio') return onlyOne(texts, AUDIO_WORDS) ?? soundByCode(record, dialect);
  if (carrier === 'video') return onlyOne(texts, VIDEO_WORDS) ?? videoByCode(record, dialect);
  if (carrier === 'graphic' && texts.some((text) => /挂图|wall ?charts?/i.test(text))) return 'wall-chart';
  if (carrier === 'print' && level === 'serial' && isNewspaper(record, dialect)) return 'newspaper';
  return kindOf(level, carrier);
};

/** Where a record that is no plain book leaves it open what it is. */
export const noteOfKind = (kind: MaterialKind | null, carrier: Carrier): ReadingNote[] =>
  kind === null ? [{ code: 'record.kind-unclear', detail: carrier }] : [];

const onlyOne = (
  texts: readonly string[],
  words: readonly (readonly [RegExp, MaterialKind])[],
): MaterialKind | null => {
  const kinds = words.filter(([word]) => texts.some((text) => word.test(text)));
  return kinds.length === 1 ? (kinds[0]?.[1] ?? null) : null;
};

/** UNIMARC 126$a/0 c: cassette, a with speed g: compact disc. MARC21 007: ss, and sd with 1.4 m/s. */
const soundByCode = (record: MarcRecord, dialect: MarcDialect): MaterialKind | null => {
  if (dialect === 'unimarc') {
    const code = allValues(record, '126', 'a')[0] ?? '';
    if (code.startsWith('c')) return 'audio-tape';
    return code.startsWith('ag') ? 'cd' : null;
  }
  const physical = rawControl(record, '007');
  if (physical.startsWith('ss')) return 'audio-tape';
  return physical.startsWith('sd') && physical[3] === 'f' ? 'cd' : null;
};

/** UNIMARC 115$a: a videorecording with its sound on videotape. MARC21 007: vf is a cassette, vd with format v a DVD. */
const videoByCode = (record: MarcRecord, dialect: MarcDialect): MaterialKind | null => {
  if (dialect === 'unimarc') {
    const code = allValues(record, '115', 'a')[0] ?? '';
    return code.startsWith('c') && code[6] === 'h' ? 'video-tape' : null;
  }
  const physical = rawControl(record, '007');
  if (physical.startsWith('vf')) return 'video-tape';
  return physical.startsWith('vd') && physical[4] === 'v' ? 'dvd' : null;
};

const isNewspaper = (record: MarcRecord, dialect: MarcDialect): boolean =>
  dialect === 'unimarc'
    ? (allValues(record, '110', 'a')[0] ?? '').startsWith('c')
    : rawControl(record, '008')[21] === 'n';
