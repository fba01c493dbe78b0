import { Injectable } from '@nestjs/common';
import { Clock, OncePerKey, type Answer, type Caller, type DeskRequest, type Tx } from '@shulian/service-kit';
import type { CopyId, StocktakeId } from '@shulian/contracts/ids';
import { moveCopies, type Move, type MovedCopies } from '../accession/move-copies.step.js';
import { holdStocktake } from './hold-stocktake.step.js';
import { restoredState, type Resolution } from './rules/finding.js';
import type { ResolutionDone } from './stocktakes.http.js';
import { StocktakesRepository } from './stocktakes.repository.js';

/** Copies a call, so that nobody who lends one of them waits for long. */
const MOST = 500;

/**
 * Does something about findings, in slices: what is missing becomes so in the stock, what was found goes back to where it
 * was, and all of it can be taken back until the stocktake is signed.
 */
@Injectable()
export class ResolveFindings {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404, 409 `stocktake.closed` */
  execute(
    caller: Caller,
    id: StocktakeId,
    resolution: Resolution,
    request: DeskRequest | null,
  ): Promise<Answer> {
    return this.oncePerKey.run(request, 200, async (tx): Promise<ResolutionDone> => {
      await holdStocktake(tx, caller, id);
      const occasion = { day: this.clock.today(), by: caller.id };
      switch (resolution) {
        case 'mark-missing':
          return markMissing(tx, id, occasion);
        case 'restore-found':
          return restoreFound(tx, id, occasion);
        case 'undo-marks':
          return undoMarks(tx, id, occasion);
      }
    });
  }
}

type Occasion = Pick<Move, 'day' | 'by'>;

const markMissing = async (tx: Tx, id: StocktakeId, occasion: Occasion): Promise<ResolutionDone> => {
  const stocktakes = tx.use(StocktakesRepository);
  const copies = await stocktakes.toResolve(id, 'missing', MOST);
  const done = await moveCopies(tx, copies, { ...occasion, to: () => 'missing' });
  await stocktakes.mark(id, marksOf(done));
  return { changed: done.moved.length, left: (await stocktakes.unresolved(id)).missing };
};

const restoreFound = async (tx: Tx, id: StocktakeId, occasion: Occasion): Promise<ResolutionDone> => {
  const stocktakes = tx.use(StocktakesRepository);
  const copies = await stocktakes.toResolve(id, 'found', MOST);
  const before = await stocktakes.beforeMissing(copies);
  const done = await moveCopies(tx, copies, {
    ...occasion,
    to: (copy) => restoredState(copy.kind, before.get(copy.id) ?? null),
  });
  await stocktakes.mark(id, marksOf(done));
  return { changed: done.moved.length, left: (await stocktakes.unresolved(id)).found };
};

/** A copy that somebody has moved on since stays where it is. */
const undoMarks = async (tx: Tx, id: StocktakeId, occasion: Occasion): Promise<ResolutionDone> => {
  const stocktakes = tx.use(StocktakesRepository);
  const marks = new Map((await stocktakes.marks(id, MOST)).map((mark) => [mark.id, mark]));
  const copies: CopyId[] = [...marks.keys()];
  const done = await moveCopies(tx, copies, {
    ...occasion,
    to: (copy) => {
      const mark = marks.get(copy.id);
      return mark === undefined || mark.became !== copy.stockState ? copy.stockState : mark.was;
    },
  });
  await stocktakes.unmark(id, copies);
  return { changed: done.moved.length, left: await stocktakes.countMarks(id) };
};

const marksOf = ({ moved }: MovedCopies) =>
  moved.map(({ before, after }) => ({ id: before.id, was: before.stockState, became: after.stockState }));
