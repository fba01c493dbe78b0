import { Injectable } from '@nestjs/common';
import { Clock, OncePerKey, type Answer, type Caller, type DeskRequest, type Tx } from '@shulian/service-kit';
import type { CalendarDay, OwnershipTransferId } from '@shulian/contracts/ids';
import { accessionCopies, type NewCopy } from '../accession/accession-copies.use-case.js';
import { CopiesRepository } from '../accession/copies.repository.js';
import { copyChanged } from '../accession/copy.events.js';
import { changedCopy, type Copy } from '../accession/rules/copy.js';
import { ShelfNumbersRepository } from '../classification/shelf-numbers.repository.js';
import type { FoundSchool } from '../from-readers/known-schools.query.js';
import { recordWithdrawals } from '../registers/record-movements.step.js';
import { CopiesToTransferFacts, type TransferredCopy } from './copies-to-transfer.facts.js';
import { endTransfer, refuseToTransfer } from './end-transfer.step.js';
import type { TransferAcceptance } from './ownership-transfers.http.js';
import { transferView } from './ownership-transfers.query.js';
import { OwnershipTransfersRepository } from './ownership-transfers.repository.js';
import type { OwnershipTransfer } from './rules/ownership-transfer.js';

type Handover = {
  readonly transfer: OwnershipTransfer;
  readonly day: CalendarDay;
  readonly by: string;
};

/** The receiving school takes copies over: struck in the books of one school, entered in those of the other. */
@Injectable()
export class AcceptTransfer {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404, 403, 409 `transfer.not-open`, 409 `transfer.copies-refused`: all of them change hands, or none */
  execute(
    caller: Caller,
    id: OwnershipTransferId,
    input: TransferAcceptance,
    request: DeskRequest | null,
  ): Promise<Answer> {
    return this.oncePerKey.run(request, 200, async (tx) => {
      const day = this.clock.today();
      const transfer = await endTransfer(tx, caller, id, 'accepted', { on: day, note: null });
      const copies = await tx.use(CopiesToTransferFacts).of(id);
      refuseToTransfer(copies);
      const { from, to } = await tx.use(CopiesToTransferFacts).schoolsOf(transfer);
      const handover = { transfer, day, by: caller.id };
      const strike = (): Promise<void> => struck(tx, copies, handover, to);
      const enter = (): Promise<void> => entered(tx, copies, handover, { from, to, input });
      // Two schools may give to each other at once: the books of both are locked in one order, after all else.
      await tx.use(CopiesRepository).holdNumbers(transfer.toSchoolId);
      await tx.use(ShelfNumbersRepository).lockCounters(transfer.toSchoolId, classesOf(copies));
      for (const write of transfer.fromSchoolId < transfer.toSchoolId ? [strike, enter] : [enter, strike])
        await write();
      return transferView(tx.session, id);
    });
  }
}

const classesOf = (copies: readonly Copy[]): string[] => copies.flatMap(({ clc }) => clc ?? []);

const struck = async (
  tx: Tx,
  copies: readonly TransferredCopy[],
  { transfer, day, by }: Handover,
  to: FoundSchool,
): Promise<void> => {
  const changes = copies.map(({ lending: _lending, promised: _promised, ...copy }): [Copy, Copy] => [
    copy,
    changedCopy(copy, { stockState: 'withdrawn' }, { on: day, why: 'transferred' }),
  ]);
  const gone = changes.map(([, after]) => after);
  await tx.use(CopiesRepository).moveAll(gone);
  await recordWithdrawals(tx, gone, {
    day,
    by,
    documentNumber: transfer.documentNumber,
    note: to.name,
  });
  await tx.outbox.append(...changes.map(([before, after]) => copyChanged(before, after)));
};

const entered = async (
  tx: Tx,
  copies: readonly TransferredCopy[],
  { transfer, day, by }: Handover,
  {
    from,
    to,
    input,
  }: { readonly from: FoundSchool; readonly to: FoundSchool; readonly input: TransferAcceptance },
): Promise<void> => {
  const entry = {
    day,
    by,
    source: 'transfer',
    documentNumber: transfer.documentNumber,
    importId: null,
    note: from.name,
  } as const;
  const { copies: here } = await accessionCopies(
    tx,
    to,
    entry,
    copies.map((copy) => asNew(copy, input)),
  );
  await tx.use(OwnershipTransfersRepository).became(
    transfer.id,
    copies.flatMap((copy, at) => {
      const now = here[at];
      return now === undefined ? [] : [{ from: copy.id, to: now.id }];
    }),
  );
};

/** The same book, with number, barcode and book number of the new school; its class and price come along. */
const asNew = (copy: Copy, { location, status }: TransferAcceptance): NewCopy => ({
  titleId: copy.titleId,
  barcode: null,
  clc: copy.clc,
  bookNumber: null,
  // A call number by another scheme than ours has no number of ours.
  callNumber: copy.bookNumber === null ? copy.callNumber : null,
  kind: copy.kind,
  volume: copy.volume,
  location: location ?? null,
  priceFen: copy.priceFen,
  stockState: stateThere(copy, status),
  formerNumber: copy.barcode,
  foundAs: null,
});

/** A reference book stays in the room, whatever is asked of the whole pile. */
const stateThere = (copy: Copy, wanted: TransferAcceptance['status']): NewCopy['stockState'] => {
  if (wanted === 'lendable' && copy.kind === 'reference') return 'reading-room';
  return wanted ?? (copy.stockState === 'reading-room' ? 'reading-room' : null);
};
