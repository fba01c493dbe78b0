import type { PrintedList, Words } from '@shulian/service-kit';
import type { Misplaced } from './rules/reading-of-shelf.js';
import type { PatrolDay, PatrolFinding, PatrolView } from './shelf-patrols.http.js';

const findingWords: Readonly<Record<Misplaced, Words>> = {
  'out-of-order': { zh: '错架', en: 'out of order' },
  'of-another-place': { zh: '应在别处', en: 'of another place' },
  'not-to-be-here': { zh: '不应在架', en: 'not to be here' },
  unknown: { zh: '查无此册', en: 'unknown' },
};

export const printedPatrols: PrintedList<PatrolView> = {
  name: 'shelf-patrols',
  title: { zh: '巡架整架记录', en: 'Shelf patrols' },
  columns: [
    { key: 'walkedOn', title: { zh: '日期', en: 'Day' }, type: 'day' },
    { key: 'location', title: { zh: '架位', en: 'Place' }, type: 'text' },
    { key: 'walkedBy', title: { zh: '巡架人', en: 'Walked by' }, type: 'text' },
    { key: 'scanned', title: { zh: '查看册数', en: 'Scanned' }, type: 'integer' },
    { key: 'misplaced', title: { zh: '错架册数', en: 'Misplaced' }, type: 'integer' },
    { key: 'putRight', title: { zh: '已归位', en: 'Put right' }, type: 'integer' },
    { key: 'note', title: { zh: '备注', en: 'Note' }, type: 'text' },
  ],
};

export const printedPatrolFindings: PrintedList<PatrolFinding> = {
  name: 'shelf-patrol-findings',
  title: { zh: '错架图书归位单', en: 'What is to be put right' },
  columns: [
    { key: 'position', title: { zh: '架上序号', en: 'Position' }, type: 'integer' },
    { key: 'barcode', title: { zh: '条码', en: 'Barcode' }, type: 'text' },
    { key: 'callNumber', title: { zh: '索书号', en: 'Call no.' }, type: 'text' },
    { key: 'title', title: { zh: '题名', en: 'Title' }, type: 'text' },
    { key: 'finding', title: { zh: '情况', en: 'Finding' }, type: 'text', words: findingWords },
    { key: 'belongsIn', title: { zh: '应在架位', en: 'Belongs in' }, type: 'text' },
    { key: 'behindCallNumber', title: { zh: '应排在其后', en: 'Behind' }, type: 'text' },
    { key: 'putRightOn', title: { zh: '归位日期', en: 'Put right' }, type: 'day' },
  ],
};

export const printedPatrolDays: PrintedList<PatrolDay> = {
  name: 'shelf-patrol-days',
  title: { zh: '每日巡架统计', en: 'Shelf patrols by day' },
  columns: [
    { key: 'day', title: { zh: '日期', en: 'Day' }, type: 'day' },
    { key: 'patrols', title: { zh: '巡架次数', en: 'Patrols' }, type: 'integer' },
    { key: 'places', title: { zh: '架位', en: 'Places' }, type: 'integer' },
    { key: 'scanned', title: { zh: '查看册数', en: 'Scanned' }, type: 'integer' },
    { key: 'misplaced', title: { zh: '错架册数', en: 'Misplaced' }, type: 'integer' },
    { key: 'putRight', title: { zh: '已归位', en: 'Put right' }, type: 'integer' },
  ],
};
