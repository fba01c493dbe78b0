import { Injectable } from '@nestjs/common';
import {
  Clock,
  invalid,
  OncePerKey,
  Refused,
  refuseIfStale,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import type { Refusal } from '@shulian/contracts/envelope';
import type { CopyId } from '@shulian/contracts/ids';
import type { CatalogStore } from '../catalog.store.js';
import { askedBarcode, barcodeTaken } from './accession-copy.use-case.js';
import { toCopyView, type CopyChangeAsked, type CopyView } from './copies.http.js';
import { copyChanged } from './copy.events.js';
import { stateChangeRefusals } from './rules/copy-state.js';
import { changedCopy, changesNothing, type CopyChange } from './rules/copy.js';

/** Changes a copy: its stock state, place, price, kind or barcode; strikes it from the register. */
@Injectable()
export class ChangeCopy {
  constructor(
    private readonly oncePerKey: OncePerKey<CatalogStore>,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 for a copy of another school, 412, 409 with the reasons, 409 `copy.barcode-taken` */
  async execute(
    request: DeskRequest | null,
    caller: Caller,
    id: CopyId,
    version: number,
    asked: CopyChangeAsked,
  ): Promise<Answer> {
    if (asked.status === 'withdrawn' && asked.withdrawalReason === undefined)
      throw invalid({ pointer: '/withdrawalReason', code: 'is-defined' });
    const change = asChange(asked);
    try {
      return await this.oncePerKey.run(request, 200, async (store): Promise<CopyView> => {
        const copy = await store.copies.locked(id);
        if (copy === null || !caller.mayWorkAt(copy.schoolId)) throw unknownThing();
        refuseIfStale(version, copy.version);
        const lending = await store.knownLendings.stateOf(id);
        if (changesNothing(copy, change)) return toCopyView(copy, lending);

        const why = asked.withdrawalReason ?? null;
        const to = change.stockState ?? copy.stockState;
        const refusals = stateChangeRefusals(copy.stockState, to, lending, why);
        if (refusals.length > 0) throw new Refused(refusals[0]?.code ?? '', refusals.map(asReason));

        const next = changedCopy(copy, change, why === null ? null : { on: this.clock.today(), why });
        await store.copies.change(next);
        await store.outbox.append(copyChanged(copy, next));
        return toCopyView(next, lending);
      });
    } catch (error) {
      throw barcodeTaken(error);
    }
  }
}

const asChange = (asked: CopyChangeAsked): CopyChange => ({
  ...(asked.status === undefined ? {} : { stockState: asked.status }),
  ...(asked.barcode === undefined ? {} : { barcode: askedBarcode(asked.barcode) }),
  ...(asked.priceFen === undefined ? {} : { priceFen: asked.priceFen }),
  ...(asked.location === undefined ? {} : { location: asked.location }),
  ...(asked.kind === undefined ? {} : { kind: asked.kind }),
  ...(asked.volume === undefined ? {} : { volume: asked.volume }),
});

const asReason = ({ code, ...facts }: ReturnType<typeof stateChangeRefusals>[number]): Refusal => ({
  code,
  severity: 'deny',
  overridable: false,
  ...(Object.keys(facts).length === 0 ? {} : { facts }),
});
