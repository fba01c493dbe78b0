import { Injectable } from '@nestjs/common';
import { reachesReader } from '@shulian/contracts/access';
import type { ReaderId } from '@shulian/contracts/ids';
import {
  Clock,
  invalid,
  OncePerKey,
  refuseIfStale,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import { refuse } from '../refuse.adapter.js';
import type { ReadersStore } from '../readers.store.js';
import { classInSchool } from './enrol-reader.use-case.js';
import { logSight } from './log-sight-of-readers.use-case.js';
import { readerEvents, type ClassOfReader } from './reader.events.js';
import type { ChangeReaderAsked } from './readers.http.js';
import { readerView } from './readers.query.js';
import { changedReader, personName, type Reader, type ReaderChange } from './rules/reader.js';

/** Another name, kind or class; leaving the school and coming back. */
@Injectable()
export class ChangeReader {
  constructor(
    private readonly once: OncePerKey<ReadersStore>,
    private readonly clock: Clock,
  ) {}

  execute(
    request: DeskRequest | null,
    caller: Caller,
    id: ReaderId,
    version: number,
    asked: ChangeReaderAsked,
  ): Promise<Answer> {
    return this.once.run(request, 200, async (store) => {
      const before = await lockedReader(store, caller, id);
      refuseIfStale(version, before.version);
      if (before.presence.is === 'left' && asked.status !== 'active') throw refuse('reader.has-left');
      const name = asked.name === undefined ? before.name : personName(asked.name);
      if (name === null) throw invalid({ pointer: '/name', code: 'malformed' });
      const classId = asked.classId === undefined ? before.classId : asked.classId;
      const classOfReader = await classInSchool(store, before.schoolId, classId);
      const today = this.clock.today();
      const change = changedReader(before, {
        name,
        kind: asked.kind ?? before.kind,
        classId: classOfReader?.id ?? null,
        ...(asked.status === undefined ? {} : { presence: presenceOn(today, asked) }),
      });
      await keepChanges(store, [{ before, change, classOfReader }]);
      await logSight(store, this.clock.now(), caller, 'readers.change', before);
      return readerView(store.rows, id, today);
    });
  }
}

const presenceOn = (today: Extract<Reader['presence'], { is: 'left' }>['on'], asked: ChangeReaderAsked) =>
  asked.status === 'left'
    ? ({ is: 'left', on: today, why: asked.leftWhy ?? 'left' } as const)
    : ({ is: 'active' } as const);

/** @throws Problem 404 for a reader that is not there or out of reach */
export async function lockedReader(store: ReadersStore, caller: Caller, id: ReaderId): Promise<Reader> {
  const reader = await store.readers.lockedOne(id);
  if (reader === null || !reachesReader(caller.reach, { ...reader, readerId: reader.id }))
    throw unknownThing();
  return reader;
}

/** Writes and announces changes of readers that are locked; those without a change are passed over. */
export async function keepChanges(
  store: Pick<ReadersStore, 'readers' | 'outbox'>,
  changes: readonly {
    readonly before: Reader;
    readonly change: ReaderChange;
    readonly classOfReader: ClassOfReader | null;
  }[],
): Promise<void> {
  const real = changes.filter(({ before, change }) => change.reader !== before);
  await store.readers.change(real.map(({ change }) => change.reader));
  await store.outbox.append(
    ...real.flatMap(({ change, classOfReader }) => readerEvents(change, classOfReader)),
  );
}
