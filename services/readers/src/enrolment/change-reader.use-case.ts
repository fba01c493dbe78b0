import { Injectable } from '@nestjs/common';
import { reachesReader } from '@shulian/contracts/access';
import type { ReaderId } from '@shulian/contracts/ids';
import {
  type Answer,
  type Caller,
  Clock,
  type DeskRequest,
  invalid,
  OncePerKey,
  refuseIfStale,
  type Tx,
  unknownThing,
} from '@shulian/service-kit';
import { refuse } from '../refuse.adapter.js';
import { classInSchool, wishedStay } from './enrol-reader.use-case.js';
import { refusingTakenId, wishedExternalId } from '../external-ids.step.js';
import { keepChanges } from './keep-readers.use-case.js';
import { logSight } from './log-sight-of-readers.use-case.js';
import type { ChangeReaderAsked } from './readers.http.js';
import { readerView } from './readers.query.js';
import { personName } from './rules/person-name.js';
import { changedReader, type Reader } from './rules/reader.js';
import { ReadersRepository } from './readers.repository.js';

/** Another name, kind or class; leaving the school and coming back. */
@Injectable()
export class ChangeReader {
  constructor(
    private readonly once: OncePerKey,
    private readonly clock: Clock,
  ) {}

  execute(
    request: DeskRequest | null,
    caller: Caller,
    id: ReaderId,
    version: number,
    input: ChangeReaderAsked,
  ): Promise<Answer> {
    return this.once.run(request, 200, async (tx) => {
      const before = await lockedReader(tx, caller, id);
      refuseIfStale(version, before.version);
      if (before.presence.is === 'left' && input.status !== 'active') throw refuse('reader.has-left');
      const name = input.name === undefined ? before.name : personName(input.name);
      if (name === null) throw invalid({ pointer: '/name', code: 'malformed' });
      const classId = input.classId === undefined ? before.classId : input.classId;
      const classOfReader = await classInSchool(tx, before.schoolId, classId);
      const today = this.clock.today();
      const change = changedReader(before, {
        name,
        kind: input.kind ?? before.kind,
        classId: classOfReader?.id ?? null,
        ...(input.externalId === undefined ? {} : { externalId: wishedExternalId(input.externalId) }),
        ...(input.temporary === undefined ? {} : { temporary: wishedStay(input.temporary) }),
        ...(input.status === undefined ? {} : { presence: presenceOn(today, input) }),
      });
      await refusingTakenId(() => keepChanges(tx, [{ before, change }]));
      await logSight(tx, this.clock.now(), caller, 'readers.change', before);
      return readerView(tx.session, id, today);
    });
  }
}

const presenceOn = (today: Extract<Reader['presence'], { is: 'left' }>['on'], input: ChangeReaderAsked) =>
  input.status === 'left'
    ? ({ is: 'left', on: today, why: input.leftWhy ?? 'left' } as const)
    : ({ is: 'active' } as const);

/** @throws Problem 404 for a reader that is not there or out of reach */
export async function lockedReader(tx: Tx, caller: Caller, id: ReaderId): Promise<Reader> {
  const reader = await tx.use(ReadersRepository).lockedOne(id);
  if (reader === null || !reachesReader(caller.reach, { ...reader, readerId: reader.id }))
    throw unknownThing();
  return reader;
}
