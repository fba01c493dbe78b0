import { Injectable } from '@nestjs/common';
import { plusDays } from '@shulian/lending-rules/calendar/day';
import { normalBarcode } from '@shulian/lending-rules/desk/barcode';
import {
  Clock,
  invalid,
  OncePerKey,
  type Answer,
  type Caller,
  type DeskRequest,
  type Tx,
} from '@shulian/service-kit';
import type { SchoolId } from '@shulian/contracts/ids';
import type { ShelvingAnswer, ShelvingAsked } from './shelving.http.js';
import { LOOKED_BACK } from './shelving.query.js';
import { ShelvingRepository } from './shelving.repository.js';

type Meant = { readonly loanIds: readonly string[]; readonly unknown: readonly string[] };

/** What came back stands on the shelf again, or was not in the pile after all (CIR-037). */
@Injectable()
export class MarkShelved {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 400 without barcodes or a class, or with both */
  execute(caller: Caller, input: ShelvingAsked, request: DeskRequest | null): Promise<Answer> {
    const schoolId = caller.schoolFor(input.schoolId);
    if ((input.barcodes === undefined) === (input.classId === undefined))
      throw invalid({ pointer: '/barcodes', code: 'barcodes-or-class' });
    return this.oncePerKey.run(request, 200, async (tx): Promise<ShelvingAnswer> => {
      const { loanIds, unknown } = await this.meant(tx, schoolId, input);
      const how = { schoolId, on: this.clock.today(), by: caller.id };
      await tx.use(ShelvingRepository).mark(loanIds, input.state, how);
      return { marked: loanIds.length, unknown: [...unknown] };
    });
  }

  private async meant(tx: Tx, schoolId: SchoolId, input: ShelvingAsked): Promise<Meant> {
    const today = this.clock.today();
    const returned = tx.use(ShelvingRepository);
    if (input.classId !== undefined)
      return { loanIds: await returned.ofClass(schoolId, input.classId, input.on ?? today), unknown: [] };
    const barcodes = [...new Set((input.barcodes ?? []).map(normalBarcode))];
    const found = await returned.ofBarcodes(schoolId, barcodes, plusDays(today, -LOOKED_BACK));
    const known = new Set(found.map(({ barcode }) => barcode));
    return {
      loanIds: [...new Set(found.map(({ loanId }) => loanId))],
      unknown: barcodes.filter((barcode) => !known.has(barcode)),
    };
  }
}
