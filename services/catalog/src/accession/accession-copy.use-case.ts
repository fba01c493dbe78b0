import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  invalid,
  OncePerKey,
  Problem,
  unknownReference,
  violatedUnique,
  type Answer,
  type DeskRequest,
} from '@shulian/service-kit';
import { faultOfExternalId } from '@shulian/contracts/external-id';
import type { SchoolId, TitleId } from '@shulian/contracts/ids';
import type { ProblemCode } from '@shulian/contracts/problems';
import { KnownSchoolsQuery } from '../from-readers/known-schools.query.js';
import { accessionCopies } from './accession-copies.use-case.js';
import { toCopyView, type CopyAsked } from './copies.http.js';
import { BARCODE_ONCE_IN_A_SCHOOL, EXTERNAL_ID_ONCE_IN_A_SCHOOL } from './copies.repository.js';
import { askedWithoutDelivery } from './bought-without-delivery.step.js';
import { isBarcode, plainBarcode } from './rules/copy-numbers.js';
import { roomRefusals } from './rules/copy.js';
import { copyKindOf } from '../titles/rules/material-kind.js';
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
    const withoutDelivery = askedWithoutDelivery(source, input, this.clock.today());
    const externalId = askedExternalId(input.externalId);
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
          ...(withoutDelivery === null ? {} : { withoutDelivery }),
        };
        const { copies } = await accessionCopies(tx, school, entry, [
          {
            titleId: title.id,
            barcode,
            clc: title.clc,
            bookNumber: null,
            callNumber: null,
            kind: input.kind ?? copyKindOf(title.kind),
            volume: input.volume ?? null,
            location: input.location ?? null,
            // What a reader owes for it one day: the copy's own price, else that of its title.
            priceFen: input.priceFen ?? title.priceFen,
            stockState: input.status ?? null,
            formerNumber: null,
            foundAs: null,
            externalId,
          },
        ]);
        const [copy] = copies;
        if (copy === undefined) throw new Error('no copy was entered');
        return toCopyView(copy, 'in');
      });
    } catch (error) {
      throw markTaken(error);
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

/** What a body wishes for; null: none. @throws Problem 400, 422 `external-id.looks-personal` */
export const askedExternalId = (input: string | null | undefined): string | null => {
  if (input === undefined || input === null) return null;
  const fault = faultOfExternalId(input);
  if (fault === 'malformed') throw invalid({ pointer: '/externalId', code: fault });
  if (fault === 'looks-personal') throw new Problem(422, 'external-id.looks-personal');
  return input;
};

const taken: Readonly<Record<string, ProblemCode>> = {
  [BARCODE_ONCE_IN_A_SCHOOL]: 'copy.barcode-taken',
  [EXTERNAL_ID_ONCE_IN_A_SCHOOL]: 'external-id.taken',
};

/** The violated constraint of the database, translated once. */
export const markTaken = (error: unknown): unknown => {
  const code = taken[violatedUnique(error) ?? ''];
  return code === undefined ? error : conflict(code);
};
