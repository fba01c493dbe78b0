import { Injectable } from '@nestjs/common';
import type { CalendarDay, SchoolClassId, SchoolId } from '@shulian/contracts/ids';
import {
  type Answer,
  type Caller,
  Clock,
  type DeskRequest,
  invalid,
  newId,
  OncePerKey,
  type Tx,
  unknownReference,
} from '@shulian/service-kit';
import { entitledAmong } from '../card-policies/entitled-readers.step.js';
import { IssueCards } from '../cards/issue-cards.use-case.js';
import { isIdentityNumber } from '@shulian/contracts/external-id';
import { cardNumber } from '../cards/rules/card-number.js';
import type { SchoolClass } from '../classes/rules/school-class.js';
import { refuse } from '../refuse.adapter.js';
import { refusingTakenId, wishedExternalId } from '../external-ids.step.js';
import { announceReaders, findByNames } from './keep-readers.use-case.js';
import { readerView } from './readers.query.js';
import type { EnrolReaderAsked } from './readers.http.js';
import { personName } from './rules/person-name.js';
import { enrolled, type ReaderChange, type TemporaryStay } from './rules/reader.js';
import { ClassesRepository } from '../classes/classes.repository.js';
import { ReadersRepository } from './readers.repository.js';
import { SchoolsRepository } from '../schools/schools.repository.js';

/** A person who becomes a reader, with the number of the first card, or null for the next one of the school. */
export type Newcomer = { readonly change: ReaderChange; readonly number: string | null };

/** A person becomes a reader of a school and gets a card. */
@Injectable()
export class EnrolReader {
  constructor(
    private readonly once: OncePerKey,
    private readonly issueCards: IssueCards,
    private readonly clock: Clock,
  ) {}

  execute(request: DeskRequest | null, caller: Caller, input: EnrolReaderAsked): Promise<Answer> {
    return this.once.run(request, 201, async (tx) => {
      const name = personName(input.name);
      if (name === null) throw invalid({ pointer: '/name', code: 'malformed' });
      const number = input.cardNumber === undefined ? null : wishedNumber(input.cardNumber);
      const school = await tx.use(SchoolsRepository).byId(caller.schoolFor(input.schoolId));
      if (school === null) throw unknownReference('/schoolId');
      const classOfReader = await classInSchool(tx, school.id, input.classId ?? null);

      const change = enrolled({
        id: newId(),
        schoolId: school.id,
        kind: input.kind,
        name,
        classId: classOfReader?.id ?? null,
        enrolledOn: this.clock.today(),
        externalId: wishedExternalId(input.externalId),
        temporary: wishedStay(input.temporary),
      });
      const today = this.clock.today();
      const isEntitled = (await entitledAmong(tx, school.id, [change.reader], today)).size > 0;
      if (number !== null && !isEntitled) throw refuse('card.not-entitled');
      await refusingTakenId(() => this.enrolAll(tx, school.id, [{ change, number }]));
      return readerView(tx.session, change.reader.id, today);
    });
  }

  /**
   * Writes and announces readers and their cards, inside the transaction of another use case. Whom the school gives no
   * cards has none: lists of a school number everybody (RDR-004).
   */
  async enrolAll(tx: Tx, schoolId: SchoolId, newcomers: readonly Newcomer[]): Promise<void> {
    const entitled = await entitledAmong(
      tx,
      schoolId,
      newcomers.map(({ change }) => change.reader),
      this.clock.today(),
    );
    const cards = await this.issueCards.prepare(
      tx,
      schoolId,
      newcomers
        .filter(({ change }) => entitled.has(change.reader.id))
        .map(({ change, number }) => ({ readerId: change.reader.id, number, replaces: null })),
    );
    const versions = new Map(newcomers.map(({ change }) => [change.reader.id, change.reader.announced + 1]));
    const readers = newcomers.map(({ change: { reader } }) => ({
      ...reader,
      announced: reader.announced + (entitled.has(reader.id) ? 1 : 0),
    }));
    await tx.use(ReadersRepository).add(readers);
    await findByNames(tx, readers);
    await announceReaders(
      tx,
      newcomers.map(({ change }) => change),
    );
    await this.issueCards.issue(tx, cards, (card) => versions.get(card.readerId) ?? 1);
  }
}

export const wishedStay = (asked: EnrolReaderAsked['temporary']): TemporaryStay | null =>
  asked === undefined || asked === null ? null : { untilOn: (asked.untilOn ?? null) as CalendarDay | null };

/** @throws Problem 400 for what can be no card number */
export function wishedNumber(text: string): string {
  const number = cardNumber(text);
  if (number === null) throw invalid({ pointer: '/cardNumber', code: 'malformed' });
  if (isIdentityNumber(number)) throw invalid({ pointer: '/cardNumber', code: 'identity-number' });
  return number;
}

/** @throws Problem 422 for a class that the school does not have */
export async function classInSchool(
  tx: Tx,
  schoolId: SchoolId,
  classId: string | null,
): Promise<SchoolClass | null> {
  if (classId === null) return null;
  const schoolClass = await tx.use(ClassesRepository).byId(classId as SchoolClassId);
  if (schoolClass === null || schoolClass.schoolId !== schoolId) throw unknownReference('/classId');
  return schoolClass;
}
