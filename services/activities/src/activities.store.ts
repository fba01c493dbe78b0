import type { Outbox, StoreParts } from '@shulian/service-kit';
import { KnownTitlesRepository } from './from-catalog/known-titles.repository.js';
import { KnownReadersRepository } from './from-readers/known-readers.repository.js';
import { ReadingNotesRepository } from './reading-notes/reading-notes.repository.js';

/** All repositories of activities, bound to one open transaction. */
export type ActivitiesStore = {
  readonly readingNotes: ReadingNotesRepository;
  readonly knownReaders: KnownReadersRepository;
  readonly knownTitles: KnownTitlesRepository;
  readonly outbox: Outbox;
};

export const activitiesStore = ({ session, outbox }: StoreParts): ActivitiesStore => ({
  readingNotes: new ReadingNotesRepository(session),
  knownReaders: new KnownReadersRepository(session),
  knownTitles: new KnownTitlesRepository(session),
  outbox,
});
