import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  denied,
  OncePerKey,
  unknownReference,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
  type Tx,
} from '@shulian/service-kit';
import { CarryOutSwap } from './carry-out-swap.step.js';
import type { SwapView } from './corner-swaps.http.js';
import { CornerSwapsRepository, type SideOfSwap, type Swap } from './corner-swaps.repository.js';

/** The other side agrees, and the books change hands; or one of both says no; or what was done is taken back. */
@Injectable()
export class DecideSwap {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly carryOut: CarryOutSwap,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404, 403 for a side that is not the caller's, 409 `corner-swap.not-open`; Refused 409 `block.refused` */
  agree(caller: Caller, id: string, cornerId: string, request: DeskRequest | null): Promise<Answer> {
    return this.decide(caller, id, request, 'proposed', async (tx, swap) => {
      const side = swap.sides.find((each) => each.cornerId === cornerId);
      if (side === undefined) throw unknownReference('/cornerId');
      if (!isOf(caller, swap, side)) throw denied();
      const agreed = (each: SideOfSwap) => (each === side ? { ...each, agreedBy: caller.id } : each);
      const next: Swap = { ...swap, sides: [agreed(swap.sides[0]), agreed(swap.sides[1])] };
      if (next.sides.some(({ agreedBy }) => agreedBy === null)) return next;
      await this.carryOut.execute(tx, caller, next);
      return { ...next, state: 'done', endedOn: this.clock.today() };
    });
  }

  /** Also the side that proposed may. @throws Problem 404, 409 `corner-swap.not-open` */
  refuse(caller: Caller, id: string, request: DeskRequest | null): Promise<Answer> {
    return this.decide(caller, id, request, 'proposed', (_, swap) =>
      Promise.resolve({ ...swap, state: 'refused', endedOn: this.clock.today() }),
    );
  }

  /** @throws Problem 404, 409 `corner-swap.not-done`; Refused 409 `block.refused` where a copy has gone on meanwhile */
  undo(caller: Caller, id: string, request: DeskRequest | null): Promise<Answer> {
    return this.decide(caller, id, request, 'done', async (tx, swap) => {
      await this.carryOut.execute(tx, caller, swap, true);
      return { ...swap, state: 'undone', endedOn: this.clock.today() };
    });
  }

  private decide(
    caller: Caller,
    id: string,
    request: DeskRequest | null,
    state: Swap['state'],
    next: (tx: Tx, swap: Swap) => Promise<Swap>,
  ): Promise<Answer> {
    return this.oncePerKey.run(request, 200, async (tx): Promise<SwapView> => {
      const swaps = tx.use(CornerSwapsRepository);
      const swap = await swaps.locked(id);
      if (swap === null || !swap.sides.some((side) => isOf(caller, swap, side))) throw unknownThing();
      if (swap.state !== state)
        throw conflict(state === 'done' ? 'corner-swap.not-done' : 'corner-swap.not-open');
      await swaps.save(await next(tx, swap));
      return swaps.view(id);
    });
  }
}

const isOf = ({ reach }: Caller, { schoolId }: Swap, { classId }: SideOfSwap): boolean =>
  reach.schools.has(schoolId) || reach.classes.has(classId);
