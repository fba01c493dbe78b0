import type { DocumentStream } from '../document.js';
import { MM, Pdf } from '../pdf/pdf.js';
import type { Language } from '../tables/table.js';
import { placeOf, placesOn, type Place, type Stock } from './stock.js';

export type SheetSettings = {
  readonly title: string;
  readonly language: Language;
  readonly stock: Stock;
  /** The first place to print on, from 1: a sheet that was begun is used up. */
  readonly startAt: number;
  /** Millimetres by which a printer misses the places, to the right and down. */
  readonly shift: { readonly x: number; readonly y: number };
};

/** Things on the places of sheets, one after the other, row by row. */
export function onSheets<Thing>(
  { title, language, stock, startAt, shift }: SheetSettings,
  things: readonly Thing[],
  draw: (pdf: Pdf, place: Place, thing: Thing) => void,
): DocumentStream {
  const places = placesOn(stock);
  if (startAt < 1 || startAt > places) throw new RangeError(`the sheet has no place ${String(startAt)}`);
  const body = new Pdf({ title, language }).stream(function* (pdf) {
    for (const [at, thing] of things.entries()) {
      const n = (startAt - 1 + at) % places;
      if (at === 0 || n === 0) {
        if (at > 0) yield;
        pdf.page({ width: stock.paper.width * MM, height: stock.paper.height * MM });
      }
      const place = placeOf(stock, n, shift);
      if (stock.uncut) pdf.outline(place.x, place.y, place.width, place.height);
      draw(pdf, place, thing);
    }
    yield;
  });
  return { mediaType: 'application/pdf', extension: 'pdf', body };
}
