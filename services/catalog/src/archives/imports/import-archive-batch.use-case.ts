import { Injectable } from '@nestjs/common';
import { Clock, JobNotes, newId, Transaction, type JobProblem, type Tx } from '@shulian/service-kit';
import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import { ArchiveFilesRepository, type NewArchiveFile } from '../files/archive-files.repository.js';
import type { ArchiveFile } from '../rules/archive-file.js';
import {
  firstStateOf,
  listedAnew,
  listedFile,
  type FaultyRow,
  type ListedFile,
} from '../rules/archive-list.js';
import { UnitsRepository } from '../units/units.repository.js';
import type { ArchiveListRow } from './archive-list.format.js';

export type ArchiveImportCounts = {
  readonly total: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
};
export type ArchiveBatch = {
  readonly jobId: string;
  readonly attempt: number;
  readonly schoolId: SchoolId;
  readonly by: string;
  readonly dryRun: boolean;
  readonly rows: readonly ArchiveListRow[];
  /** Codes of lines before, which a later one must not repeat; added to. */
  readonly seen: Set<string>;
  readonly before: ArchiveImportCounts;
};
type Listed = { readonly place: ArchiveListRow['place']; readonly file: ListedFile };

/** Lines of a list in one transaction: files entered or put right, problems and progress noted. A dry run writes no file. */
@Injectable()
export class ImportArchiveBatch {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  execute(batch: ArchiveBatch): Promise<ArchiveImportCounts> {
    return this.transaction.run(async (tx) => {
      const problems: JobProblem[] = [];
      const listed = soundRows(batch, problems);
      const codes = listed.map(({ file }) => file.code);
      const known = new Map(
        (await tx.use(ArchiveFilesRepository).byCodes(batch.schoolId, codes)).map((file) => [
          file.code,
          file,
        ]),
      );
      const units = await this.unitsOf(tx, batch, listed);
      const fresh: NewArchiveFile[] = [];
      const changed: ArchiveFile[] = [];
      let unchanged = 0;
      for (const { place, file: line } of listed) {
        const file = known.get(line.code);
        const unitId = line.unit === undefined ? undefined : units.get(line.unit);
        if (file === undefined) fresh.push(newFrom(line, unitId ?? null));
        else if (file.class !== line.class || file.year !== line.year)
          problems.push({ place, code: 'archive-row.class-differs', facts: { column: 'class' } });
        else {
          const next = listedAnew(file, line, unitId);
          if (next === null) unchanged += 1;
          else changed.push(next);
        }
      }
      if (!batch.dryRun) await write(tx, batch, fresh, changed, this.clock.today());
      const counts = added(batch, { created: fresh.length, updated: changed.length, unchanged });
      const { jobId, attempt } = batch;
      await tx.use(JobNotes).note(jobId, { attempt, done: counts.total, checkpoint: { counts }, problems });
      return counts;
    });
  }

  /** Units by their names; those that the archive does not have yet are made. */
  private async unitsOf(
    tx: Tx,
    { schoolId, dryRun }: ArchiveBatch,
    listed: readonly Listed[],
  ): Promise<ReadonlyMap<string, string>> {
    const known = await tx.use(UnitsRepository).byName(schoolId);
    const units = new Map([...known].map(([name, { id }]) => [name, id]));
    for (const { file } of listed) {
      if (file.unit === undefined || units.has(file.unit)) continue;
      const id = newId();
      units.set(file.unit, id);
      const unit = { id, version: 1, schoolId, name: file.unit, officer: null, contact: null, closed: false };
      if (!dryRun) await tx.use(UnitsRepository).add(unit);
    }
    return units;
  }
}

const write = async (
  tx: Tx,
  { schoolId, by }: ArchiveBatch,
  fresh: readonly NewArchiveFile[],
  changed: readonly ArchiveFile[],
  on: CalendarDay,
): Promise<void> => {
  const files = tx.use(ArchiveFilesRepository);
  if (fresh.length > 0) await files.add(schoolId, fresh, { on, by });
  await files.changeListed(changed);
};

/** Rows that can be read and repeat none before; all others are noted. */
const soundRows = ({ rows, seen }: ArchiveBatch, problems: JobProblem[]): Listed[] =>
  rows.flatMap(({ place, cells, trouble }): Listed[] => {
    if (trouble !== null) {
      problems.push({ place, code: trouble });
      return [];
    }
    const file = listedFile(cells);
    const say = ({ code, column }: FaultyRow): void => {
      problems.push({ place, code, facts: { column } });
    };
    if (!('code' in file)) {
      const [first] = file;
      if (first !== undefined) say(first);
      return [];
    }
    if (seen.has(file.code)) {
      say({ code: 'archive-row.code-repeats', column: 'code' });
      return [];
    }
    seen.add(file.code);
    return [{ place, file }];
  });

const newFrom = (line: ListedFile, unitId: string | null): NewArchiveFile => {
  const {
    code,
    class: kind,
    year,
    title,
    retention,
    pages = null,
    filedOn = null,
    place = null,
    note = null,
  } = line;
  const said = { code, class: kind, year, title, retention, pages, filedOn, place, note };
  return { id: newId(), ...said, unitId, scopeId: null, readerId: null, state: firstStateOf(line) };
};

const added = (
  { before, rows }: ArchiveBatch,
  { created, updated, unchanged }: Pick<ArchiveImportCounts, 'created' | 'updated' | 'unchanged'>,
): ArchiveImportCounts => ({
  total: before.total + rows.length,
  created: before.created + created,
  updated: before.updated + updated,
  unchanged: before.unchanged + unchanged,
  rejected: before.rejected + rows.length - created - updated - unchanged,
});
