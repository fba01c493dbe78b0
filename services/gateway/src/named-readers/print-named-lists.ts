import { setTimeout as pause } from 'node:timers/promises';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import {
  Documents,
  isTableFormat,
  LINES,
  Problem,
  tableFromLines,
  type RequestOfCaller,
  type TableOfLines,
} from '@shulian/service-kit';
import { allCheckedIn } from '../front-door/checked-in.js';
import type { Answered } from '../front-door/upstream.client.js';
import { AskNames } from './ask-names.js';
import { idsIn, namedColumns, namedRow, type KnownNames } from './names-on-paper.js';
import { INCLUDE, requestsThatNameReaders } from './operations-that-name-readers.js';

type Row = Readonly<Record<string, unknown>>;

/** Rows whose readers are asked for together: as many as one search of readers takes. */
const AT_ONCE = 500;
/** A document that has begun cannot be refused any more: it waits for readers this often, and this long. */
const TRIES = 5;
const PAUSE_MS = 2_000;

const withoutNames = {
  zh: '（读者信息暂不可用，本清单不含姓名）',
  en: '(Readers are not available: this list is without names.)',
} as const;
const nobody: KnownNames = { readers: new Map(), classes: new Map() };

/**
 * Lists on paper that say whom they are about. The service that keeps the list knows ids alone (decision 47): it hands its
 * lines over, names come from readers with the token of whoever asks, and the document is made here.
 */
@Injectable()
export class PrintNamedLists {
  private readonly mayNameReaders = requestsThatNameReaders(allCheckedIn().values());

  constructor(
    private readonly names: AskNames,
    private readonly documents: Documents,
  ) {}

  /** What to ask the service in place of what the client wrote; null when it is no list to print with names. */
  pathOfLines({ method, url, query }: Pick<RequestOfCaller, 'method' | 'url' | 'query'>): string | null {
    const { format } = query as Readonly<Record<string, unknown>>;
    const [path = '', input = ''] = url.split('?', 2);
    if (method !== 'GET' || !isTableFormat(format) || !this.mayNameReaders(method, path)) return null;
    const others = input
      .split('&')
      .filter((part) => !part.startsWith(`${INCLUDE}=`) && !part.startsWith('format='));
    return `${path}?${[...others, `format=${LINES}`].join('&')}`;
  }

  /** The document with names, in the format that was asked for; a refusal as it came. @throws Problem 503 `service.busy` */
  async in(
    request: RequestOfCaller,
    answered: Answered<Readable>,
    format = (request.query as { readonly format?: unknown }).format,
  ): Promise<Answered<Readable>> {
    if (answered.status >= 300) return answered;
    try {
      return await this.print(request, answered, format);
    } catch (error) {
      answered.body.destroy();
      throw error;
    }
  }

  private async print(
    request: RequestOfCaller,
    answered: Answered<Readable>,
    format: unknown,
  ): Promise<Answered<Readable>> {
    if (!isTableFormat(format)) throw new Problem(400, 'request.unparsable');
    const { name, rows, columns, ...table } = await tableFromLines(
      answered.body as AsyncIterable<Uint8Array>,
    );
    const parts = partsOf(rows);
    const first = (await parts.next()).value ?? [];
    const known = await this.namesFor(request, columns, first);
    const file = this.documents.table({ name }, format, {
      ...table,
      notes: known === null ? [...table.notes, withoutNames[table.language]] : table.notes,
      columns: namedColumns(columns, table.language),
      rows: this.namedRows(request, columns, { rows: first, known }, parts),
    });
    const { type, disposition } = file.getHeaders();
    const body = file.getStream();
    body.once('close', () => answered.body.destroy());
    const { 'content-length': _length, ...headers } = answered.headers;
    return {
      status: answered.status,
      headers: { ...headers, 'content-type': type, 'content-disposition': disposition },
      body,
    };
  }

  /** Once a list is said to be without names, it is without them to its end. */
  private async *namedRows(
    request: RequestOfCaller,
    columns: TableOfLines['columns'],
    first: { readonly rows: readonly Row[]; readonly known: KnownNames | null },
    others: AsyncIterable<readonly Row[]>,
  ): AsyncGenerator<Row> {
    for (const row of first.rows) yield namedRow(row, columns, first.known ?? nobody);
    for await (const rows of others) {
      const known = first.known === null ? nobody : await this.patiently(request, columns, rows);
      for (const row of rows) yield namedRow(row, columns, known);
    }
  }

  private async patiently(
    request: RequestOfCaller,
    columns: TableOfLines['columns'],
    rows: readonly Row[],
  ): Promise<KnownNames> {
    for (let tries = 1; ; tries += 1) {
      const known = await this.namesFor(request, columns, rows);
      if (known !== null) return known;
      if (tries === TRIES) throw new Error('readers went away while a list was printed');
      await pause(PAUSE_MS);
    }
  }

  private async namesFor(
    request: RequestOfCaller,
    columns: TableOfLines['columns'],
    rows: readonly Row[],
  ): Promise<KnownNames | null> {
    const [readers, classes] = await Promise.all([
      this.names.ofReaders(request, idsIn(rows, columns, 'reader')),
      this.names.ofClasses(request, idsIn(rows, columns, 'class')),
    ]);
    if (readers === null || classes === null) return null;
    return { readers: new Map(readers.map((reader) => [reader.id, reader])), classes };
  }
}

async function* partsOf(rows: AsyncIterable<Row>): AsyncGenerator<Row[], undefined> {
  let waiting: Row[] = [];
  for await (const row of rows) {
    waiting.push(row);
    if (waiting.length < AT_ONCE) continue;
    yield waiting;
    waiting = [];
  }
  if (waiting.length > 0) yield waiting;
}
