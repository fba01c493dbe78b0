import type { ReadingNoteId } from '@shulian/contracts/ids';
import type { Session } from '@shulian/service-kit';
import { readingNoteTable, toReadingNote, toRow } from './reading-note.row.js';
import type { ReadingNote } from './rules/reading-note.js';

export class ReadingNotesRepository {
  constructor(private readonly session: Session) {}

  async add(note: ReadingNote): Promise<void> {
    await this.session.manager.insert(readingNoteTable, toRow(note));
  }

  /** The note, locked until the transaction ends: two teachers cannot accept it at once. */
  async lockedById(id: ReadingNoteId): Promise<ReadingNote | null> {
    const row = await this.session.manager.findOne(readingNoteTable, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
    return row === null ? null : toReadingNote(row);
  }

  async change(note: ReadingNote): Promise<void> {
    await this.session.manager.update(readingNoteTable, { id: note.id }, toRow(note));
  }
}
