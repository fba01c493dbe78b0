import type { DocumentStream } from '../document.js';
import { MM, type Pdf } from '../pdf/pdf.js';
import { onSheets, type SheetSettings } from '../sheets/sheets.js';
import type { Place } from '../sheets/stock.js';
import { faceOf, type Weight } from '../type/faces.js';
import { LEADING, linesOf } from '../type/lines.js';
import { printable } from '../type/printable.js';

/** What stands on a card, from its top down. */
export type CardPart =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly size: number;
      readonly weight?: Weight;
      /** Millimetres from the left edge of the text, of the first line and of those after it. */
      readonly indent?: number;
      readonly hanging?: number;
    }
  | { readonly kind: 'gap'; readonly height: number }
  /** Lines to write on, down to the end of the card; the widths of the columns are shares. */
  | {
      readonly kind: 'ruled';
      readonly columns: readonly { readonly title: string; readonly share: number }[];
    };
export type Card = readonly CardPart[];

const PADDING = 5 * MM;
const RULED_LINE = 7 * MM;
const RULED_SIZE = 8;
/** Fewest lines to write on that a card keeps, whatever else stands on it. */
const FEWEST_LINES = 5;
const SHARES = [1, 0.9, 0.8, 0.7, 0.6] as const;

/** Cards on cards, or on sheets to be cut. */
export const cardSheets = (settings: SheetSettings, cards: readonly Card[]): DocumentStream =>
  onSheets(settings, cards, drawCard);

type SetLine = {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly weight: Weight;
};

function drawCard(pdf: Pdf, place: Place, card: Card): void {
  const inner: Place = {
    x: place.x + PADDING,
    y: place.y + PADDING,
    width: place.width - 2 * PADDING,
    height: place.height - 2 * PADDING,
  };
  const ruled = card.find((part) => part.kind === 'ruled');
  const kept = ruled === undefined ? 0 : (FEWEST_LINES + 1) * RULED_LINE;
  const { lines, height } = fitted(card, inner.width, inner.height - kept);
  for (const { text, x, y, size, weight } of lines)
    pdf.text(text, { x: inner.x + x, y: inner.y + y }, { size, weight });
  if (ruled !== undefined)
    drawRuled(pdf, ruled.columns, { ...inner, y: inner.y + height, height: inner.height - height });
}

/** The largest share of the sizes by which everything is on the card; by the smallest, what is below its edge is left out. */
function fitted(card: Card, width: number, room: number): { lines: SetLine[]; height: number } {
  for (const share of SHARES) {
    const set = setBy(card, width, share);
    if (set.height <= room) return set;
  }
  const { lines } = setBy(card, width, SHARES.at(-1) ?? 1);
  const kept = lines.filter(({ y, size }) => y + size * LEADING <= room);
  const last = kept.at(-1);
  return {
    lines:
      last === undefined ? kept : [...kept.slice(0, -1), { ...last, text: `${last.text.slice(0, -1)}…` }],
    height: room,
  };
}

function setBy(card: Card, width: number, share: number): { lines: SetLine[]; height: number } {
  const lines: SetLine[] = [];
  let y = 0;
  for (const part of card) {
    if (part.kind === 'gap') y += part.height * MM * share;
    if (part.kind !== 'text' || part.text === '') continue;
    const weight = part.weight ?? 'regular';
    const setting = { face: faceOf(weight), size: part.size * share };
    const hanging = (part.hanging ?? part.indent ?? 0) * MM;
    const first = (part.indent ?? 0) * MM;
    for (const text of indented(printable(part.text), width, hanging, first, setting)) {
      lines.push({ ...text, y, size: setting.size, weight });
      y += setting.size * LEADING;
    }
  }
  return { lines, height: y };
}

/** Lines of which the first begins elsewhere: it is set on its own, and the rest is broken anew. */
function indented(
  text: string,
  width: number,
  hanging: number,
  first: number,
  setting: Parameters<typeof linesOf>[2],
): { text: string; x: number }[] {
  const [line = ''] = linesOf(text, width - first, setting);
  const rest = text.slice(text.indexOf(line) + line.length).trim();
  return [
    { text: line, x: first },
    ...(rest === ''
      ? []
      : linesOf(rest, width - hanging, setting).map((more) => ({ text: more, x: hanging }))),
  ];
}

function drawRuled(
  pdf: Pdf,
  columns: readonly { readonly title: string; readonly share: number }[],
  { x, y, width, height }: Place,
): void {
  const lines = Math.floor(height / RULED_LINE);
  const bottom = y + lines * RULED_LINE;
  for (let line = 0; line <= lines; line += 1)
    pdf.rule(x, y + line * RULED_LINE, x + width, y + line * RULED_LINE, line < 2 ? 0.6 : 0.3);
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  let left = x;
  pdf.rule(left, y, left, bottom, 0.6);
  for (const { title, share } of columns) {
    const wide = (width * share) / whole;
    const face = faceOf('regular');
    const text = printable(title);
    pdf.text(
      text,
      {
        x: left + (wide - face.widthOf(text, RULED_SIZE)) / 2,
        y: y + (RULED_LINE - RULED_SIZE * LEADING) / 2,
      },
      { size: RULED_SIZE, weight: 'regular' },
    );
    left += wide;
    pdf.rule(left, y, left, bottom, left < x + width - 1 ? 0.3 : 0.6);
  }
}
