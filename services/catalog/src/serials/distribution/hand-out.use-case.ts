import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  denied,
  invalid,
  newId,
  OncePerKey,
  Problem,
  unknownThing,
  type Answer,
  type BodyError,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import { reachesSchool } from '@shulian/contracts/access';
import type { CalendarDay, ReaderId, SchoolClassId, SchoolId, TitleId } from '@shulian/contracts/ids';
import { expectIssues } from '../issues-of-serials.step.js';
import { plusDays } from '../rules/issue-pattern.js';
import type {
  AllotmentsAsked,
  AllottedAnswer,
  HandedOutAnswer,
  HandOutAsked,
  PersonalsAnswer,
  PersonalsAsked,
} from './distribution.http.js';
import { DistributionRepository, type NewPersonal } from './distribution.repository.js';

/** A subscription is for a year at most. */
const LONGEST_DAYS = 366;

/** Copies go to offices and to who has subscribed, on the day they came (CAT-069 to CAT-071). */
@Injectable()
export class HandOut {
  constructor(
    private readonly once: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 400 for an office named twice, 409 `allotment.too-many` */
  allot(schoolId: SchoolId, asked: AllotmentsAsked, request: DeskRequest | null): Promise<Answer> {
    const names = asked.offices.map(({ office }) => office);
    const errors = names.flatMap((office, at) =>
      names.indexOf(office) === at ? [] : [{ pointer: `/offices/${String(at)}/office`, code: 'named-twice' }],
    );
    if (errors.length > 0) throw invalid(...errors);
    return this.once.run(request, 200, async (tx): Promise<AllottedAnswer> => {
      const serialId = asked.serialId as TitleId;
      const distribution = tx.use(DistributionRepository);
      const subscribed = await distribution.subscribed(schoolId, asked.year, serialId);
      const allotted = asked.offices.reduce((sum, { copies }) => sum + copies, 0);
      if (allotted > subscribed)
        throw new Problem(409, 'allotment.too-many', { facts: { subscribed, allotted } });
      await distribution.allot(schoolId, asked.year, serialId, asked.offices);
      return { subscribed, allotted, left: subscribed - allotted };
    });
  }

  /** Who works for a class hands out to its readers, and to nobody else. @throws Problem 400, 403 */
  execute(
    caller: Caller,
    schoolId: SchoolId,
    asked: HandOutAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    const errors = asked.items.flatMap(({ office = null, subscriptionId }, at): BodyError[] =>
      (office === null) === (subscriptionId === undefined)
        ? [{ pointer: `/items/${String(at)}/office`, code: 'one-of' }]
        : [],
    );
    if (errors.length > 0) throw invalid(...errors);
    const toOffices = asked.items.flatMap(({ issueId, office = null }) =>
      office === null ? [] : [{ issueId, office }],
    );
    const toReaders = asked.items.flatMap(({ issueId, subscriptionId }) =>
      subscriptionId === undefined ? [] : [{ issueId, subscriptionId }],
    );
    const classes = reachesSchool(caller.reach, schoolId) ? null : [...caller.reach.classes.keys()];
    if (classes !== null && toOffices.length > 0) throw denied();
    const how = asked.undo === true ? null : { on: this.clock.today(), by: caller.id };
    return this.once.run(request, 200, async (tx): Promise<HandedOutAnswer> => {
      const distribution = tx.use(DistributionRepository);
      const subscriptions = toReaders.map(({ subscriptionId }) => subscriptionId);
      if (classes !== null && (await distribution.anyOutside(subscriptions, classes))) throw denied();
      const offices = await distribution.toOffices(schoolId, toOffices, how);
      return { changed: offices + (await distribution.toReaders(schoolId, toReaders, how)) };
    });
  }

  /** @throws Problem 400 for days that are none, 422 for unknown serials */
  enter(
    caller: Caller,
    schoolId: SchoolId,
    asked: PersonalsAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    const items = asked.items.map((item): NewPersonal => ({
      id: newId(),
      readerId: item.readerId as ReaderId,
      classId: (item.classId ?? null) as SchoolClassId | null,
      serialId: item.serialId as TitleId,
      copies: item.copies ?? 1,
      startsOn: item.startsOn as CalendarDay,
      endsOn: item.endsOn as CalendarDay,
    }));
    const errors = items.flatMap(({ startsOn, endsOn }, at): BodyError[] => {
      const pointer = `/items/${String(at)}/endsOn`;
      if (endsOn < startsOn) return [{ pointer, code: 'before-its-start' }];
      return endsOn >= plusDays(startsOn, LONGEST_DAYS) ? [{ pointer, code: 'too-long' }] : [];
    });
    if (errors.length > 0) throw invalid(...errors);
    return this.once.run(request, 201, async (tx): Promise<PersonalsAnswer> => {
      const distribution = tx.use(DistributionRepository);
      const known = await distribution.knownSerials(items.map(({ serialId }) => serialId));
      const unknown = items.flatMap(({ serialId }, at) =>
        known.has(serialId) ? [] : [{ pointer: `/items/${String(at)}/serialId`, code: 'unknown' }],
      );
      if (unknown.length > 0) throw new Problem(422, 'request.unknown-reference', { errors: unknown });
      const years = new Map<number, TitleId[]>();
      for (const { serialId, startsOn, endsOn } of items)
        for (let year = Number(startsOn.slice(0, 4)); year <= Number(endsOn.slice(0, 4)); year += 1)
          years.set(year, [...(years.get(year) ?? []), serialId]);
      for (const [year, serials] of years) await expectIssues(tx, serials, year);
      const how = { on: this.clock.today(), by: caller.id };
      return { items: await distribution.enter(schoolId, items, how) };
    });
  }

  /** @throws Problem 404, 400 for a day before its start or after its end, 409 where a later issue was handed out */
  end(caller: Caller, id: string, endsOn: string, request: DeskRequest | null): Promise<Answer> {
    return this.once.run(request, 200, async (tx) => {
      const distribution = tx.use(DistributionRepository);
      const personal = await distribution.locked(id);
      if (personal === null || !caller.mayWorkAt(personal.schoolId)) throw unknownThing();
      if (endsOn < personal.startsOn || endsOn > personal.endsOn)
        throw invalid({ pointer: '/endsOn', code: 'not-within' });
      if (await distribution.handedOutAfter(id, endsOn))
        throw conflict('personal-subscription.handed-out-later');
      await distribution.end(id, endsOn);
      return (await distribution.views([id]))[0];
    });
  }
}
