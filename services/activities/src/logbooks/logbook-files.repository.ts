import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import { KeptFiles, type Session } from '@shulian/service-kit';

/** Of one entry. */
export const MOST_FILES = 20;

export type NewFile = {
  readonly id: string;
  readonly entryId: string;
  readonly fileId: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly addedOn: CalendarDay;
  readonly addedBy: string;
};

export class LogbookFilesRepository {
  private readonly kept: KeptFiles;

  constructor(private readonly session: Session) {
    this.kept = new KeptFiles(session);
  }

  async add({ id, entryId, fileId, name, mediaType, size, addedOn, addedBy }: NewFile): Promise<void> {
    await this.kept.keep(fileId);
    await this.session.rows(
      `insert into logbook_file (id, entry_id, file_id, name, media_type, size, added_on, added_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, entryId, fileId, name, mediaType, size, addedOn, addedBy],
    );
  }

  async countOf(entryId: string): Promise<number> {
    const [row] = await this.session.rows<{ n: number }>(
      'select count(*)::int as n from logbook_file where entry_id = $1',
      [entryId],
    );
    return row?.n ?? 0;
  }

  async locked(
    id: string,
  ): Promise<{ readonly id: string; readonly fileId: string; readonly schoolId: SchoolId } | null> {
    const [row] = await this.session.rows<{ id: string; fileId: string; schoolId: SchoolId }>(
      `select f.id, f.file_id as "fileId", e.school_id as "schoolId"
       from logbook_file f join logbook_entry e on e.id = f.entry_id where f.id = $1 for update of f`,
      [id],
    );
    return row ?? null;
  }

  async remove({ id, fileId }: { readonly id: string; readonly fileId: string }): Promise<void> {
    await this.session.rows('delete from logbook_file where id = $1', [id]);
    await this.kept.drop(fileId);
  }
}
