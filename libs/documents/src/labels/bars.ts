import { createRequire } from 'node:module';
import type bwip from 'bwip-js/node';

const require = createRequire(import.meta.url);

/** Bars of Code 128 (ISO/IEC 15417), in modules from the left; what is not a bar is light. */
export type Bars = {
  readonly modules: number;
  readonly bars: readonly { readonly at: number; readonly width: number }[];
};

/** Light modules that a scanner needs on either side. */
export const QUIET = 10;

/** @throws for a sign that the symbology has not: it takes ASCII */
export function barsOf(text: string): Bars {
  // Loaded with the first label.
  const barcodes = require('bwip-js/node') as typeof bwip;
  const [symbol] = barcodes.raw({ bcid: 'code128', text });
  if (symbol === undefined || !('sbs' in symbol)) throw new Error('no bars');
  const bars: { at: number; width: number }[] = [];
  let at = 0;
  symbol.sbs.forEach((width, n) => {
    if (n % 2 === 0) bars.push({ at, width });
    at += width;
  });
  return { modules: at, bars };
}
