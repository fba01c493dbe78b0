import { setTimeout as pause } from 'node:timers/promises';
import type { StreamableFile } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import {
  TABLE_FORMATS,
  type Cell,
  type CellType,
  type PageOfRow,
  type Row,
  type Total,
} from '@shulian/documents';
import { IsIn, IsOptional } from 'class-validator';
import { PageAsked, type Page } from '../http/page.js';
import type { Language } from '../problem/problem-document.js';
import { Problem } from '../problem/refused.js';
import type { Documents } from './documents.js';
import { LINES, type LinesColumn, type Who, type WhoType } from './table-lines.js';

export const LIST_FORMATS = ['json', ...TABLE_FORMATS] as const;
/** `lines`: as the gateway asks for it, which puts the names in. */
export type ListFormat = (typeof LIST_FORMATS)[number] | typeof LINES;

export type Words = Readonly<Record<Language, string>>;

/** `?format` of everything that can be printed. */
export const FormatAsked = (): PropertyDecorator => (target, key) => {
  ApiPropertyOptional({
    enum: LIST_FORMATS,
    default: 'json',
    description: 'csv, xlsx, pdf: the whole list from the cursor on, to print',
  })(target, key);
  IsOptional()(target, key);
  IsIn([...LIST_FORMATS, LINES])(target, key);
};

/** A list that can be printed: `?format` beside `?limit&cursor`. */
export class ListAsked extends PageAsked {
  @FormatAsked()
  format: ListFormat = 'json';
}

export type PrintedColumn<Item> = {
  readonly key: string;
  readonly title: Words;
  /** `who`, `class`: whom the line is about, known here by id alone; the gateway puts the names in. */
  readonly type: CellType | WhoType;
  /** What stands in the cell; left out: what the item has under the key. */
  readonly of?: (item: Item, language: Language) => Cell | Who;
  /** The words for values that programs read. */
  readonly words?: Readonly<Record<string, Words>>;
  /** How it is added up at the foot of each page, where the list is kept as a book. */
  readonly total?: Total;
  /** What a total that counts lines is of. */
  readonly unit?: Words;
};

/** How a list is printed: its name as a file, its title, its columns in both languages, who signs its pages. */
export type PrintedList<Item> = {
  readonly name: string;
  readonly title: Words;
  readonly columns: readonly PrintedColumn<Item>[];
  readonly signatures?: readonly Words[];
  /** Lines with the same value in this column are one slip, on paper. */
  readonly slipsBy?: string;
  /** On paper, a page for each line in place of the list; a line about a person has `….name` and `….class` of it. */
  readonly pageOfRow?: PageOfRow;
};

/** Lines of the longest list; a longer one says at its end that it is cut. */
const MOST_LINES = 50_000;
const PAGE = 500;
/** Looks for the next page, while others are looked at. */
const TRIES = 5;

const tooLong = {
  zh: '（名单过长，到此为止，请缩小范围）',
  en: '(Too long: the list ends here. Ask for less.)',
} as const;

/**
 * The list as it was asked for: a page as JSON, or all that follows as a document. The first page is read before anything
 * is sent, so that a refusal is an answer.
 */
export async function pageOrDocument<Item extends object, Asked extends ListAsked>(
  documents: Documents,
  printed: PrintedList<Item>,
  input: Asked,
  language: Language,
  find: (input: Asked) => Promise<Page<Item>>,
  notes: readonly string[] = [],
): Promise<Page<Item> | StreamableFile> {
  if (input.format === 'json') return find(input);
  const first = await find({ ...input, limit: PAGE });
  const rows = async function* (): AsyncGenerator<Row> {
    let lines = 0;
    for await (const item of itemsFrom(first, (cursor) => find({ ...input, limit: PAGE, cursor }))) {
      if (lines === MOST_LINES) {
        yield cutRow(printed, language);
        return;
      }
      lines += 1;
      yield rowOf(printed, item, language);
    }
  };
  return documents.list(input.format, {
    name: printed.name,
    title: printed.title[language],
    notes,
    columns: printed.columns.map(({ key, title, type, total, unit }): LinesColumn => ({
      key,
      type,
      title: title[language],
      ...(total === undefined ? {} : { total }),
      ...(unit === undefined ? {} : { unit: unit[language] }),
    })),
    signatures: (printed.signatures ?? []).map((who) => who[language]),
    ...(printed.slipsBy === undefined ? {} : { slipsBy: printed.slipsBy }),
    ...(printed.pageOfRow === undefined ? {} : { pageOfRow: printed.pageOfRow }),
    rows: rows(),
    language,
  });
}

async function* itemsFrom<Item>(
  first: Page<Item>,
  next: (cursor: string) => Promise<Page<Item>>,
): AsyncGenerator<Item> {
  let page = first;
  yield* page.items;
  while (page.nextCursor !== null) {
    const cursor = page.nextCursor;
    page = await patiently(() => next(cursor));
    yield* page.items;
  }
}

/** A document that has begun cannot be refused any more: it waits for its turn at the lists. */
async function patiently<T>(look: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await look();
    } catch (error) {
      const seconds = error instanceof Problem ? error.extras.retryAfterSeconds : undefined;
      if (seconds === undefined || tries === TRIES) throw error;
      await pause(seconds * 1_000);
    }
  }
}

const rowOf = <Item extends object>({ columns }: PrintedList<Item>, item: Item, language: Language): Row =>
  Object.fromEntries(
    columns.map(({ key, of, words }) => {
      const value: unknown = of === undefined ? (item as Row)[key] : of(item, language);
      return [key, typeof value === 'string' ? (words?.[value]?.[language] ?? value) : value];
    }),
  );

const cutRow = <Item>({ columns }: PrintedList<Item>, language: Language): Row => {
  const column = columns.find(({ type }) => type === 'text');
  return column === undefined ? {} : { [column.key]: tooLong[language] };
};
