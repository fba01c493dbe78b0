import { Injectable } from '@nestjs/common';
import type { ReaderId, SchoolId } from '@shulian/contracts/ids';
import {
  Clock,
  invalid,
  OncePerKey,
  refuseIfStale,
  unknownReference,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
  type Tx,
} from '@shulian/service-kit';
import { cardBlocked } from '../cards/card.events.js';
import { CardsRepository } from '../cards/cards.repository.js';
import { IssueCards } from '../cards/issue-cards.use-case.js';
import { blockedCard } from '../cards/rules/card.js';
import { classInSchool, wishedNumber } from '../enrolment/enrol-reader.use-case.js';
import { announceReaders } from '../enrolment/keep-readers.use-case.js';
import { logSight } from '../enrolment/log-sight-of-readers.use-case.js';
import { ReadersRepository } from '../enrolment/readers.repository.js';
import type { Reader } from '../enrolment/rules/reader.js';
import { refuse } from '../refuse.adapter.js';
import { SchoolsRepository } from '../schools/schools.repository.js';
import type { Transfer } from './reader-transfer.row.js';
import type { OfferTransferAsked, TakeTransferAsked } from './reader-transfers.http.js';
import { transferView } from './reader-transfers.query.js';
import { ReaderTransfersRepository } from './reader-transfers.repository.js';

/** A reader goes to another school of the county and stays the same reader: what is on loan and owed goes along (RDR-011). */
@Injectable()
export class TransferReader {
  constructor(
    private readonly once: OncePerKey,
    private readonly issueCards: IssueCards,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 for a reader out of reach, 422 for an unknown school, 409 `reader-transfer.open` */
  offer(request: DeskRequest | null, caller: Caller, input: OfferTransferAsked): Promise<Answer> {
    return this.once.run(request, 201, async (tx) => {
      const reader = await tx.use(ReadersRepository).lockedOne(input.readerId as ReaderId);
      if (reader === null || !caller.mayWorkAt(reader.schoolId)) throw unknownReference('/readerId');
      const toSchoolId = input.toSchoolId as SchoolId;
      if (toSchoolId === reader.schoolId) throw invalid({ pointer: '/toSchoolId', code: 'own-school' });
      if ((await tx.use(SchoolsRepository).byId(toSchoolId)) === null) throw unknownReference('/toSchoolId');
      const id = await tx.use(ReaderTransfersRepository).add({
        readerId: reader.id,
        fromSchoolId: reader.schoolId,
        toSchoolId,
        note: input.note ?? null,
        offeredBy: caller.id,
        offeredOn: this.clock.today(),
      });
      if (id === null) throw refuse('reader-transfer.open');
      return this.shown(tx, caller, 'reader-transfers.create', id);
    });
  }

  /** The new school takes the reader, with a class and a card of its own. @throws Problem 409 `card.number-taken` */
  take(
    request: DeskRequest | null,
    caller: Caller,
    id: string,
    version: number,
    input: TakeTransferAsked,
  ): Promise<Answer> {
    return this.once.run(request, 200, async (tx) => {
      const number = input.cardNumber === undefined ? null : wishedNumber(input.cardNumber);
      const seen = await tx.use(ReaderTransfersRepository).byId(id);
      if (seen === null || !caller.mayWorkAt(seen.toSchoolId)) throw unknownThing();
      // The school before its readers, a reader before its cards and transfers.
      await tx.use(SchoolsRepository).locked(seen.toSchoolId);
      const reader = await tx.use(ReadersRepository).lockedOne(seen.readerId);
      const transfer = await this.open(tx, id, version, (it) => caller.mayWorkAt(it.toSchoolId));
      if (reader === null || reader.schoolId !== transfer.fromSchoolId) throw refuse('reader-transfer.ended');
      const schoolClass = await classInSchool(tx, transfer.toSchoolId, input.classId ?? null);
      await this.move(tx, reader, transfer, schoolClass?.id ?? null, number);
      await tx.use(ReaderTransfersRepository).end(id, 'taken', caller.id, this.clock.today(), null);
      return this.shown(tx, caller, 'reader-transfers.take', id);
    });
  }

  /** The new school does not. */
  refuseOne(
    request: DeskRequest | null,
    caller: Caller,
    id: string,
    version: number,
    answer: string,
  ): Promise<Answer> {
    return this.once.run(request, 200, async (tx) => {
      await this.open(tx, id, version, (it) => caller.mayWorkAt(it.toSchoolId));
      await tx.use(ReaderTransfersRepository).end(id, 'refused', caller.id, this.clock.today(), answer);
      return this.shown(tx, caller, 'reader-transfers.refuse', id);
    });
  }

  /** The old school takes its offer back. */
  withdraw(request: DeskRequest | null, caller: Caller, id: string, version: number): Promise<Answer> {
    return this.once.run(request, 200, async (tx) => {
      await this.open(tx, id, version, (it) => caller.mayWorkAt(it.fromSchoolId));
      await tx.use(ReaderTransfersRepository).end(id, 'withdrawn', caller.id, this.clock.today(), null);
      return this.shown(tx, caller, 'reader-transfers.withdraw', id);
    });
  }

  private async move(
    tx: Tx,
    reader: Reader,
    { fromSchoolId, toSchoolId }: Transfer,
    classId: Reader['classId'],
    number: string | null,
  ): Promise<void> {
    const [old] = await tx.use(CardsRepository).activeOf([reader.id]);
    const moved: Reader = {
      ...reader,
      schoolId: toSchoolId,
      classId,
      presence: { is: 'active' },
      externalId: null,
      temporary: null,
      version: reader.version + 1,
      announced: reader.announced + (old === undefined ? 1 : 2),
    };
    if (old !== undefined) {
      const returned = blockedCard(old, 'returned', this.clock.today());
      await tx.use(CardsRepository).block([returned]);
      await tx.outbox.append(cardBlocked(returned, reader.announced + 1));
    }
    await tx.use(ReadersRepository).change([moved]);
    await tx.use(ReaderTransfersRepository).follow(reader.id, fromSchoolId, toSchoolId);
    await announceReaders(tx, [{ reader: moved, fact: { is: 'enrolled' } }]);
    const wish = { readerId: reader.id, number, replaces: null };
    const cards = await this.issueCards.prepare(tx, toSchoolId, [wish]);
    await tx.use(ReadersRepository).change([{ ...moved, announced: moved.announced + 1 }]);
    await this.issueCards.issue(tx, cards, () => moved.announced + 1);
  }

  /** @throws Problem 404 out of reach, 412 for another version, 409 `reader-transfer.ended` */
  private async open(
    tx: Tx,
    id: string,
    version: number,
    isInReach: (transfer: Transfer) => boolean,
  ): Promise<Transfer> {
    const transfer = await tx.use(ReaderTransfersRepository).locked(id);
    if (transfer === null || !isInReach(transfer)) throw unknownThing();
    refuseIfStale(version, transfer.version);
    if (transfer.status !== 'offered') throw refuse('reader-transfer.ended', { status: transfer.status });
    return transfer;
  }

  private async shown(tx: Tx, caller: Caller, operation: string, id: string) {
    const view = await transferView(tx.session, id);
    if (view !== null)
      await logSight(tx, this.clock.now(), caller, operation, {
        id: view.readerId,
        schoolId: view.status === 'taken' ? view.toSchoolId : view.fromSchoolId,
      });
    return view;
  }
}
