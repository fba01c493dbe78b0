import { Injectable } from '@nestjs/common';
import {
  Clock,
  invalid,
  newId,
  OncePerKey,
  unknownReference,
  type Answer,
  type Caller,
  type DeskRequest,
  type Tx,
} from '@shulian/service-kit';
import type { CalendarDay, LocationId, RepairId, SchoolId } from '@shulian/contracts/ids';
import { plainBarcode } from '../accession/rules/copy-numbers.js';
import { LocationsRepository } from '../locations/locations.repository.js';
import { RepairsRepository } from '../repair/repairs.repository.js';
import { takeCopies } from '../repair/take-copies.step.js';
import type { InspectionAsked } from './inspections.http.js';
import { InspectionsRepository, type NewFinding } from './inspections.repository.js';
import { faultsOf, pilesOf, type Found } from './rules/inspection.js';

type Occasion = { readonly on: CalendarDay; readonly by: string };
type Taken = { readonly repairId: RepairId | null; readonly code: string | null };

/**
 * Somebody has looked at the condition of the stock (CAT-054): what is damaged is taken out of use to be mended, or given up and
 * so a candidate for weeding, or mended on the spot.
 */
@Injectable()
export class EnterInspection {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 400 for a day to come or a finding that is none, 422 for a place that the school has not */
  execute(caller: Caller, input: InspectionAsked, request: DeskRequest | null): Promise<Answer> {
    const schoolId = caller.schoolFor(input.schoolId);
    const today = this.clock.today();
    const inspectedOn = (input.inspectedOn ?? today) as CalendarDay;
    if (inspectedOn > today) throw invalid({ pointer: '/inspectedOn', code: 'in-the-future' });
    const found = foundIn(input);
    const locationId = (input.locationId ?? null) as LocationId | null;
    return this.oncePerKey.run(request, 201, async (tx) => {
      if (locationId !== null) {
        const place = await tx.use(LocationsRepository).byId(locationId);
        if (place?.schoolId !== schoolId) throw unknownReference('/locationId');
      }
      const taken = await takeDamaged(tx, schoolId, found, { on: today, by: caller.id });
      const inspection = {
        id: newId(),
        schoolId,
        what: input.what,
        inspectedOn,
        inspectedBy: input.inspectedBy ?? null,
        enteredOn: today,
        enteredBy: caller.id,
        locationId,
        lookedAt: input.lookedAt,
        note: input.note ?? null,
      };
      const inspections = tx.use(InspectionsRepository);
      await inspections.add(
        inspection,
        found.map((each, at): NewFinding => ({
          ...each,
          position: at + 1,
          ...(taken.get(each.barcode ?? '') ?? { repairId: null, code: null }),
        })),
      );
      return inspections.view(inspection.id);
    });
  }
}

/** @throws Problem 400 with each finding that is none */
const foundIn = ({ findings = [] }: InspectionAsked): readonly Found[] => {
  const found = findings.map(({ barcode = null, words = null, damage, decision }): Found => ({
    barcode: barcode === null ? null : (plainBarcode(barcode) ?? barcode),
    words,
    damage,
    decision,
  }));
  const faults = faultsOf(found);
  if (faults.length > 0)
    throw invalid(...faults.map(({ at, fault }) => ({ pointer: `/findings/${String(at)}`, code: fault })));
  return found;
};

/** Takes what is damaged out of use, and ends what is given up at once. By barcode. */
const takeDamaged = async (
  tx: Tx,
  schoolId: SchoolId,
  found: readonly Found[],
  { on, by }: Occasion,
): Promise<ReadonlyMap<string, Taken>> => {
  const taken = new Map<string, Taken>();
  for (const [damage, barcodes] of pilesOf(found)) {
    const how = { damage, source: 'inspection', note: null, on, by } as const;
    for (const item of await takeCopies(tx, schoolId, barcodes, how))
      taken.set(item.barcode, { repairId: item.repairId as RepairId | null, code: item.code });
  }
  const hopeless = found.flatMap(({ barcode, decision }) => {
    const repairId = decision === 'to-weed' ? (taken.get(barcode ?? '')?.repairId ?? null) : null;
    return repairId === null ? [] : [repairId];
  });
  await tx.use(RepairsRepository).end(hopeless, 'beyond-repair', { on, by, note: null });
  return taken;
};
