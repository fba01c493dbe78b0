import { Injectable } from '@nestjs/common';
import type { SchoolClassId, SchoolId } from '@shulian/contracts/ids';
import {
  Clock,
  invalid,
  newId,
  OncePerKey,
  unknownReference,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import { IssueCards } from '../cards/issue-cards.use-case.js';
import { cardNumber, isIdentityNumber } from '../cards/rules/card-number.js';
import type { ReadersStore } from '../readers.store.js';
import { readerEvents, type ClassOfReader } from './reader.events.js';
import { readerView } from './readers.query.js';
import type { EnrolReaderAsked } from './readers.http.js';
import { enrolled, personName, type ReaderChange } from './rules/reader.js';

/** A person who becomes a reader, with the number of the first card, or null for the next one of the school. */
export type Newcomer = {
  readonly change: ReaderChange;
  readonly classOfReader: ClassOfReader | null;
  readonly number: string | null;
};

/** A person becomes a reader of a school and gets a card. */
@Injectable()
export class EnrolReader {
  constructor(
    private readonly once: OncePerKey<ReadersStore>,
    private readonly issueCards: IssueCards,
    private readonly clock: Clock,
  ) {}

  execute(request: DeskRequest | null, caller: Caller, asked: EnrolReaderAsked): Promise<Answer> {
    return this.once.run(request, 201, async (store) => {
      const name = personName(asked.name);
      if (name === null) throw invalid({ pointer: '/name', code: 'malformed' });
      const number = asked.cardNumber === undefined ? null : wishedNumber(asked.cardNumber);
      const school = await store.schools.byId(caller.schoolFor(asked.schoolId));
      if (school === null) throw unknownReference('/schoolId');
      const classOfReader = await classInSchool(store, school.id, asked.classId ?? null);

      const change = enrolled({
        id: newId(),
        schoolId: school.id,
        kind: asked.kind,
        name,
        classId: classOfReader?.id ?? null,
        enrolledOn: this.clock.today(),
      });
      await this.enrolAll(store, school.id, [{ change, classOfReader, number }]);
      return readerView(store.rows, change.reader.id, this.clock.today());
    });
  }

  /** Writes and announces readers and their cards, inside the transaction of another use case. */
  async enrolAll(store: ReadersStore, schoolId: SchoolId, newcomers: readonly Newcomer[]): Promise<void> {
    const cards = await this.issueCards.prepare(
      store,
      schoolId,
      newcomers.map(({ change, number }) => ({ readerId: change.reader.id, number, replaces: null })),
    );
    const versions = new Map(newcomers.map(({ change }) => [change.reader.id, change.reader.announced + 1]));
    await store.readers.add(
      newcomers.map(({ change: { reader } }) => ({ ...reader, announced: reader.announced + 1 })),
    );
    await store.outbox.append(
      ...newcomers.flatMap(({ change, classOfReader }) => readerEvents(change, classOfReader)),
    );
    await this.issueCards.issue(store, cards, (card) => versions.get(card.readerId) ?? 1);
  }
}

/** @throws Problem 400 for what can be no card number */
function wishedNumber(text: string): string {
  const number = cardNumber(text);
  if (number === null) throw invalid({ pointer: '/cardNumber', code: 'malformed' });
  if (isIdentityNumber(number)) throw invalid({ pointer: '/cardNumber', code: 'identity-number' });
  return number;
}

/** @throws Problem 422 for a class that the school does not have */
export async function classInSchool(
  store: ReadersStore,
  schoolId: SchoolId,
  classId: string | null,
): Promise<ClassOfReader | null> {
  if (classId === null) return null;
  const schoolClass = await store.classes.byId(classId as SchoolClassId);
  if (schoolClass === null || schoolClass.schoolId !== schoolId) throw unknownReference('/classId');
  return schoolClass;
}
