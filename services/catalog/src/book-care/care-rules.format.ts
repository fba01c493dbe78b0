import { cardSheets, type Card, type DocumentStream, type Stock } from '@shulian/documents';
import type { Language, PrintedList } from '@shulian/service-kit';
import type { CareRulesView } from './care-rules.http.js';
import type { RulesOfSchool } from './care-rules.query.js';

/** One sheet of A4, all of it. */
const poster: Stock = {
  paper: { width: 210, height: 297 },
  columns: 1,
  rows: 1,
  width: 190,
  height: 277,
  left: 10,
  top: 10,
  pitchX: 190,
  pitchY: 277,
  uncut: false,
};

const cardOf = ({ title, rules, schoolName, validFrom }: RulesOfSchool): Card => [
  { kind: 'text', text: title, size: 34, weight: 'bold' },
  { kind: 'gap', height: 10 },
  ...rules.flatMap((rule, at): Card => [
    { kind: 'text', text: `${String(at + 1)}. ${rule}`, size: 22, hanging: 10 },
    { kind: 'gap', height: 4 },
  ]),
  { kind: 'gap', height: 8 },
  { kind: 'text', text: [schoolName, validFrom].filter((each) => each !== null).join('  '), size: 14 },
];

/** To hang on the wall: the rules in large type. */
export const posterOf = (rules: RulesOfSchool, language: Language): DocumentStream =>
  cardSheets({ title: rules.title, language, stock: poster, startAt: 1, shift: { x: 0, y: 0 } }, [
    cardOf(rules),
  ]);

export const printedVersions: PrintedList<CareRulesView> = {
  name: 'care-rules-versions',
  title: { zh: '爱护图书须知历次版本', en: 'Versions of the rules of care' },
  columns: [
    { key: 'validFrom', title: { zh: '起用日期', en: 'Holds from' }, type: 'day' },
    { key: 'title', title: { zh: '标题', en: 'Title' }, type: 'text' },
    { key: 'rules', title: { zh: '内容', en: 'Rules' }, type: 'text', of: ({ rules }) => rules.join('; ') },
  ],
};
