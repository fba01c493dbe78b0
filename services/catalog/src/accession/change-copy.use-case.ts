import { Injectable } from '@nestjs/common';
import {
  Clock,
  invalid,
  OncePerKey,
  Refused,
  refuseIfStale,
  unknownReference,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import type { CopyId, LocationId } from '@shulian/contracts/ids';
import { isLineOfCopy, recordChange } from '../registers/record-movements.step.js';
import { lockPlace, refuseIfNoPlaceFor } from '../locations/place-copy.step.js';
import type { Correction } from '../registers/rules/movement.js';
import { askedBarcode, askedExternalId, markTaken } from './accession-copy.use-case.js';
import { toCopyView, type CopyChangeAsked, type CopyView } from './copies.http.js';
import { copyChanged } from './copy.events.js';
import { asReason } from './reason.http.js';
import { approvalRefusals, stateChangeRefusals } from './rules/copy-state.js';
import {
  changedCopy,
  changesNothing,
  priceRefusals,
  roomRefusals,
  stateFor,
  type CopyChange,
} from './rules/copy.js';
import { CopiesRepository } from './copies.repository.js';
import { KnownLendingsRepository } from '../from-circulation/known-lendings.repository.js';

/** Changes a copy: its stock state, place, price, kind or barcode; strikes it from the register. */
@Injectable()
export class ChangeCopy {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 for a copy of another school, 412, 409 with the reasons, 409 `copy.barcode-taken` */
  async execute(
    request: DeskRequest | null,
    caller: Caller,
    id: CopyId,
    version: number,
    input: CopyChangeAsked,
  ): Promise<Answer> {
    if (input.status === 'withdrawn' && input.withdrawalReason === undefined)
      throw invalid({ pointer: '/withdrawalReason', code: 'is-defined' });
    const correction = correctionIn(input);
    const change = asChange(input);
    try {
      return await this.oncePerKey.run(request, 200, async (tx): Promise<CopyView> => {
        const { locationId = null } = change;
        const place = locationId === null ? null : await lockPlace(tx, locationId);
        const copy = await tx.use(CopiesRepository).locked(id);
        if (copy === null || !caller.mayWorkAt(copy.schoolId)) throw unknownThing();
        refuseIfStale(version, copy.version);
        const lending = await tx.use(KnownLendingsRepository).stateOf(id);
        if (correction !== null && !(await isLineOfCopy(tx, copy.schoolId, correction.line, id)))
          throw unknownReference('/correctsLine');
        if (correction === null && changesNothing(copy, change)) return toCopyView(copy, lending);

        if (place !== null && place.id !== copy.locationId) await refuseIfNoPlaceFor(tx, [copy], place);

        const why = input.withdrawalReason ?? null;
        const kind = change.kind ?? copy.kind;
        const to = change.stockState ?? stateFor(kind, copy.stockState);
        const refusals = [
          ...stateChangeRefusals(copy.stockState, to, lending, why),
          ...approvalRefusals(copy.stockState, to, why),
          ...roomRefusals(kind, change.stockState ?? null),
          ...priceRefusals(copy, change),
        ];
        const [first] = refusals;
        if (first !== undefined) throw new Refused(first.code, refusals.map(asReason));

        const moved = { ...change, stockState: to };
        const next = changedCopy(copy, moved, why === null ? null : { on: this.clock.today(), why });
        await tx.use(CopiesRepository).change(next);
        await recordChange(tx, copy, next, {
          day: this.clock.today(),
          documentNumber: input.documentNumber ?? null,
          by: caller.id,
          correction,
          approvedBy: input.approvedBy ?? null,
        });
        await tx.outbox.append(copyChanged(copy, next));
        return toCopyView(next, lending);
      });
    } catch (error) {
      throw markTaken(error);
    }
  }
}

/** @throws Problem 400 for a note on nothing */
const correctionIn = ({ correctsLine, correctionNote }: CopyChangeAsked): Correction | null => {
  if (correctsLine !== undefined) return { line: correctsLine, note: correctionNote ?? null };
  if (correctionNote === undefined || correctionNote === null) return null;
  throw invalid({ pointer: '/correctsLine', code: 'is-defined' });
};

const asChange = (input: CopyChangeAsked): CopyChange => ({
  ...(input.status === undefined ? {} : { stockState: input.status }),
  ...(input.barcode === undefined ? {} : { barcode: askedBarcode(input.barcode) }),
  ...(input.priceFen === undefined ? {} : { priceFen: input.priceFen }),
  ...(input.location === undefined ? {} : { location: input.location }),
  ...(input.locationId === undefined ? {} : { locationId: input.locationId as LocationId | null }),
  ...(input.kind === undefined ? {} : { kind: input.kind }),
  ...(input.volume === undefined ? {} : { volume: input.volume }),
  ...(input.externalId === undefined ? {} : { externalId: askedExternalId(input.externalId) }),
});
