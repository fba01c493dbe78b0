import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import type { RecordPlace } from './rules/marc-record.js';
import { decodedText } from './text-encoding.format.js';

/** A line of a title list by its column names, or what is wrong with it. */
export type ListReading =
  | { readonly is: 'row'; readonly place: RecordPlace; readonly cells: ReadonlyMap<string, string> }
  | { readonly is: 'damaged'; readonly place: RecordPlace; readonly code: string };

const LONGEST_ROW = 1_000_000;

/**
 * Reads a CSV list (commas, semicolons or tabs; UTF-8, UTF-16 or GB18030; first row = names of the columns) row by row in
 * constant memory. `record` counts rows after the header from 1, `offset` is the line in the file.
 */
export async function* readTitleList(source: AsyncIterable<Uint8Array>): AsyncGenerator<ListReading> {
  const parser = parse({
    delimiter: [',', ';', '\t'],
    info: true,
    max_record_size: LONGEST_ROW,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  });
  const text = Readable.from(decodedText(source));
  text.on('error', (error) => parser.destroy(error));
  text.pipe(parser);
  let names: readonly string[] | null = null;
  let record = 0;
  try {
    for await (const row of parser) {
      const { record: values, info } = row as { record: string[]; info: { lines: number } };
      if (names === null) {
        names = values.map((name) => name.normalize('NFKC').replace(/\s+/gu, '').toLowerCase());
        continue;
      }
      if (values.every((value) => value.trim() === '')) continue;
      record += 1;
      const cells = new Map<string, string>();
      names.forEach((name, at) => {
        const value = (values[at] ?? '').replace(/[\s\u3000\p{Cc}]+/gu, ' ').trim();
        if (name !== '' && value !== '' && !cells.has(name)) cells.set(name, value);
      });
      yield { is: 'row', place: { record, offset: info.lines }, cells };
    }
  } catch (error) {
    // A quote that never ends or a row without end: what follows cannot be told apart any more.
    if (!(error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_'))) throw error;
    yield {
      is: 'damaged',
      place: { record: record + 1, offset: parser.info.lines },
      code: 'list.unreadable',
    };
  } finally {
    text.destroy();
  }
}
