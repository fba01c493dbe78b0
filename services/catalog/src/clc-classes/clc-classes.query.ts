import { Injectable } from '@nestjs/common';
import { Lists, pageOf, type Language, type Page } from '@shulian/service-kit';
import { MAIN_CLASSES, mainClassOf, readClc } from '../classification/rules/clc-notation.js';
import { clcSortKey } from '../classification/rules/filing-order.js';
import { MAIN_CLASSES_IN_ENGLISH, SECOND_LEVEL } from '../classification/rules/second-level-classes.js';
import { placeAfter } from '../id-cursor.http.js';
import type { ClcClassesAsked, ClcClassView } from './clc-classes.http.js';

type CountyClass = {
  readonly notation: string;
  readonly words: string;
  readonly parent: string | null;
  readonly filing: string;
};

/** Classes that come with the program, by their place in the order. */
const ofProgram = (language: Language): (ClcClassView & { readonly filing: string })[] => [
  ...Object.entries(MAIN_CLASSES).map(([notation, zh]) => ({
    notation,
    name: language === 'zh' ? zh : (MAIN_CLASSES_IN_ENGLISH[notation] ?? zh),
    parent: null,
    source: 'program' as const,
    filing: clcSortKey(notation),
  })),
  ...SECOND_LEVEL.map(([notation, zh, en]) => ({
    notation,
    name: language === 'zh' ? zh : en,
    parent: notation[0] ?? null,
    source: 'program' as const,
    filing: clcSortKey(notation),
  })),
];

/** The schedules, as far as they are there: the county's words come before our own. */
@Injectable()
export class ClcClassesQuery {
  constructor(private readonly lists: Lists) {}

  /** In filing order; of a class number those it is in, from the main class down. */
  async find(input: ClcClassesAsked, language: Language): Promise<Page<ClcClassView>> {
    if (input.of !== undefined) return { items: await this.above(input.of, language), nextCursor: null };
    const under = input.under === undefined ? null : notationOf(input.under);
    const [after = ''] = placeAfter(input.cursor, { texts: 1, ids: 0 }) ?? [];
    const own = ofProgram(language).filter(({ parent, filing }) => parent === under && filing > after);
    const county = await this.lists.rows<CountyClass>(
      `select notation, words, parent, filing from clc_class
       where parent is not distinct from $1 and filing > $2 order by filing limit $3`,
      [under, after, input.limit + 1],
    );
    const listed = new Map([...own, ...county.map(shown)].map((view) => [view.notation, view]));
    const rows = [...listed.values()].sort((a, b) => (a.filing < b.filing ? -1 : 1));
    return pageOf(
      rows,
      input.limit,
      ({ filing: _, ...view }) => view,
      ({ filing }) => [filing],
    );
  }

  private async above(text: string, language: Language): Promise<ClcClassView[]> {
    const notation = notationOf(text);
    const prefixes = Array.from({ length: notation.length }, (_, at) => notation.slice(0, at + 1));
    const county = await this.lists.rows<CountyClass>(
      'select notation, words, parent, filing from clc_class where notation = any($1::text[])',
      [prefixes],
    );
    const own = ofProgram(language).filter((view) => prefixes.includes(view.notation));
    const listed = new Map([...own, ...county.map(shown)].map((view) => [view.notation, view]));
    return [...listed.values()]
      .sort((a, b) => a.notation.length - b.notation.length)
      .map(({ filing: _, ...view }) => view);
  }
}

const shown = ({ words, ...row }: CountyClass): ClcClassView & { readonly filing: string } => ({
  ...row,
  name: words,
  source: 'county',
});

/** A class as the schedules write it; what is none is below nothing. */
const notationOf = (text: string): string => {
  const read = readClc(text);
  return read.is === 'valid' ? read.notation : (mainClassOf(text) ?? '-');
};
