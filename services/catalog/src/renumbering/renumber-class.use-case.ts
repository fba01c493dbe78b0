import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  newId,
  OncePerKey,
  Problem,
  unknownReference,
  type Answer,
  type DeskRequest,
} from '@shulian/service-kit';
import type { SchoolId } from '@shulian/contracts/ids';
import { copyChanged } from '../accession/copy.events.js';
import { CopiesRepository } from '../accession/copies.repository.js';
import { takesBookNumber, type Copy } from '../accession/rules/copy.js';
import { callNumberOf } from '../classification/rules/call-number.js';
import { ShelfNumbersRepository } from '../classification/shelf-numbers.repository.js';
import { KnownSchoolsQuery } from '../from-readers/known-schools.query.js';
import { MOST_COPIES, MOST_TITLES, type RenumberingView } from './renumbering.http.js';
import { renumberingView } from './renumbering.query.js';
import { RenumberingRepository } from './renumbering.repository.js';
import { changesOf, renumbered } from './rules/renumbered.js';

/** Gives the titles of a class at a school the numbers from 1 on; its copies get other call numbers, and want other labels. */
@Injectable()
export class RenumberClass {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly schools: KnownSchoolsQuery,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 422, 409 `renumbering.nothing-to-do`, `renumbering.too-large` */
  async execute(
    { schoolId, clc }: { readonly schoolId: SchoolId; readonly clc: string },
    by: string,
    request: DeskRequest | null,
  ): Promise<Answer> {
    if ((await this.schools.awaited(schoolId)) === null) throw unknownReference('/schoolId');
    return this.oncePerKey.run(request, 201, async (tx): Promise<RenumberingView> => {
      const repository = tx.use(RenumberingRepository);
      const shelves = tx.use(ShelfNumbersRepository);
      // Copies before their counter, as who reclassifies them; who entered one meanwhile is seen the second time.
      await repository.lockedCopies(schoolId, clc, MOST_COPIES + 1);
      const nextBefore = (await shelves.lockCounters(schoolId, [clc])).get(clc) ?? 1;
      const copies = await repository.lockedCopies(schoolId, clc, MOST_COPIES + 1);
      const titles = await repository.titles(schoolId, clc, MOST_TITLES + 1);
      if (copies.length > MOST_COPIES || titles.length > MOST_TITLES)
        throw new Problem(409, 'renumbering.too-large', { facts: { most: MOST_TITLES } });
      const plan = renumbered(titles);
      const changes = changesOf(plan);
      if (changes.length === 0) throw conflict('renumbering.nothing-to-do');

      const at = this.clock.now();
      const allocated = new Map<string, boolean>(titles.map((title) => [title.titleId, title.allocated]));
      const id = newId();
      const moved = movedCopies(copies, new Map(changes.map(({ titleId, to }) => [titleId, to])));
      await repository.number(
        { schoolId, clc },
        changes.map(({ titleId, to }) => ({ titleId, to, allocated: true })),
      );
      await shelves.moveCounters(schoolId, new Map([[clc, plan.next]]));
      await tx.use(CopiesRepository).reclass(moved.map(([, after]) => after));
      await repository.add(
        { id, schoolId, clc, nextBefore, nextAfter: plan.next },
        { at, by },
        changes.map((change) => ({ ...change, wasAllocated: allocated.get(change.titleId) ?? false })),
        moved,
      );
      await tx.outbox.append(...moved.map(([before, after]) => copyChanged(before, after)));
      return renumberingView(tx.session, id);
    });
  }
}

const movedCopies = (
  copies: readonly Copy[],
  numbers: ReadonlyMap<string, string | null>,
): (readonly [Copy, Copy])[] =>
  copies.flatMap((copy): (readonly [Copy, Copy])[] => {
    const number = numbers.get(copy.titleId) ?? null;
    if (number === null || copy.clc === null || !takesBookNumber(copy) || copy.bookNumber === number)
      return [];
    const callNumber = callNumberOf(copy.clc, number, copy.volume);
    return [[copy, { ...copy, version: copy.version + 1, bookNumber: number, callNumber }]];
  });
