import { StreamableFile } from '@nestjs/common';
import { tableAs, type DocumentStream, type Table, type TableFormat } from '@shulian/documents';
import type { Clock } from '../clock/clock.js';
import { Problem } from '../problem/refused.js';
import type { Language } from '../problem/problem-document.js';
import { LINES, LINES_MEDIA_TYPE, tableToLines, withoutWho, type TableOfLines } from './table-lines.js';

/** Documents that a service makes at once: each takes turns with the desks on one core. */
const MOST_AT_ONCE = 3;
const RETRY_AFTER_SECONDS = 5;
/** A document that nobody takes is given up. */
const TAKEN_WITHIN_MS = 300_000;

const madeAt = { zh: '制表时间', en: 'Made' } as const;

/** What a document is called as a file, in ASCII. */
type File = { readonly name: string };

/** Sends documents as answers, a few at a time, each with the moment it was made. */
export class Documents {
  private making = 0;

  constructor(private readonly clock: Clock) {}

  /**
   * A list as a document, or as the lines that the gateway makes one of.
   * @throws Problem 503 `service.busy` when as many are being made as may be
   */
  list(format: TableFormat | typeof LINES, list: TableOfLines): StreamableFile {
    const { name, columns, ...table } = list;
    return format === LINES
      ? this.send({ name }, () => ({
          mediaType: LINES_MEDIA_TYPE,
          extension: LINES,
          body: tableToLines(list),
        }))
      : this.table({ name }, format, { ...table, columns: withoutWho(columns) });
  }

  /** @throws Problem 503 `service.busy` when as many are being made as may be */
  table(file: File, format: TableFormat, table: Omit<Table, 'timeZone'>): StreamableFile {
    const timeZone = this.clock.zone;
    return this.send(file, () =>
      tableAs(format, { ...table, notes: [...table.notes, this.moment(table.language)], timeZone }),
    );
  }

  /** @param make called when there is a place; what it returns is read to its end or given up */
  send({ name }: File, make: () => DocumentStream): StreamableFile {
    if (this.making >= MOST_AT_ONCE)
      throw new Problem(503, 'service.busy', { retryAfterSeconds: RETRY_AFTER_SECONDS });
    const { body, mediaType, extension } = make();
    this.making += 1;
    const late = setTimeout(
      () => body.destroy(new Error('nobody took the document')),
      TAKEN_WITHIN_MS,
    ).unref();
    body.once('close', () => {
      clearTimeout(late);
      this.making -= 1;
    });
    return new StreamableFile(body, {
      type: mediaType,
      disposition: `attachment; filename="${name}.${extension}"`,
    });
  }

  private moment(language: Language): string {
    const moment = this.clock.now().toLocaleString('sv-SE', {
      timeZone: this.clock.zone,
      dateStyle: 'short',
      timeStyle: 'short',
    });
    return `${madeAt[language]} ${moment}`;
  }
}
