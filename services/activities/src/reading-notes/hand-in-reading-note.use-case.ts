import { Injectable } from '@nestjs/common';
import { reachesReader } from '@shulian/contracts/access';
import type { ReaderId, ReadingNoteId, TitleId } from '@shulian/contracts/ids';
import {
  Clock,
  denied,
  invalid,
  newId,
  OncePerKey,
  Refused,
  unknownReference,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import { KnownTitlesQuery } from '../from-catalog/known-titles.query.js';
import { KnownReadersQuery } from '../from-readers/known-readers.query.js';
import { readingNoteHandedIn } from './reading-note.events.js';
import { toView } from './reading-notes.http.js';
import { NoteRequirementsQuery } from '../note-requirements/note-requirements.query.js';
import { handedIn, type NoteKind, type SortedAs } from './rules/reading-note.js';
import { ReadingNotesRepository } from './reading-notes.repository.js';

type NoteAsked = {
  readonly readerId?: ReaderId;
  readonly titleId?: TitleId;
  readonly kind: NoteKind;
  readonly text: string;
  readonly sortedAs?: SortedAs;
};

/** A pupil hands in a note, or a teacher enters one written on paper. */
@Injectable()
export class HandInReadingNote {
  constructor(
    private readonly once: OncePerKey,
    private readonly readers: KnownReadersQuery,
    private readonly titles: KnownTitlesQuery,
    private readonly requirements: NoteRequirementsQuery,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws Problem 400 without a reader; 422 for an unknown or departed one and for an unknown title; 403 for a reader of
   * another class; 409 for a note that is not what is asked of the grade. A reader of another school is as good as unknown, also by the time of the answer.
   */
  async execute(caller: Caller, input: NoteAsked, request: DeskRequest | null): Promise<Answer> {
    const [reader, titleId] = await Promise.all([
      this.readers.awaited(
        input.readerId ?? onlyReaderOf(caller),
        (found) => caller.mayWorkAt(found.schoolId) || reachesReader(caller.reach, found),
      ),
      input.titleId === undefined ? undefined : this.titles.awaited(input.titleId),
    ]);
    if (reader === null) throw unknownReference('/readerId');
    if (!reachesReader(caller.reach, reader)) throw denied();
    if (!reader.active) throw unknownReference('/readerId');
    if (titleId === null) throw unknownReference('/titleId');
    const faults = await this.requirements.faultsOf(reader, { ...input, titleId: titleId ?? null });
    if (faults.length > 0)
      throw new Refused(
        'reading-note.not-as-required',
        faults.map((code) => ({ code, severity: 'deny' as const, overridable: false })),
      );
    return this.once.run(request, 201, async (tx) => {
      const note = handedIn({
        id: newId<ReadingNoteId>(),
        readerId: reader.readerId,
        schoolId: reader.schoolId,
        classId: reader.classId,
        titleId: titleId ?? null,
        kind: input.kind,
        text: input.text,
        sortedAs: input.sortedAs ?? null,
        handedInOn: this.clock.today(),
      });
      await tx.use(ReadingNotesRepository).add(note);
      await tx.outbox.append(readingNoteHandedIn(note));
      return toView(note);
    });
  }
}

function onlyReaderOf(caller: Caller): ReaderId {
  const [own] = caller.reach.readers;
  if (own === undefined || caller.reach.readers.size > 1)
    throw invalid({ pointer: '/readerId', code: 'missing' });
  return own as ReaderId;
}
