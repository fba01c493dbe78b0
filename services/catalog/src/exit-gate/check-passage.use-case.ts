import { Injectable } from '@nestjs/common';
import { Clock, newId, OncePerKey, type Answer, type DeskRequest } from '@shulian/service-kit';
import type { SchoolId } from '@shulian/contracts/ids';
import { plainBarcodes } from '../accession/rules/copy-numbers.js';
import type { GateCheckView, PassageView } from './exit-gate.http.js';
import { ExitGateQuery } from './exit-gate.query.js';
import { GateAlarmsRepository } from './gate-alarms.repository.js';
import { alarmFor } from './rules/passage.js';

/**
 * What passes the exit: lent copies go through, others raise an alarm that is kept. The gate answers at once: a loan is known here
 * before its reader has walked from the desk to the door.
 */
@Injectable()
export class CheckPassage {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly gate: ExitGateQuery,
    private readonly clock: Clock,
  ) {}

  execute(barcodes: readonly string[], schoolId: SchoolId, request: DeskRequest | null): Promise<Answer> {
    const asked = plainBarcodes(barcodes);
    return this.oncePerKey.run(request, 200, async (tx): Promise<GateCheckView> => {
      const items = (await this.passages(schoolId, asked)).map((passage) =>
        passage.passes ? passage : { ...passage, alarmId: newId() },
      );
      await tx.use(GateAlarmsRepository).raise(
        schoolId,
        items.flatMap(({ alarmId, barcode, copyId, why }) =>
          alarmId === null || why === null ? [] : [{ id: alarmId, barcode, copyId, why }],
        ),
        this.clock.now(),
      );
      return { alarm: items.some(({ passes }) => !passes), items };
    });
  }

  private async passages(schoolId: SchoolId, barcodes: readonly string[]): Promise<PassageView[]> {
    const found = new Map((await this.gate.passing(schoolId, barcodes)).map((copy) => [copy.barcode, copy]));
    return barcodes.map((barcode) => {
      const copy = found.get(barcode) ?? null;
      const why = alarmFor(copy);
      return { barcode, copyId: copy?.copyId ?? null, passes: why === null, why, alarmId: null };
    });
  }
}
