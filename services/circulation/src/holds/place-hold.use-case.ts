import { Injectable } from '@nestjs/common';
import { reachesReader } from '@shulian/contracts/access';
import type { CopyId, HoldId, SchoolId, TitleId } from '@shulian/contracts/ids';
import {
  Arrivals,
  Clock,
  denied,
  OncePerKey,
  Refused,
  unknownReference,
  type Answer,
  type Caller,
  type DeskRequest,
  newId,
} from '@shulian/service-kit';
import type { CirculationStore } from '../circulation.store.js';
import { policyOn } from '../lending/rules/check-out.js';
import { gradeOn } from '../lending/rules/grade.js';
import { holdPlaced } from './hold.events.js';
import { toHoldView, type HoldAsked, type HoldView } from './holds.http.js';
import { HoldsQuery, type Wanted } from './holds.query.js';
import { holdRefusals } from './rules/hold-refusals.js';
import type { Hold } from './rules/hold.js';
import { putAside, shelveFor } from './shelve-for-next-hold.use-case.js';

type Asked = { readonly wanted: Wanted; readonly copyId: CopyId | null; readonly pickupSchoolId: SchoolId };

/** A reader waits for a title or a copy; a copy that lies free at the school of the pickup is put aside at once. */
@Injectable()
export class PlaceHold {
  constructor(
    private readonly once: OncePerKey<CirculationStore>,
    private readonly holds: HoldsQuery,
    private readonly arrivals: Arrivals,
    private readonly clock: Clock,
  ) {}

  /** @throws Refused 409 `hold.refused`; Problem 422 for ids that do not exist, 403 for a pickup at a foreign school */
  async execute(caller: Caller, asked: HoldAsked, request: DeskRequest | null): Promise<Answer> {
    const wanted = await this.arrived(asked);
    const { reader } = wanted;
    if (!reachesReader(caller.reach, reader))
      throw caller.mayWorkAt(reader.schoolId) ? denied() : unknownReference('/readerId');
    const pickupSchoolId = (asked.pickupSchoolId?.toLowerCase() ?? reader.schoolId) as SchoolId;
    if (pickupSchoolId !== reader.schoolId && !caller.mayWorkAt(pickupSchoolId)) throw denied();
    const copyId = (asked.copyId?.toLowerCase() ?? null) as CopyId | null;
    return this.once.run(request, 201, (store) =>
      this.place(store, { wanted, copyId, pickupSchoolId }, caller.id),
    );
  }

  /** Waits, outside any transaction, for what may be on its way. */
  private async arrived(asked: HoldAsked): Promise<Wanted> {
    const ids = { titleId: asked.titleId ?? null, copyId: asked.copyId ?? null, readerId: asked.readerId };
    let found = await this.holds.wanted(ids);
    await this.arrivals.wait(async () => {
      found = await this.holds.wanted(ids);
      return found.titleId === null || found.reader === null ? null : true;
    });
    const { titleId, reader } = found;
    if (titleId === null) throw unknownReference(ids.copyId === null ? '/titleId' : '/copyId');
    if (reader === null) throw unknownReference('/readerId');
    return { titleId, reader };
  }

  private async place(store: CirculationStore, asked: Asked, by: string): Promise<HoldView> {
    const today = this.clock.today();
    const { titleId, reader } = asked.wanted;
    const borrower = await store.borrowers.lock(reader.readerId);
    const known = await store.knownReaders.byId(reader.readerId);
    if (borrower === null || known === null) throw unknownReference('/readerId');
    const queue = await store.holds.lockQueue(titleId);
    const rules = await store.rulesOf(asked.pickupSchoolId);
    const policy = policyOn(rules.versions, today, {
      readerKind: known.kind,
      grade: gradeOn(known.section, known.entryYear, today),
      classId: known.classId,
      copyKind: null,
    });
    const refusals = holdRefusals({
      standing: known.standing,
      suspended: known.suspended ? { untilOn: known.suspendedUntil } : null,
      openHolds: borrower.openHolds,
      holdLimit: policy.holdLimit ?? null,
      waitsAlready: (await store.holds.openOf(reader.readerId, titleId)).length > 0,
      hasOnLoan: borrower.openLoans.some((loan) => loan.titleId === titleId),
      copies: await store.lentCopies.countFor(titleId, asked.pickupSchoolId, asked.copyId),
      today,
    });
    if (refusals.length > 0) throw new Refused('hold.refused', refusals);

    const hold = this.newHold(asked, titleId);
    await store.holds.add(hold, by);
    queue.version += 1;
    queue.waiting += 1;
    await store.borrowers.save(reader.readerId, {
      ...borrower,
      version: borrower.version + 1,
      openHolds: borrower.openHolds + 1,
    });
    const placed = holdPlaced(hold, queue.version);
    const free = await store.lentCopies.lockFree(titleId, asked.pickupSchoolId, asked.copyId);
    const shelved = free === null ? null : await shelveFor(store, queue, hold, free.copyId, today, rules);
    const moved = free === null || shelved === null ? [] : await putAside(store, free, shelved);
    await store.holds.saveQueue(queue);
    await store.outbox.append(placed, ...moved);
    return toHoldView(shelved?.readyHold ?? hold, await store.holds.placeOf(hold));
  }

  private newHold({ wanted, copyId, pickupSchoolId }: Asked, titleId: TitleId): Hold {
    return {
      id: newId<HoldId>(),
      titleId,
      wantedCopyId: copyId,
      readerId: wanted.reader.readerId,
      readerSchoolId: wanted.reader.schoolId,
      pickupSchoolId,
      placedAt: this.clock.instant(),
      state: { is: 'waiting' },
    };
  }
}
