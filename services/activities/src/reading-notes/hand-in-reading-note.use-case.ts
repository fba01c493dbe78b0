import { Injectable } from '@nestjs/common';
import { reachesReader } from '@shulian/contracts/access';
import type { ReaderId, ReadingNoteId, TitleId } from '@shulian/contracts/ids';
import {
  Clock,
  denied,
  invalid,
  newId,
  OncePerKey,
  unknownReference,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import type { ActivitiesStore } from '../activities.store.js';
import { KnownReadersQuery } from '../from-readers/known-readers.query.js';
import { readingNoteHandedIn } from './reading-note.events.js';
import { toView } from './reading-notes.http.js';
import { handedIn, type NoteKind } from './rules/reading-note.js';

type NoteAsked = {
  readonly readerId?: ReaderId;
  readonly titleId?: TitleId;
  readonly kind: NoteKind;
  readonly text: string;
};

/** A pupil hands in a note, or a teacher enters one written on paper. */
@Injectable()
export class HandInReadingNote {
  constructor(
    private readonly once: OncePerKey<ActivitiesStore>,
    private readonly readers: KnownReadersQuery,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 400 without a reader, 422 for an unknown or departed one, 403 for one out of reach */
  async execute(caller: Caller, asked: NoteAsked, request: DeskRequest | null): Promise<Answer> {
    const readerId = asked.readerId ?? onlyReaderOf(caller);
    const reader = await this.readers.awaited(readerId);
    if (reader === null) throw unknownReference('/readerId');
    if (!reachesReader(caller.reach, reader)) throw denied();
    if (!reader.active) throw unknownReference('/readerId');
    return this.once.run(request, 201, async (store) => {
      const note = handedIn({
        id: newId<ReadingNoteId>(),
        readerId,
        schoolId: reader.schoolId,
        classId: reader.classId,
        titleId: asked.titleId ?? null,
        kind: asked.kind,
        text: asked.text,
        handedInOn: this.clock.today(),
      });
      await store.readingNotes.add(note);
      await store.outbox.append(readingNoteHandedIn(note));
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
