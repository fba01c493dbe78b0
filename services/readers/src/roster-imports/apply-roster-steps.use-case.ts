import { Injectable } from '@nestjs/common';
import type { ReaderId, SchoolId } from '@shulian/contracts/ids';
import { Clock, newId } from '@shulian/service-kit';
import { openClass } from '../classes/open-class.use-case.js';
import type { SchoolClass } from '../classes/rules/school-class.js';
import { keepChanges } from '../enrolment/change-reader.use-case.js';
import { EnrolReader } from '../enrolment/enrol-reader.use-case.js';
import { changedReader, enrolled, type Reader } from '../enrolment/rules/reader.js';
import type { ReadersStore } from '../readers.store.js';
import { placeKey, type RosterStep } from './rules/roster-plan.js';
import type { PlaceInRoster, RosterPerson } from './rules/roster-row.js';

type Keep = Extract<RosterStep, { is: 'keep' }>;

/** Carries out a batch of a roster, inside the transaction of the batch. */
@Injectable()
export class ApplyRosterSteps {
  constructor(
    private readonly enrolReader: EnrolReader,
    private readonly clock: Clock,
  ) {}

  /** The steps as they were taken: a number that someone else gave meanwhile makes a step a rejection. */
  async take(
    store: ReadersStore,
    schoolId: SchoolId,
    steps: readonly RosterStep[],
  ): Promise<{ readonly taken: RosterStep[]; readonly classesOpened: number }> {
    // Classes and numbers of one school are given by one import at a time.
    await store.schools.locked(schoolId);
    const wished = steps.flatMap((step) => (step.is === 'create' ? (step.person.number ?? []) : []));
    const given = await store.cards.taken(schoolId, wished);
    const taken = steps.map((step): RosterStep =>
      step.is === 'create' && step.person.number !== null && given.has(step.person.number)
        ? { is: 'reject', fault: { ...step.person, field: 'number', code: 'card.number-taken' } }
        : step,
    );
    const { classes, opened } = await this.classesFor(store, schoolId, taken);
    const classOf = (place: PlaceInRoster | null): SchoolClass | null => classes.get(placeKey(place)) ?? null;
    await this.enrolReader.enrolAll(
      store,
      schoolId,
      taken.flatMap((step) =>
        step.is === 'create' ? [this.newcomer(schoolId, step.person, classOf(step.person.place))] : [],
      ),
    );
    await this.keep(
      store,
      taken.filter((step): step is Keep => step.is === 'keep' && step.change !== 'none'),
      classOf,
    );
    return { taken, classesOpened: opened };
  }

  /** Those the file covers and does not name; returns how many really left. */
  async leave(store: ReadersStore, ids: readonly ReaderId[]): Promise<number> {
    const on = this.clock.today();
    const changes = (await store.readers.locked(ids))
      .filter(({ presence }) => presence.is === 'active')
      .map((before) => ({
        before,
        change: changedReader(before, { presence: { is: 'left', on, why: 'left' } }),
        classOfReader: null,
      }));
    await keepChanges(store, changes);
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
      classOfReader: schoolClass,
      number: person.number,
    };
  }

  private async keep(
    store: ReadersStore,
    steps: readonly Keep[],
    classOf: (place: PlaceInRoster | null) => SchoolClass | null,
  ): Promise<void> {
    const persons = new Map(steps.map(({ id, person }) => [id, person]));
    const readers = await store.readers.locked([...persons.keys()]);
    const own = await store.classes.byIds(readers.flatMap(({ classId }) => classId ?? []));
    const changes = readers.flatMap((before) => {
      const person = persons.get(before.id);
      if (person === undefined) return [];
      const stays = own.find(({ id }) => id === before.classId) ?? null;
      const classOfReader = person.place === null ? stays : classOf(person.place);
      return [{ before, change: asInRoster(before, person, classOfReader), classOfReader }];
    });
    await keepChanges(store, changes);
  }

  /** The classes that the steps name, those the school did not have opened. */
  private async classesFor(
    store: ReadersStore,
    schoolId: SchoolId,
    steps: readonly RosterStep[],
  ): Promise<{ readonly classes: ReadonlyMap<string, SchoolClass>; readonly opened: number }> {
    const known = async (): Promise<[string, SchoolClass][]> =>
      (await store.classes.ofSchool(schoolId)).map((each) => [placeKey(each), each]);
    const classes = new Map(await known());
    let opened = 0;
    for (const step of steps) {
      const place = step.is === 'reject' ? null : step.person.place;
      if (place === null || classes.has(placeKey(place))) continue;
      const schoolClass = await openClass(store, this.clock, schoolId, place);
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

const asInRoster = (before: Reader, person: RosterPerson, schoolClass: SchoolClass | null) =>
  changedReader(before, {
    name: person.name,
    kind: person.kind ?? before.kind,
    classId: schoolClass?.id ?? null,
    presence: { is: 'active' },
  });
