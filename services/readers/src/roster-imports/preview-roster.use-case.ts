import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { CalendarDay } from '@shulian/contracts/ids';
import {
  Clock,
  fieldId,
  Problem,
  receiveForm,
  Transaction,
  unknownReference,
  type Caller,
  type RequestOfCaller,
} from '@shulian/service-kit';
import { nameOn } from '../classes/rules/school-class.js';
import { SchoolsRepository } from '../schools/schools.repository.js';
import { MOST_BYTES, rosterFileKind, RosterUnreadable, type FileTable } from './roster-file.format.js';
import type { PreviewRow, PreviewTable, PreviewView } from './roster-mappings.http.js';
import { RosterMappings } from './roster-mappings.query.js';
import { RosterMappingsRepository } from './roster-mappings.repository.js';
import { refuseOddFields } from './queue-roster-import.use-case.js';
import { rosterTables, type RosterTable } from './roster-tables.format.js';
import { rulesOfSchool } from './rules-of-school.step.js';
import { rosterRow, type RosterSchool } from './rules/roster-row.js';

const SHOWN = 20;

/** How a list would be read, before anything is done with it: which column is what, and the first people of it. */
@Injectable()
export class PreviewRoster {
  constructor(
    private readonly transaction: Transaction,
    private readonly mappings: RosterMappings,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 400, 403, 413, 415 `roster.format-unsupported` `roster.xls-unsupported`, 422 */
  async execute(caller: Caller, request: RequestOfCaller): Promise<PreviewView> {
    const { fields, bytes } = await received(request);
    refuseOddFields(fields);
    const schoolId = caller.schoolFor(fieldId('schoolId', fields['schoolId']));
    const wished = fields['mapping'];
    await this.mappings.refuseUnknown(schoolId, wished);
    const { school, known } = await this.transaction.run(async (tx) => ({
      school: await tx.use(SchoolsRepository).byId(schoolId),
      known: await tx.use(RosterMappingsRepository).forFile(schoolId, wished ?? null),
    }));
    if (school === null) throw unknownReference('/schoolId');
    const kind = rosterFileKind(bytes);
    if (kind === 'old-excel') throw new Problem(415, 'roster.xls-unsupported');
    if (kind !== 'excel' && kind !== 'text') throw new Problem(415, 'roster.format-unsupported');
    const today = this.clock.today();
    const rules = rulesOfSchool(school, today);
    try {
      const { tables, unknown } = await rosterTables(inPieces(bytes), kind, known);
      return {
        tables: [...tables.map((table) => shownTable(table, rules, today)), ...unknown.map(shownUnknown)],
      };
    } catch (error) {
      if (error instanceof RosterUnreadable) throw new Problem(422, error.code);
      throw error;
    }
  }
}

async function received(request: RequestOfCaller) {
  const pieces: Buffer[] = [];
  const { fields } = await receiveForm(request, async (file) => {
    let size = 0;
    for await (const piece of file as AsyncIterable<Buffer>) {
      if ((size += piece.length) > MOST_BYTES) throw new Problem(413, 'request.too-large');
      pieces.push(piece);
    }
    return size;
  });
  return { fields, bytes: Buffer.concat(pieces) };
}

const inPieces = (bytes: Buffer): AsyncIterable<Uint8Array> => Readable.from([bytes]);

function shownTable(table: RosterTable, rules: RosterSchool, today: CalendarDay): PreviewTable {
  const read = table.rows.map(({ row, cells }) => rosterRow({ sheet: table.sheet, row }, cells, rules));
  const fieldAt = new Map(Object.entries(table.columns).map(([field, at]) => [at, field]));
  return {
    sheet: table.sheet,
    headingRow: table.headingRow,
    mappingId: table.mapping?.id ?? null,
    columns: table.headings.flatMap((heading, at) =>
      heading.trim() === ''
        ? []
        : [{ column: at + 1, heading: heading.trim().slice(0, 40), field: fieldAt.get(at) ?? null }],
    ),
    people: read.filter((each) => !('code' in each)).length,
    faults: read.filter((each) => 'code' in each).length,
    rows: read.slice(0, SHOWN).map((each): PreviewRow =>
      'code' in each
        ? {
            row: each.row,
            name: each.name,
            number: each.number,
            kind: null,
            className: null,
            code: each.code,
          }
        : {
            row: each.row,
            name: each.name,
            number: each.number,
            kind: each.kind,
            className: each.place === null ? null : nameOn(each.place, today),
            code: null,
          },
    ),
    beginning: [],
  };
}

/** Numbers as long as those of identity cards are nobody's business. */
const shownCell = (cell: string): string => (/\d{6}/.test(cell) ? '…' : cell.slice(0, 40));

const shownUnknown = ({ sheet, rows }: FileTable): PreviewTable => ({
  sheet,
  headingRow: null,
  mappingId: null,
  columns: [],
  people: 0,
  faults: 0,
  rows: [],
  beginning: rows.slice(0, SHOWN).map(({ cells }) => cells.slice(0, 50).map(shownCell)),
});
