import { barcodeFits, labelSheets, type DocumentStream, type Label, type Stock } from '@shulian/documents';
import { Problem, type Language } from '@shulian/service-kit';
import type { CopyToPrint, Printing } from './copies-to-print.query.js';
import type { LabelsAsked } from './labels.http.js';
import { spineLines } from './rules/spine-lines.js';

const titles = {
  spine: { zh: '书标', en: 'Spine labels' },
  barcode: { zh: '条码标签', en: 'Barcode labels' },
} as const;

/** The call number, as large as the spine allows; it is never cut. Marks of the house below it may be. */
const spineLabel = ({ copy, title, place }: CopyToPrint, marks: LabelsAsked['marks']): Label => [
  ...spineLines(copy).map(
    (text, line) => ({ kind: 'text', text, size: line === 0 ? 16 : 14, weight: 'bold' }) as const,
  ),
  ...marks.flatMap((mark) => {
    const text = mark === 'location' ? place : title.audience;
    return text === null ? [] : [{ kind: 'text', text, size: 9, mayEnd: true } as const];
  }),
];

/** Whose it is, the bars, what they say, and which book they belong on. */
const barcodeLabel = ({ copy, title }: CopyToPrint, schoolName: string): Label => [
  { kind: 'text', text: schoolName, size: 7.5, weight: 'bold', mayEnd: true },
  { kind: 'barcode', text: copy.barcode },
  { kind: 'text', text: copy.barcode, size: 8.5 },
  { kind: 'text', text: title.title, size: 6.5, mayEnd: true },
];

/** @throws Problem 409 `labels.barcode-too-long` for a barcode whose bars no scanner would read on this label */
export function labelsOf(
  { schoolName, copies }: Printing,
  { kind, startAt, shiftRight, shiftDown, outlines, marks }: LabelsAsked,
  paper: Stock,
  language: Language,
): DocumentStream {
  if (kind === 'barcode') {
    const long = copies.find(({ copy }) => !barcodeFits(copy.barcode, paper.width));
    if (long !== undefined)
      throw new Problem(409, 'labels.barcode-too-long', {
        facts: { accessionNumber: long.copy.accessionNumber, barcode: long.copy.barcode },
      });
  }
  return labelSheets(
    {
      title: titles[kind][language],
      language,
      stock: { ...paper, uncut: outlines },
      startAt,
      shift: { x: shiftRight, y: shiftDown },
    },
    copies.map((copy) => (kind === 'spine' ? spineLabel(copy, marks) : barcodeLabel(copy, schoolName))),
  );
}
