import { statement, type Rows } from '@shulian/service-kit';
import type { KnownReadingNote } from './known-reading-note.projection.js';

const KNOW = statement(
  'known-reading-notes.know',
  `insert into known_reading_note (note_id, reader_id, school_id, accepted_on) values ($1, $2, $3, $4)
   on conflict (note_id) do nothing`,
);

/** Written by the projection and nobody else; a note is accepted once. */
export class KnownReadingNotesRepository {
  constructor(private readonly rows: Rows) {}

  async know({ noteId, readerId, schoolId, acceptedOn }: KnownReadingNote): Promise<void> {
    await this.rows.rows(KNOW, [noteId, readerId, schoolId, acceptedOn]);
  }
}
