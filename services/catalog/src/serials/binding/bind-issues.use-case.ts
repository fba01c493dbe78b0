import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  newId,
  OncePerKey,
  Refused,
  unknownReference,
  violatedUnique,
  type Answer,
  type Caller,
  type DeskRequest,
  type Tx,
} from '@shulian/service-kit';
import type { LocationId, SchoolId, TitleId } from '@shulian/contracts/ids';
import { accessionCopies } from '../../accession/accession-copies.use-case.js';
import { lockPlace, placeNewCopies } from '../../locations/place-copy.step.js';
import type { Copy } from '../../accession/rules/copy.js';
import { KnownSchoolsQuery, type FoundSchool } from '../../from-readers/known-schools.query.js';
import { mergedTitle } from '../../titles/merged-title.step.js';
import type { Title } from '../../titles/rules/title.js';
import { TitlesRepository } from '../../titles/titles.repository.js';
import { bindingRefusals, priceOf, volumeOf } from '../rules/binding.js';
import type { BindingAnswer, BindingAsked, RunView } from './bindings.http.js';
import { BindingsRepository, BOUND_ONCE } from './bindings.repository.js';

/**
 * Issues of a month or a year become bound volumes: from then on they are copies, with accession number, barcode, call
 * number, line of the registers and a place, in one transaction (CAT-073, CAT-074).
 */
@Injectable()
export class BindIssues {
  constructor(
    private readonly once: OncePerKey,
    private readonly schools: KnownSchoolsQuery,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws Problem 422 for an unknown serial or place, 409 `binding.bound-already`, `title.merged`, a place that is closed
   * or full; Refused 409 `binding.refused`
   */
  async execute(
    caller: Caller,
    schoolId: SchoolId,
    asked: BindingAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    const school = await this.schools.awaited(schoolId);
    if (school === null) throw unknownReference('/schoolId');
    const today = this.clock.today();
    try {
      return await this.once.run(request, 201, async (tx): Promise<BindingAnswer> => {
        const title = await titleOf(tx, asked.serialId as TitleId);
        const place =
          asked.locationId === undefined ? null : await lockPlace(tx, asked.locationId as LocationId);
        const { serialId, year, month = null } = asked;
        const bindings = tx.use(BindingsRepository);
        const run = await bindings.run(schoolId, { serialId, year, month: month ?? 0 }, today);
        if (run !== null && run.bindingId !== null) throw conflict('binding.bound-already');
        const volumes = asked.volumes ?? 1;
        const incompleteReason = asked.incompleteReason ?? null;
        const refusals = bindingRefusals(run, volumes, incompleteReason);
        if (run === null || refusals.length > 0) throw new Refused('binding.refused', refusals);
        const copies = await this.enter(tx, school, caller.id, { title, run, volumes, asked });
        if (place !== null) await placeNewCopies(tx, copies, place);
        const id = newId();
        const how = { on: today, by: caller.id, incompleteReason };
        await bindings.add(
          id,
          schoolId,
          run,
          how,
          copies.map((copy) => copy.id),
        );
        return { id, volumes: await bindings.volumesOf(id) };
      });
    } catch (error) {
      throw violatedUnique(error) === BOUND_ONCE ? conflict('binding.bound-already') : error;
    }
  }

  private async enter(
    tx: Tx,
    school: FoundSchool,
    by: string,
    what: {
      readonly title: Title;
      readonly run: RunView;
      readonly volumes: number;
      readonly asked: BindingAsked;
    },
  ): Promise<readonly Copy[]> {
    const { title, run, volumes, asked } = what;
    const year = await tx.use(BindingsRepository).priceOf(school.id, asked.serialId as TitleId, run.year);
    const copy = {
      titleId: title.id,
      barcode: null,
      clc: title.clc,
      bookNumber: null,
      callNumber: null,
      kind: 'periodical',
      volume: volumeOf(run),
      location: null,
      priceFen: asked.priceFen ?? priceOf(year, run.month),
      stockState: asked.status ?? 'reading-room',
      formerNumber: null,
      foundAs: null,
    } as const;
    const entry = {
      day: this.clock.today(),
      source: 'purchase',
      documentNumber: null,
      importId: null,
      by,
    } as const;
    const entered = await accessionCopies(
      tx,
      school,
      entry,
      Array.from({ length: volumes }, () => copy),
    );
    return entered.copies;
  }
}

/** The title stays as it is while its volumes come. */
const titleOf = async (tx: Tx, id: TitleId): Promise<Title> => {
  const title = await tx.use(TitlesRepository).forCopies(id);
  if (title === null) throw (await mergedTitle(tx, id, 409)) ?? unknownReference('/serialId');
  return title;
};
