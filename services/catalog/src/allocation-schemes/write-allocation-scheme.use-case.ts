import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  invalid,
  newId,
  OncePerKey,
  Problem,
  unknownThing,
  violatedUnique,
  type Answer,
  type BodyError,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import type { AllocationSchemeId, CalendarDay, LocationId, SchoolId } from '@shulian/contracts/ids';
import { readClc } from '../classification/rules/clc-notation.js';
import type { AllocationLine } from './rules/allocation-scheme.js';
import { AllocationSchemesRepository, SCHEME_ONCE_A_DAY } from './allocation-schemes.repository.js';
import type { AllocationSchemeAsked } from './allocation-schemes.http.js';

/** A school writes down how its stock is spread over its campuses, from a day on; revised by a new version. */
@Injectable()
export class WriteAllocationScheme {
  constructor(
    private readonly once: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 400, 422 for places that are none of the school, 409 `allocation-scheme.day-taken` */
  async write(
    caller: Caller,
    schoolId: SchoolId,
    input: AllocationSchemeAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    const today = this.clock.today();
    const effectiveOn = (input.effectiveOn ?? today) as CalendarDay;
    const id = newId<AllocationSchemeId>();
    const { lines, errors } = linesOf(id, input);
    if (effectiveOn < today) errors.push({ pointer: '/effectiveOn', code: 'in-the-past' });
    if (errors.length > 0) throw invalid(...errors);
    const scheme = {
      id,
      schoolId,
      effectiveOn,
      reason: input.reason,
      writtenOn: today,
      writtenBy: caller.id,
    };
    try {
      return await this.once.run(request, 201, async (tx) => {
        const schemes = tx.use(AllocationSchemesRepository);
        const foreign = await schemes.foreignPlaces(
          schoolId,
          lines.map(({ locationId }) => locationId),
        );
        const unknown = lines.flatMap(({ locationId }, at) =>
          foreign.has(locationId) ? [{ pointer: `/lines/${String(at)}/locationId`, code: 'unknown' }] : [],
        );
        if (unknown.length > 0) throw new Problem(422, 'request.unknown-reference', { errors: unknown });
        await schemes.add(scheme, lines);
        return schemes.view(id, today);
      });
    } catch (error) {
      throw violatedUnique(error) === SCHEME_ONCE_A_DAY ? conflict('allocation-scheme.day-taken') : error;
    }
  }

  /** A version that began before today stays: it held. @throws Problem 404, 409 `allocation-scheme.held-already` */
  remove(caller: Caller, id: AllocationSchemeId, request: DeskRequest | null): Promise<Answer> {
    return this.once.run(request, 200, async (tx) => {
      const schemes = tx.use(AllocationSchemesRepository);
      const scheme = await schemes.locked(id);
      if (scheme === null || !caller.mayWorkAt(scheme.schoolId)) throw unknownThing();
      const today = this.clock.today();
      if (scheme.effectiveOn < today) throw conflict('allocation-scheme.held-already');
      const view = await schemes.view(id, today);
      await schemes.remove(id);
      return view;
    });
  }
}

const linesOf = (
  schemeId: AllocationSchemeId,
  input: AllocationSchemeAsked,
): { readonly lines: AllocationLine[]; readonly errors: BodyError[] } => {
  const errors: BodyError[] = [];
  const lines = input.lines.map(({ locationId, clc, share = null, volumes = null }, at): AllocationLine => {
    const place = `/lines/${String(at)}`;
    const notation = clc === undefined || clc === null ? null : readClc(clc);
    if (notation !== null && notation.is !== 'valid')
      errors.push({ pointer: `${place}/clc`, code: 'clc.invalid' });
    if ((share === null) === (volumes === null))
      errors.push({ pointer: `${place}/share`, code: 'share-or-volumes' });
    return {
      schemeId,
      number: at + 1,
      locationId: locationId as LocationId,
      clc: notation?.is === 'valid' ? notation.notation : null,
      share,
      volumes,
    };
  });
  return { lines, errors };
};
