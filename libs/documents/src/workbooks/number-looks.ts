import { WorkbookUnreadable } from './workbook-unreadable.js';
import type { XmlStep } from './xml-steps.js';

/** How a number is shown: as a date, or with signs before it and zeros up to a width. */
export type NumberLook = { readonly isDate: boolean; readonly before: string; readonly width: number };

const PLAIN: NumberLook = { isDate: false, before: '', width: 0 };
const DATE: NumberLook = { ...PLAIN, isDate: true };
/** Looks a workbook can have. */
const MOST_LOOKS = 65_536;
/** Numbers of the looks that are dates and need no words, those of Chinese Excel among them. */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58);

/** The look of each style that a cell can name. @throws WorkbookUnreadable */
export async function numberLooks(steps: AsyncIterable<readonly XmlStep[]>): Promise<readonly NumberLook[]> {
  const formats = new Map<number, NumberLook>();
  const looks: NumberLook[] = [];
  let inCells = false;
  for await (const some of steps)
    for (const step of some) {
      if (step.is === 'text') continue;
      if (step.name === 'cellXfs') inCells = step.is === 'open';
      if (step.is === 'close') continue;
      if (step.name === 'numFmt')
        formats.set(Number(step.attributes['numFmtId']), lookOf(step.attributes['formatCode'] ?? ''));
      if (step.name === 'xf' && inCells) {
        const id = Number(step.attributes['numFmtId'] ?? 0);
        looks.push(formats.get(id) ?? (isBuiltInDate(id) ? DATE : PLAIN));
      }
      if (looks.length > MOST_LOOKS || formats.size > MOST_LOOKS) throw new WorkbookUnreadable('too-large');
    }
  return looks;
}

function lookOf(format: string): NumberLook {
  const zeros = /^(?:"([^"]*)")?(0+)$/.exec(format);
  if (zeros !== null) return { isDate: false, before: zeros[1] ?? '', width: zeros[2]?.length ?? 0 };
  // Words in quotes, signs after a backslash and colours in brackets are no letters of a date.
  return /[yd]/i.test(format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '').replace(/general/i, '')) ? DATE : PLAIN;
}

/** Digits that a spreadsheet keeps of a number; the others are zeros that nobody typed. */
const DIGITS_KEPT = 15;
const DAY_MS = 86_400_000;
const LAST_DAY = 2_958_465;

/** What a person sees: a number shown with leading zeros keeps them, one that has lost digits shows that, a date is ISO's. */
export function shownNumber(written: string, look: NumberLook = PLAIN, since1904 = false): string {
  const value = Number(written);
  if (written.trim() === '' || !Number.isFinite(value)) return written.trim();
  if (look.isDate && value >= 1 && value <= LAST_DAY) return isoDate(value, since1904);
  if (Math.abs(value) >= 10 ** DIGITS_KEPT) return value.toExponential(DIGITS_KEPT - 1);
  return look.before + (Number.isInteger(value) ? value.toFixed(0) : String(value)).padStart(look.width, '0');
}

/** The first spreadsheets had a 29 February 1900, and days are counted with it to this day. */
function isoDate(serial: number, since1904: boolean): string {
  const first = since1904
    ? Date.UTC(1904, 0, 1)
    : serial < 60
      ? Date.UTC(1899, 11, 31)
      : Date.UTC(1899, 11, 30);
  const iso = new Date(first + Math.round(serial * DAY_MS)).toISOString();
  return Number.isInteger(serial) ? iso.slice(0, 10) : iso.slice(0, 16).replace('T', ' ');
}
