import { Injectable } from '@nestjs/common';
import type { ReaderId, SchoolId } from '@shulian/contracts/ids';
import { Clock, newId, type Tx } from '@shulian/service-kit';
import { IssueCards } from '../cards/issue-cards.use-case.js';
import { openClass } from '../classes/open-class.use-case.js';
import type { SchoolClass } from '../classes/rules/school-class.js';
import { keepChanges } from '../enrolment/keep-readers.use-case.js';
import { EnrolReader } from '../enrolment/enrol-reader.use-case.js';
import { renamed } from '../enrolment/rules/person-name.js';
import { changedReader, enrolled, type Reader } from '../enrolment/rules/reader.js';
import type { PlaceInRoster, RosterPerson } from './rules/roster-row.js';
import type { PackageStep } from './rules/package-plan.js';
import { placeKey, type RosterStep } from './rules/who-is-whom.js';
import { CardsRepository } from '../cards/cards.repository.js';
import { ClassesRepository } from '../classes/classes.repository.js';
import { ReadersRepository } from '../enrolment/readers.repository.js';
import { SchoolsRepository } from '../schools/schools.repository.js';

type Keep = Extract<RosterStep, { is: 'keep' }>;

/** Carries out a batch of a roster, inside the transaction of the batch. */
@Injectable()
export class ApplyRosterSteps {
  constructor(
    private readonly enrolReader: EnrolReader,
    private readonly issueCards: IssueCards,
    private readonly clock: Clock,
  ) {}

  /** The steps as they were taken: a number that someone else gave meanwhile makes a step a rejection. */
  async take(
    tx: Tx,
    schoolId: SchoolId,
    steps: readonly RosterStep[],
  ): Promise<{ readonly taken: RosterStep[]; readonly classesOpened: number }> {
    // Classes and numbers of one school are given by one import at a time.
    await tx.use(SchoolsRepository).locked(schoolId);
    const given = await tx.use(CardsRepository).taken(
      schoolId,
      steps.flatMap((step) => wishedNumber(step) ?? []),
    );
    const taken = steps.map((step): RosterStep =>
      step.is !== 'reject' && given.has(wishedNumber(step) ?? '')
        ? { is: 'reject', fault: { ...step.person, field: 'number', code: 'card.number-taken' } }
        : step,
    );
    const { classes, opened } = await this.classesFor(tx, schoolId, taken);
    const classOf = (place: PlaceInRoster | null): SchoolClass | null => classes.get(placeKey(place)) ?? null;
    await this.enrolReader.enrolAll(
      tx,
      schoolId,
      taken.flatMap((step) =>
        step.is === 'create' ? [this.newcomer(schoolId, step.person, classOf(step.person.place))] : [],
      ),
    );
    await this.keep(
      tx,
      schoolId,
      taken.filter((step): step is Keep => step.is === 'keep' && step.change !== 'none'),
      classOf,
    );
    return { taken, classesOpened: opened };
  }

  /** A batch of a package, whose people are known by their ids; how many classes were opened for it. */
  async takePackage(tx: Tx, schoolId: SchoolId, steps: readonly PackageStep[]): Promise<number> {
    await tx.use(SchoolsRepository).locked(schoolId);
    const { classes, opened } = await this.classesFor(
      tx,
      schoolId,
      steps.map(({ person }) => ({ is: 'create', person })),
    );
    const classOf = ({ place }: RosterPerson) => classes.get(placeKey(place)) ?? null;
    await this.enrolReader.enrolAll(
      tx,
      schoolId,
      steps.flatMap(({ is, person, sourcedId }) => {
        if (is !== 'create') return [];
        const { change, number } = this.newcomer(schoolId, person, classOf(person));
        return [{ change: { ...change, reader: { ...change.reader, externalId: sourcedId } }, number }];
      }),
    );
    const kept = new Map(steps.flatMap((step) => (step.is === 'create' ? [] : [[step.id, step] as const])));
    const readers = await tx.use(ReadersRepository).locked([...kept.keys()]);
    await keepChanges(
      tx,
      readers.flatMap((before) => {
        const step = kept.get(before.id);
        if (step === undefined) return [];
        const { person, sourcedId } = step;
        const classId = person.place === null ? before.classId : (classOf(person)?.id ?? null);
        const wish = {
          name: renamed(before.name, person.name),
          kind: person.kind ?? before.kind,
          classId,
          presence: { is: 'active' },
          externalId: sourcedId,
        } as const;
        return [{ before, change: changedReader(before, wish) }];
      }),
    );
    return opened;
  }

  /** One person who is new. @throws Problem 409 `card.number-taken` */
  async enrol(tx: Tx, schoolId: SchoolId, person: RosterPerson): Promise<ReaderId> {
    await tx.use(SchoolsRepository).locked(schoolId);
    const { classes } = await this.classesFor(tx, schoolId, [{ is: 'create', person }]);
    const newcomer = this.newcomer(schoolId, person, classes.get(placeKey(person.place)) ?? null);
    await this.enrolReader.enrolAll(tx, schoolId, [newcomer]);
    return newcomer.change.reader.id;
  }

  /** Those the file covers and does not name; returns how many really left. */
  async leave(tx: Tx, ids: readonly ReaderId[]): Promise<number> {
    const on = this.clock.today();
    const changes = (await tx.use(ReadersRepository).locked(ids))
      .filter(({ presence }) => presence.is === 'active')
      .map((before) => ({
        before,
        change: changedReader(before, { presence: { is: 'left', on, why: 'left' } }),
      }));
    await keepChanges(tx, changes);
    return changes.length;
  }

  private newcomer(schoolId: SchoolId, person: RosterPerson, schoolClass: SchoolClass | null) {
    return {
      change: enrolled({
        id: newId<ReaderId>(),
        schoolId,
        kind: person.kind ?? 'student',
        name: person.name,
        classId: schoolClass?.id ?? null,
        enrolledOn: this.clock.today(),
      }),
      number: person.number,
    };
  }

  private async keep(
    tx: Tx,
    schoolId: SchoolId,
    steps: readonly Keep[],
    classOf: (place: PlaceInRoster | null) => SchoolClass | null,
  ): Promise<void> {
    const stepOf = new Map(steps.map((step) => [step.id, step]));
    const readers = await tx.use(ReadersRepository).locked([...stepOf.keys()]);
    const changes = readers.flatMap((before) => {
      const step = stepOf.get(before.id);
      if (step === undefined) return [];
      const { place } = step.person;
      const classId = place === null ? before.classId : (classOf(place)?.id ?? null);
      return [{ before, step, change: asInRoster(before, step.person, classId) }];
    });
    await keepChanges(tx, changes);
    await this.issueCards.renumber(
      tx,
      schoolId,
      changes.flatMap(({ step, change: { reader } }) => {
        const number = wishedNumber(step);
        return number === null ? [] : [{ reader, number }];
      }),
    );
  }

  /** The classes that the steps name, those the school did not have opened. */
  private async classesFor(
    tx: Tx,
    schoolId: SchoolId,
    steps: readonly RosterStep[],
  ): Promise<{ readonly classes: ReadonlyMap<string, SchoolClass>; readonly opened: number }> {
    const known = async (): Promise<[string, SchoolClass][]> =>
      (await tx.use(ClassesRepository).ofSchool(schoolId)).map((each) => [placeKey(each), each]);
    const classes = new Map(await known());
    let opened = 0;
    for (const step of steps) {
      const place = step.is === 'reject' ? null : step.person.place;
      if (place === null || classes.has(placeKey(place))) continue;
      const schoolClass = await openClass(tx, this.clock, schoolId, place);
      // Null: a person opened it at this very moment.
      for (const [key, each] of schoolClass === null
        ? await known()
        : [[placeKey(place), schoolClass] as const])
        classes.set(key, each);
      if (schoolClass !== null) opened += 1;
    }
    return { classes, opened };
  }
}

/** The number of a card that the step makes. */
const wishedNumber = (step: RosterStep): string | null =>
  step.is === 'create' || (step.is === 'keep' && step.getsNumber) ? step.person.number : null;

const asInRoster = (before: Reader, person: RosterPerson, classId: SchoolClass['id'] | null) =>
  changedReader(before, {
    name: renamed(before.name, person.name),
    kind: person.kind ?? before.kind,
    classId,
    presence: { is: 'active' },
  });
