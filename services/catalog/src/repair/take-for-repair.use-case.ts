import { Injectable } from '@nestjs/common';
import { Clock, newId, OncePerKey, type Answer, type Caller, type DeskRequest } from '@shulian/service-kit';
import type { CopyId, RepairId } from '@shulian/contracts/ids';
import { CopiesRepository } from '../accession/copies.repository.js';
import { moveCopies } from '../accession/move-copies.step.js';
import { plainBarcode } from '../accession/rules/copy-numbers.js';
import { KnownLendingsRepository } from '../from-circulation/known-lendings.repository.js';
import type { RepairsTaken, TakenAnswer, TakenItem } from './repairs.http.js';
import { RepairsRepository } from './repairs.repository.js';

const OUT: readonly string[] = ['on-loan', 'hold-shelf', 'in-transit'];

/** Takes damaged copies out of use (CAT-050, CAT-051): each gets its line, or the reason why it stays. */
@Injectable()
export class TakeForRepair {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  execute(caller: Caller, input: RepairsTaken, request: DeskRequest | null): Promise<Answer> {
    const schoolId = caller.schoolFor(input.schoolId);
    const barcodes = [...new Set(input.barcodes.flatMap((text) => plainBarcode(text) ?? []))];
    const occasion = { day: this.clock.today(), by: caller.id };
    return this.oncePerKey.run(request, 200, async (tx): Promise<TakenAnswer> => {
      const found = await tx.use(CopiesRepository).knownBy(schoolId, barcodes, []);
      const ids = found.map(({ id }) => id);
      const lendings = await tx.use(KnownLendingsRepository).statesOf(ids);
      const mended = await tx.use(RepairsRepository).openOf(ids);
      const wanted = found.filter(({ id }) => !mended.has(id) && !OUT.includes(lendings.get(id) ?? 'in'));
      const { moved, kept } = await moveCopies(
        tx,
        wanted.map(({ id }) => id),
        { ...occasion, to: () => 'repair' },
      );
      const was = new Map(moved.map(({ before }) => [before.id, before.stockState]));
      const refused = new Map(kept.map(({ copy, code }): [CopyId, string] => [copy.id, code]));
      const lines = wanted
        .filter(({ id }) => !refused.has(id))
        .map(({ id }) => ({ repairId: newId<RepairId>(), id, was: was.get(id) ?? ('repair' as const) }));
      const { damage, source = 'circulation', note = null } = input;
      const how = { damage, source, note, on: occasion.day, by: occasion.by };
      const taken = await tx.use(RepairsRepository).take(schoolId, how, lines);

      const byBarcode = new Map(found.map((copy) => [copy.barcode, copy]));
      const items = barcodes.map((barcode): TakenItem => {
        const copy = byBarcode.get(barcode);
        if (copy === undefined) return { barcode, repairId: null, code: 'copy.unknown' };
        if (OUT.includes(lendings.get(copy.id) ?? 'in'))
          return { barcode, repairId: null, code: 'copy.on-loan' };
        const refusal = refused.get(copy.id);
        if (refusal !== undefined) return { barcode, repairId: null, code: refusal };
        if (!taken.has(copy.id)) return { barcode, repairId: null, code: 'repair.in-repair' };
        return { barcode, repairId: lines.find(({ id }) => id === copy.id)?.repairId ?? null, code: null };
      });
      return { taken: taken.size, items };
    });
  }
}
