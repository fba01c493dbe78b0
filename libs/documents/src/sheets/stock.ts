import { MM } from '../pdf/pdf.js';

/** Paper that is cut, or will be: so many places, each so large, in millimetres. */
export type Stock = {
  readonly paper: { readonly width: number; readonly height: number };
  readonly columns: number;
  readonly rows: number;
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly top: number;
  /** From one place to the next. */
  readonly pitchX: number;
  readonly pitchY: number;
  /** Paper without cuts: the places are outlined, to be cut by hand. */
  readonly uncut: boolean;
};

const upright = { width: 210, height: 297 } as const;
const across = { width: 297, height: 210 } as const;

/** Sheets of labels as stationers sell them, by their number of labels; all A4. */
export const labelStocks = {
  'a4-21': {
    paper: upright,
    columns: 3,
    rows: 7,
    width: 63.5,
    height: 38.1,
    left: 7.25,
    top: 15.15,
    pitchX: 66,
    pitchY: 38.1,
    uncut: false,
  },
  'a4-24': {
    paper: upright,
    columns: 3,
    rows: 8,
    width: 70,
    height: 37,
    left: 0,
    top: 0.5,
    pitchX: 70,
    pitchY: 37,
    uncut: false,
  },
  'a4-40': {
    paper: upright,
    columns: 4,
    rows: 10,
    width: 48.5,
    height: 25.4,
    left: 8,
    top: 21.5,
    pitchX: 48.5,
    pitchY: 25.4,
    uncut: false,
  },
  'a4-65': {
    paper: upright,
    columns: 5,
    rows: 13,
    width: 38.1,
    height: 21.2,
    left: 4.65,
    top: 10.7,
    pitchX: 40.65,
    pitchY: 21.2,
    uncut: false,
  },
} as const satisfies Readonly<Record<string, Stock>>;
export type LabelStockName = keyof typeof labelStocks;

const single = (width: number, height: number): Stock => ({
  paper: { width, height }, columns: 1, rows: 1, width, height, left: 0, top: 0, pitchX: width, pitchY: height, uncut: false,
}); // prettier-ignore

/** Cards of 7.5 by 12.5 cm, upright or across: four on a sheet of A4 to be cut, or on cards one by one. */
export const cardStocks = {
  upright: {
    'a4-4': {
      paper: upright,
      columns: 2,
      rows: 2,
      width: 75,
      height: 125,
      left: 25,
      top: 18.5,
      pitchX: 85,
      pitchY: 135,
      uncut: true,
    },
    card: single(75, 125),
  },
  across: {
    'a4-4': {
      paper: across,
      columns: 2,
      rows: 2,
      width: 125,
      height: 75,
      left: 18.5,
      top: 25,
      pitchX: 135,
      pitchY: 85,
      uncut: true,
    },
    card: single(125, 75),
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Stock>>>>;
export type CardStockName = keyof (typeof cardStocks)['upright'];

export const placesOn = ({ columns, rows }: Stock): number => columns * rows;

/** A place on the paper, in points. */
export type Place = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** The nth place of a sheet, from 0, row by row. */
export function placeOf(stock: Stock, n: number, shift: { readonly x: number; readonly y: number }): Place {
  return {
    x: (stock.left + (n % stock.columns) * stock.pitchX + shift.x) * MM,
    y: (stock.top + Math.floor(n / stock.columns) * stock.pitchY + shift.y) * MM,
    width: stock.width * MM,
    height: stock.height * MM,
  };
}
