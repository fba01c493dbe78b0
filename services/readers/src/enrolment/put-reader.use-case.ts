import { Injectable } from '@nestjs/common';
import type { ReaderId, SchoolId } from '@shulian/contracts/ids';
import {
  type Answer,
  type Caller,
  Clock,
  type DeskRequest,
  invalid,
  newId,
  OncePerKey,
  Problem,
  refuseIfStale,
  type Tx,
  unknownReference,
} from '@shulian/service-kit';
import { IssueCards } from '../cards/issue-cards.use-case.js';
import type { SchoolClass } from '../classes/rules/school-class.js';
import { SchoolsRepository } from '../schools/schools.repository.js';
import { classInSchool, EnrolReader, wishedNumber } from './enrol-reader.use-case.js';
import { checkedExternalId } from '../external-ids.step.js';
import { keepChanges } from './keep-readers.use-case.js';
import { logSight } from './log-sight-of-readers.use-case.js';
import type { PutReaderAsked } from './readers.http.js';
import { readerView } from './readers.query.js';
import { ReadersRepository } from './readers.repository.js';
import { personName } from './rules/person-name.js';
import { changedReader, enrolled, type Presence, type Reader } from './rules/reader.js';

/** What is put, checked. */
type Person = {
  readonly name: string;
  readonly kind: Reader['kind'];
  readonly schoolClass: SchoolClass | null;
  readonly number: string | null;
  readonly presence: Presence;
};

/** A school system says how a person is: a reader is enrolled, or brought in line; the same again changes nothing. */
@Injectable()
export class PutReader {
  constructor(
    private readonly once: OncePerKey,
    private readonly enrolReader: EnrolReader,
    private readonly issueCards: IssueCards,
    private readonly clock: Clock,
  ) {}

  /** @param version of `If-Match`: then the reader is there, and nobody changed it meanwhile */
  execute(
    request: DeskRequest | null,
    caller: Caller,
    id: string,
    version: number | null,
    input: PutReaderAsked,
  ): Promise<Answer> {
    const externalId = checkedExternalId(id);
    let isNew = false;
    return this.once.run(
      request,
      () => (isNew ? 201 : 200),
      async (tx) => {
        const schoolId = caller.schoolFor(input.schoolId);
        if ((await tx.use(SchoolsRepository).byId(schoolId)) === null) throw unknownReference('/schoolId');
        const before = await tx.use(ReadersRepository).lockedByExternalId(schoolId, externalId);
        isNew = before === null;
        if (version !== null) {
          if (before === null) throw new Problem(412, 'version.stale');
          refuseIfStale(version, before.version);
        }
        const person = await this.personOf(tx, schoolId, before, input);
        const readerId =
          before === null
            ? await this.enrol(tx, schoolId, externalId, person)
            : await this.bringInLine(tx, before, person);
        const view = await readerView(tx.session, readerId, this.clock.today());
        await logSight(tx, this.clock.now(), caller, 'readers.put', { id: readerId, schoolId });
        return view;
      },
    );
  }

  private async personOf(
    tx: Tx,
    schoolId: SchoolId,
    before: Reader | null,
    input: PutReaderAsked,
  ): Promise<Person> {
    const name = personName(input.name);
    if (name === null) throw invalid({ pointer: '/name', code: 'malformed' });
    const today = this.clock.today();
    const left = { is: 'left', on: today, why: input.leftWhy ?? 'left' } as const;
    return {
      name,
      kind: input.kind,
      schoolClass: await classInSchool(tx, schoolId, input.classId ?? null),
      number: input.cardNumber === undefined ? null : wishedNumber(input.cardNumber),
      // Who has left stays away since then.
      presence:
        input.status === 'left'
          ? before?.presence.is === 'left'
            ? before.presence
            : left
          : { is: 'active' },
    };
  }

  private async enrol(tx: Tx, schoolId: SchoolId, externalId: string, person: Person): Promise<ReaderId> {
    const { name, kind, schoolClass, number, presence } = person;
    const change = enrolled({
      id: newId(),
      schoolId,
      kind,
      name,
      classId: schoolClass?.id ?? null,
      enrolledOn: this.clock.today(),
      externalId,
    });
    await this.enrolReader.enrolAll(tx, schoolId, [{ change, number }]);
    if (presence.is === 'left') {
      const [now] = await tx.use(ReadersRepository).locked([change.reader.id]);
      if (now !== undefined)
        await keepChanges(tx, [{ before: now, change: changedReader(now, { presence }) }]);
    }
    return change.reader.id;
  }

  private async bringInLine(tx: Tx, before: Reader, person: Person): Promise<ReaderId> {
    const { name, kind, schoolClass, number, presence } = person;
    const change = changedReader(before, { name, kind, classId: schoolClass?.id ?? null, presence });
    await keepChanges(tx, [{ before, change }]);
    if (number !== null)
      await this.issueCards.renumber(tx, before.schoolId, [{ reader: change.reader, number }]);
    return before.id;
  }
}
