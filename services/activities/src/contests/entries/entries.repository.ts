import { KeptFiles, statement, type Session } from '@shulian/service-kit';
import type { ContestId } from '@shulian/contracts/ids';
import { contestEntryTable, entryView, PUBLISHED } from './entry.row.js';
import type { ContestFileView, ContestEntryView } from './entries.http.js';
import type { Entry } from '../rules/entry.js';
import type { Ranked } from '../rules/ranking.js';

const VIEW = statement('contestEntries.view', `${entryView(PUBLISHED)} where e.id = $1`);
const HAVE_ENTERED = `select reader_id as "readerId" from contest_entry
  where contest_id = $1 and reader_id = any($2::uuid[]) and status = 'handed-in' and note_id is null`;
const RANK = statement(
  'contestEntries.rank',
  `update contest_entry e set hundredths = r.hundredths, place = r.place, tied = r.tied, level = r.level
   from jsonb_to_recordset($2::jsonb) as r("entryId" uuid, hundredths int, place int, tied boolean, level text)
   where e.id = r."entryId" and e.contest_id = $1`,
);
const UNRANK = statement(
  'contestEntries.unrank',
  'update contest_entry set hundredths = null, place = null, tied = null, level = null where contest_id = $1',
);

export class ContestEntriesRepository {
  private readonly kept: KeptFiles;

  constructor(private readonly session: Session) {
    this.kept = new KeptFiles(session);
  }

  async add(...entries: readonly Entry[]): Promise<void> {
    await this.session.manager.insert(contestEntryTable, [...entries]);
  }

  locked(id: string): Promise<Entry | null> {
    return this.session.manager.findOne(contestEntryTable, {
      where: { id: id as Entry['id'] },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** Without a lock: to know of which contest it is, which is locked first. */
  found(id: string): Promise<Entry | null> {
    return this.session.manager.findOne(contestEntryTable, { where: { id: id as Entry['id'] } });
  }

  /** The entry that a note is, as long as it is not taken back. */
  ofNote(contestId: ContestId, noteId: string): Promise<Entry | null> {
    return this.session.manager.findOne(contestEntryTable, {
      where: { contestId, noteId: noteId as never, status: 'handed-in' },
    });
  }

  async change({ id, ...entry }: Entry): Promise<void> {
    await this.session.manager.update(contestEntryTable, { id }, entry);
  }

  /** Who of some readers has handed in already. */
  async haveEntered(contestId: ContestId, readerIds: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.session.rows<{ readerId: string }>(HAVE_ENTERED, [contestId, readerIds]);
    return new Set(rows.map(({ readerId }) => readerId));
  }

  async rank(contestId: ContestId, works: readonly Ranked[]): Promise<void> {
    await this.session.rows(RANK, [contestId, JSON.stringify(works)]);
  }

  async unrank(contestId: ContestId): Promise<void> {
    await this.session.rows(UNRANK, [contestId]);
  }

  async view(id: string): Promise<ContestEntryView> {
    const [view] = await this.session.rows<ContestEntryView>(VIEW, [id]);
    if (view === undefined) throw new Error('a work that is there is shown');
    return view;
  }

  async countFiles(entryId: string): Promise<number> {
    const [row] = await this.session.rows<{ n: number }>(
      'select count(*)::int as n from contest_entry_file where entry_id = $1',
      [entryId],
    );
    return row?.n ?? 0;
  }

  async addFile(entryId: string, fileId: string, file: ContestFileView): Promise<void> {
    await this.kept.keep(fileId);
    await this.session.rows(
      `insert into contest_entry_file (id, entry_id, file_id, name, media_type, size) values ($1, $2, $3, $4, $5, $6)`,
      [file.id, entryId, fileId, file.name, file.mediaType, file.size],
    );
  }

  /** Of which work a file is. */
  async file(id: string): Promise<{ readonly entryId: string; readonly fileId: string } | null> {
    const [row] = await this.session.rows<{ entryId: string; fileId: string }>(
      'select entry_id as "entryId", file_id as "fileId" from contest_entry_file where id = $1',
      [id],
    );
    return row ?? null;
  }

  async removeFile(id: string, fileId: string): Promise<void> {
    await this.session.rows('delete from contest_entry_file where id = $1', [id]);
    await this.kept.drop(fileId);
  }
}
