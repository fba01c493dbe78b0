import { Injectable } from '@nestjs/common';
import type { ReaderId } from '@shulian/contracts/ids';
import {
  Clock,
  OncePerKey,
  refuseIfStale,
  unknownReference,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
  type Tx,
} from '@shulian/service-kit';
import { CardsRepository } from '../cards/cards.repository.js';
import { keepChanges } from '../enrolment/keep-readers.use-case.js';
import { ReadersRepository } from '../enrolment/readers.repository.js';
import { changedReader } from '../enrolment/rules/reader.js';
import { refuse } from '../refuse.adapter.js';
import { SchoolsRepository } from '../schools/schools.repository.js';
import { ApplyRosterSteps } from './apply-roster-steps.use-case.js';
import { doubtView } from './roster-doubts.query.js';
import { RosterDoubtsRepository, type KeptDoubt } from './roster-doubts.repository.js';
import type { RosterStep } from './rules/who-is-whom.js';

/** A person says who somebody of a list is; and may say that this was a mistake. */
@Injectable()
export class DecideRosterDoubt {
  constructor(
    private readonly once: OncePerKey,
    private readonly steps: ApplyRosterSteps,
    private readonly clock: Clock,
  ) {}

  /** The same person. @throws Problem 422 for a reader the school has not, 409 `card.number-taken` */
  confirm(
    request: DeskRequest | null,
    caller: Caller,
    id: string,
    version: number,
    readerId: ReaderId,
  ): Promise<Answer> {
    return this.once.run(request, 200, async (tx) => {
      const { person, schoolId } = await this.open(tx, caller, id, version);
      const reader = await tx.use(ReadersRepository).lockedOne(readerId);
      if (reader?.schoolId !== schoolId) throw unknownReference('/readerId');
      const cards = await tx.use(CardsRepository).activeOf([reader.id]);
      const getsNumber = person.number !== null && !cards.some(({ number }) => number === person.number);
      await this.take(tx, schoolId, { is: 'keep', person, id: reader.id, change: 'update', getsNumber });
      const before = {
        name: reader.name,
        kind: reader.kind,
        classId: reader.classId,
        wasActive: reader.presence.is === 'active',
      };
      await this.decided(tx, caller, id, 'same', reader.id, before);
      return doubtView(tx.session, id, this.clock.today());
    });
  }

  /** Another person, who is new. @throws Problem 409 `card.number-taken` */
  split(request: DeskRequest | null, caller: Caller, id: string, version: number): Promise<Answer> {
    return this.once.run(request, 200, async (tx) => {
      const { person, schoolId } = await this.open(tx, caller, id, version);
      const readerId = await this.steps.enrol(tx, schoolId, person);
      await this.decided(tx, caller, id, 'other', readerId, null);
      return doubtView(tx.session, id, this.clock.today());
    });
  }

  dismiss(request: DeskRequest | null, caller: Caller, id: string, version: number): Promise<Answer> {
    return this.once.run(request, 200, async (tx) => {
      await this.open(tx, caller, id, version);
      await this.decided(tx, caller, id, 'dismissed', null, null);
      return doubtView(tx.session, id, this.clock.today());
    });
  }

  /**
   * The reader is as before, or who was made new has left; numbers of cards that were given stay given. @throws Problem 409
   * `roster-doubt.built-upon` when the reader was changed since, or who was made new has something on loan
   */
  undo(request: DeskRequest | null, caller: Caller, id: string, version: number): Promise<Answer> {
    return this.once.run(request, 200, async (tx) => {
      const doubts = tx.use(RosterDoubtsRepository);
      const doubt = await this.inReach(tx, caller, id, version);
      if (doubt.status === 'open') throw refuse('roster-doubt.open');
      const reader =
        doubt.readerId === null ? null : await tx.use(ReadersRepository).lockedOne(doubt.readerId);
      if (doubt.readerId !== null && (reader === null || reader.presence.is === 'left'))
        throw refuse('roster-doubt.built-upon');
      if (reader !== null) {
        const { before } = doubt;
        if (before === null && (await doubts.hasLoans(reader.id))) throw refuse('roster-doubt.built-upon');
        const left = { is: 'left', on: this.clock.today(), why: 'left' } as const;
        const wish =
          before === null
            ? { presence: left }
            : {
                name: before.name,
                kind: before.kind,
                classId: before.classId,
                ...(before.wasActive ? {} : { presence: left }),
              };
        await keepChanges(tx, [{ before: reader, change: changedReader(reader, wish) }]);
      }
      if (!(await doubts.reopen(id))) throw refuse('roster-doubt.open');
      return doubtView(tx.session, id, this.clock.today());
    });
  }

  private async take(tx: Tx, schoolId: KeptDoubt['schoolId'], step: RosterStep): Promise<void> {
    const { taken } = await this.steps.take(tx, schoolId, [step]);
    if (taken[0]?.is === 'reject') throw refuse('card.number-taken');
  }

  private decided(
    tx: Tx,
    caller: Caller,
    id: string,
    status: 'same' | 'other' | 'dismissed',
    readerId: ReaderId | null,
    before: KeptDoubt['before'],
  ): Promise<void> {
    return tx
      .use(RosterDoubtsRepository)
      .decide(id, { status, readerId, before }, caller.id, this.clock.now());
  }

  private async open(tx: Tx, caller: Caller, id: string, version: number): Promise<KeptDoubt> {
    const doubt = await this.inReach(tx, caller, id, version);
    if (doubt.status !== 'open') throw refuse('roster-doubt.decided', { status: doubt.status });
    // The school before its readers, as an import locks them.
    await tx.use(SchoolsRepository).locked(doubt.schoolId);
    return doubt;
  }

  /** @throws Problem 404 out of reach, 412 for another version */
  private async inReach(tx: Tx, caller: Caller, id: string, version: number): Promise<KeptDoubt> {
    const doubt = await tx.use(RosterDoubtsRepository).locked(id);
    if (doubt === null || !caller.mayWorkAt(doubt.schoolId)) throw unknownThing();
    refuseIfStale(version, doubt.version);
    return doubt;
  }
}
