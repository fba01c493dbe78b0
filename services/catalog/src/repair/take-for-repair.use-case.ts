import { Injectable } from '@nestjs/common';
import { Clock, OncePerKey, type Answer, type Caller, type DeskRequest } from '@shulian/service-kit';
import { plainBarcode } from '../accession/rules/copy-numbers.js';
import type { RepairsTaken, TakenAnswer } from './repairs.http.js';
import { takeCopies } from './take-copies.step.js';

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
    const { damage, source = 'circulation', note = null } = input;
    const how = { damage, source, note, on: this.clock.today(), by: caller.id };
    return this.oncePerKey.run(request, 200, async (tx): Promise<TakenAnswer> => {
      const items = await takeCopies(tx, schoolId, barcodes, how);
      return { taken: items.filter(({ code }) => code === null).length, items: [...items] };
    });
  }
}
