import { MAIN_CLASSES, readClc } from '../../classification/rules/clc-notation.js';
import { clcSortKey } from '../../classification/rules/filing-order.js';
import { SECOND_LEVEL } from '../../classification/rules/second-level-classes.js';

/** More than the unabridged schedules have. */
export const MOST_CLASSES = 100_000;

export type ClcClass = {
  readonly notation: string;
  readonly words: string;
  readonly parent: string | null;
  readonly filing: string;
};
type Line = {
  readonly line: number;
  readonly notation: string;
  readonly words: string;
  readonly parent: string;
};
export type LineProblem = { readonly line: number; readonly code: string; readonly detail: string };

/**
 * The classes of a table, and what is wrong with lines that were left out. A class whose parent is not named is below the
 * longest class that it begins with, of the table or of the levels that the program knows; one whose parent is no class is
 * left out, and with it what is below it.
 */
export const classesIn = (
  lines: readonly Line[],
): { readonly classes: readonly ClcClass[]; readonly problems: readonly LineProblem[] } => {
  const problems: LineProblem[] = [];
  const refuse = ({ line, notation }: Line, code: string): null => {
    problems.push({ line, code, detail: notation.slice(0, 100) });
    return null;
  };
  const found = new Map<string, { readonly line: Line; readonly parent: string | null }>();
  for (const line of lines) {
    const read = readClc(line.notation);
    const above = line.parent === '' ? null : readClc(line.parent);
    if (read.is === 'invalid') refuse(line, 'clc.invalid');
    else if (line.words === '') refuse(line, 'clc-table.words-missing');
    else if (found.has(read.notation)) refuse(line, 'clc-table.repeated');
    else if (above?.is === 'invalid') refuse(line, 'clc-table.parent-unknown');
    else found.set(read.notation, { line, parent: above?.notation ?? null });
  }
  const standing = new Map<string, ClcClass | null>();
  const isClass = (notation: string): boolean =>
    found.has(notation) ? classOf(notation) !== null : OF_PROGRAM.has(notation);
  const classOf = (notation: string): ClcClass | null => {
    const known = standing.get(notation);
    if (known !== undefined) return known;
    // Whatever is above itself stands nowhere.
    standing.set(notation, null);
    const entry = found.get(notation);
    if (entry === undefined) return null;
    const parent = entry.parent ?? prefixIn(notation, found);
    if (parent !== null && !isClass(parent)) return refuse(entry.line, 'clc-table.parent-unknown');
    const view = { notation, words: entry.line.words, parent, filing: clcSortKey(notation) };
    standing.set(notation, view);
    return view;
  };
  const classes = [...found.keys()].flatMap((notation) => classOf(notation) ?? []);
  return { classes, problems };
};

const OF_PROGRAM: ReadonlySet<string> = new Set([
  ...Object.keys(MAIN_CLASSES),
  ...SECOND_LEVEL.map(([notation]) => notation),
]);

const prefixIn = (notation: string, table: ReadonlyMap<string, unknown>): string | null => {
  for (let length = notation.length - 1; length > 0; length -= 1) {
    const prefix = notation.slice(0, length);
    if (table.has(prefix) || OF_PROGRAM.has(prefix)) return prefix;
  }
  return null;
};
