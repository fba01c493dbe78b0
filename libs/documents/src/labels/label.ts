import type { DocumentStream } from '../document.js';
import { MM, type Pdf } from '../pdf/pdf.js';
import { onSheets, type SheetSettings } from '../sheets/sheets.js';
import type { Place } from '../sheets/stock.js';
import { faceOf, type Weight } from '../type/faces.js';
import { LEADING, linesOf, oneLine } from '../type/lines.js';
import { printable } from '../type/printable.js';
import { barsOf, QUIET } from './bars.js';

/** What stands on a label, from its top down. */
export type LabelPart =
  | {
      readonly kind: 'text';
      readonly text: string;
      /** Points, where there is room; smaller where there is not. */
      readonly size: number;
      readonly weight?: Weight;
      /** A name may end with dots; a number may not. */
      readonly mayEnd?: boolean;
    }
  | { readonly kind: 'barcode'; readonly text: string };
export type Label = readonly LabelPart[];

const PADDING = 1.8 * MM;
const LOWEST_BARS = 5 * MM;
const HIGHEST_BARS = 14 * MM;
/** A dot of a printer of 600 dpi: bars of whole dots are of one width each. */
const DOT = 72 / 600;
/** Narrower bars are read by few scanners: 0.17 mm. */
const NARROWEST = 4 * DOT;
const WIDEST = 8 * DOT;
/** Shares of the wished size by which a whole label is still read at arm's length. */
const READABLE = [1, 0.9, 0.8, 0.7] as const;
/** Where not even so all of it fits, texts that may end do, after two lines; then what must not end is smaller, too. */
const SMALLER = [0.8, 0.7, 0.6, 0.5, 0.42] as const;
const SMALLEST = 0.42;

/** Whether the bars of a text are wide enough on a label so wide (in millimetres). */
export const barcodeFits = (text: string, labelWidth: number): boolean =>
  moduleFor(text, labelWidth * MM - 2 * PADDING) !== null;

function moduleFor(text: string, width: number): number | null {
  const room = width / (barsOf(text).modules + 2 * QUIET);
  const dots = Math.floor(Math.min(room, WIDEST) / DOT) * DOT;
  return dots < NARROWEST ? null : dots;
}

type SetText = { readonly lines: readonly string[]; readonly size: number; readonly weight: Weight };

/** Sheets of labels. @throws RangeError for a barcode that does not fit: see `barcodeFits` */
export const labelSheets = (settings: SheetSettings, labels: readonly Label[]): DocumentStream =>
  onSheets(settings, labels, drawLabel);

function drawLabel(pdf: Pdf, place: Place, label: Label): void {
  const width = place.width - 2 * PADDING;
  const height = place.height - 2 * PADDING;
  const hasBars = label.some(({ kind }) => kind === 'barcode');
  const texts = fitted(label, width, height - (hasBars ? LOWEST_BARS : 0));
  const textHeight = [...texts.values()].reduce((sum, text) => sum + heightOf(text), 0);
  const bars = Math.min(HIGHEST_BARS, height - textHeight);
  let y = place.y + PADDING + Math.max(0, height - textHeight - (hasBars ? bars : 0)) / 2;
  for (const part of label) {
    if (part.kind === 'barcode') {
      drawBars(pdf, part.text, { x: place.x + PADDING, y: y + 1, width, height: bars - 2 });
      y += bars;
      continue;
    }
    const set = texts.get(part);
    for (const line of set?.lines ?? []) {
      if (set === undefined) continue;
      const x = place.x + (place.width - faceOf(set.weight).widthOf(line, set.size)) / 2;
      pdf.text(line, { x, y }, set);
      y += set.size * LEADING;
    }
  }
}

const heightOf = ({ lines, size }: SetText): number => lines.length * size * LEADING;

/**
 * All texts by the same share of their size: the largest by which they fit, on one line each if that can be, else on two. A long
 * name ends with dots rather than make everything too small to be read.
 */
function fitted(label: Label, width: number, height: number): Map<LabelPart, SetText> {
  const fits = (texts: ReadonlyMap<LabelPart, SetText>, most: number): boolean => {
    const all = [...texts.values()];
    return (
      all.every(({ lines }) => lines.length <= most) &&
      all.reduce((total, text) => total + heightOf(text), 0) <= height
    );
  };
  for (const most of [1, 2])
    for (const share of READABLE) {
      const texts = setBy(label, width, share);
      if (fits(texts, most)) return texts;
    }
  for (const share of SMALLER) {
    const texts = ended(setBy(label, width, share), width, 2);
    if (fits(texts, 2)) return texts;
  }
  return ended(setBy(label, width, SMALLEST), width, 1);
}

/** Texts that may end do so after so many lines. */
function ended(texts: ReadonlyMap<LabelPart, SetText>, width: number, most: number): Map<LabelPart, SetText> {
  const shorter = new Map<LabelPart, SetText>(texts);
  for (const [part, text] of texts) {
    if (part.kind !== 'text' || part.mayEnd !== true || text.lines.length <= most) continue;
    const setting = { face: faceOf(text.weight), size: text.size };
    const last = oneLine(text.lines.slice(most - 1).join(''), width, setting);
    shorter.set(part, { ...text, lines: [...text.lines.slice(0, most - 1), last] });
  }
  return shorter;
}

function setBy(label: Label, width: number, share: number): Map<LabelPart, SetText> {
  const texts = new Map<LabelPart, SetText>();
  for (const part of label) {
    if (part.kind !== 'text' || part.text === '') continue;
    const weight = part.weight ?? 'regular';
    const size = part.size * share;
    texts.set(part, {
      lines: linesOf(printable(part.text), width, { face: faceOf(weight), size }),
      size,
      weight,
    });
  }
  return texts;
}

function drawBars(pdf: Pdf, text: string, place: Place): void {
  const { modules, bars } = barsOf(text);
  const module = moduleFor(text, place.width);
  if (module === null) throw new RangeError('the barcode is wider than its label');
  const left = place.x + (place.width - modules * module) / 2;
  for (const { at, width } of bars) pdf.filled(left + at * module, place.y, width * module, place.height);
}
