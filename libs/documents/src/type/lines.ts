import LineBreaker from 'linebreak';
import type { Face } from './faces.js';

export type Setting = { readonly face: Face; readonly size: number };

/** A line is this much higher than its characters. */
export const LEADING = 1.3;

/**
 * A printable text in lines no wider than asked, by the rules of Unicode (UAX #14): no comma at the beginning of a line.
 * What has no place to break (a long number) is broken where it ends to fit.
 */
export function linesOf(text: string, width: number, { face, size }: Setting): string[] {
  if (face.widthOf(text, size) <= width) return [text];
  const lines: string[] = [];
  let line = '';
  const fits = (more: string): boolean => face.widthOf((line + more).trimEnd(), size) <= width;
  const end = (): void => {
    if (line.trim() !== '') lines.push(line.trim());
    line = '';
  };
  const breaker = new LineBreaker(text);
  let from = 0;
  for (let at = breaker.nextBreak(); at !== null; at = breaker.nextBreak()) {
    const piece = text.slice(from, at.position);
    from = at.position;
    if (!fits(piece)) end();
    if (fits(piece)) line += piece;
    else
      for (const character of piece) {
        if (line !== '' && !fits(character)) end();
        line += character;
      }
  }
  end();
  return lines.length === 0 ? [''] : lines;
}

/** The text on one line, its end left out where it is too wide. */
export function oneLine(text: string, width: number, { face, size }: Setting): string {
  if (face.widthOf(text, size) <= width) return text;
  const characters = [...text];
  while (characters.length > 0 && face.widthOf(`${characters.join('')}…`, size) > width) characters.pop();
  return `${characters.join('')}…`;
}
