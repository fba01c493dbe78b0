import { Injectable } from '@nestjs/common';
import { Arrivals, Database, statement } from '@shulian/service-kit';
import type { ReaderId, SchoolId } from '@shulian/contracts/ids';

const BY_ID = statement(
  'known-reading-notes.byId',
  'select reader_id as "readerId", school_id as "schoolId" from known_reading_note where note_id = $1',
);

/** Accepted reading notes as the catalogue knows them. */
@Injectable()
export class KnownReadingNotesQuery {
  constructor(
    private readonly database: Database,
    private readonly arrivals: Arrivals,
  ) {}

  /** Whose the note is, waited for up to 2 s when it is not known yet; null when nobody accepted it. */
  awaited(noteId: string): Promise<{ readonly readerId: ReaderId; readonly schoolId: SchoolId } | null> {
    return this.arrivals.wait(
      async () =>
        (
          await this.database.rows<{ readonly readerId: ReaderId; readonly schoolId: SchoolId }>(BY_ID, [
            noteId,
          ])
        )[0] ?? null,
    );
  }
}
