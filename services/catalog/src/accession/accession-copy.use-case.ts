import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  invalid,
  OncePerKey,
  unknownReference,
  violatedUnique,
  type Answer,
  type DeskRequest,
} from '@shulian/service-kit';
import type { SchoolId, TitleId } from '@shulian/contracts/ids';
import { KnownSchoolsQuery } from '../from-readers/known-schools.query.js';
import { accessionCopies } from './accession-copies.use-case.js';
import { toCopyView, type CopyAsked } from './copies.http.js';
import { BARCODE_ONCE_IN_A_SCHOOL } from './copies.repository.js';
import { isBarcode, plainBarcode } from './rules/copy-numbers.js';
import { roomRefusals } from './rules/copy.js';
import { mergedTitle } from '../titles/merged-title.step.js';
import { TitlesRepository } from '../titles/titles.repository.js';

/** Enters one copy in the accession register of a school. */
@Injectable()
export class AccessionCopy {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly schools: KnownSchoolsQuery,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws Problem 422 for an unknown school or title, 409 `title.merged`, `copy.barcode-taken`, or `copy.reading-room-only` for a
   * reference book that shall be lendable, `copy.purchase-not-accepted` for what was bought and came by no delivery, without a
   * reason, 400 for a barcode that is none
   */
  async execute(
    input: CopyAsked,
    schoolId: SchoolId,
    by: string,
    request: DeskRequest | null,
  ): Promise<Answer> {
    const barcode =
      input.barcode === undefined || input.barcode === null ? null : askedBarcode(input.barcode);
    const source = input.source ?? 'not-recorded';
    const reason = input.withoutDeliveryReason ?? null;
    if (reason !== null && source !== 'purchase')
      throw invalid({ pointer: '/withoutDeliveryReason', code: 'not-of-this-source' });
    // P-22: nothing that was bought is entered before it is accepted.
    if (reason === null && source === 'purchase') throw conflict('copy.purchase-not-accepted');
    const [refusal] = roomRefusals(input.kind ?? 'book', input.status ?? null);
    if (refusal !== undefined) throw conflict(refusal.code);
    const school = await this.schools.awaited(schoolId);
    if (school === null) throw unknownReference('/schoolId');
    try {
      return await this.oncePerKey.run(request, 201, async (tx) => {
        const titleId = input.titleId.toLowerCase() as TitleId;
        const title = await tx.use(TitlesRepository).forCopies(titleId);
        if (title === null) throw (await mergedTitle(tx, titleId, 409)) ?? unknownReference('/titleId');
        const entry = {
          day: this.clock.today(),
          source,
          documentNumber: input.documentNumber ?? null,
          importId: null,
          by,
          ...(reason === null ? {} : { note: reason }),
        };
        const { copies } = await accessionCopies(tx, school, entry, [
          {
            titleId: title.id,
            barcode,
            clc: title.clc,
            bookNumber: null,
            callNumber: null,
            kind: input.kind ?? 'book',
            volume: input.volume ?? null,
            location: input.location ?? null,
            // What a reader owes for it one day: the copy's own price, else that of its title.
            priceFen: input.priceFen ?? title.priceFen,
            stockState: input.status ?? null,
            formerNumber: null,
            foundAs: null,
          },
        ]);
        const [copy] = copies;
        if (copy === undefined) throw new Error('no copy was entered');
        return toCopyView(copy, 'in');
      });
    } catch (error) {
      throw barcodeTaken(error);
    }
  }
}

/** @throws Problem 400 */
export const askedBarcode = (text: string): string => {
  const barcode = plainBarcode(text);
  if (barcode === null || !isBarcode(barcode))
    throw invalid({ pointer: '/barcode', code: 'barcode-invalid' });
  return barcode;
};

/** The violated constraint of the database, translated once. */
export const barcodeTaken = (error: unknown): unknown =>
  violatedUnique(error) === BARCODE_ONCE_IN_A_SCHOOL ? conflict('copy.barcode-taken') : error;
