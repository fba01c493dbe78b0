import { Injectable } from '@nestjs/common';
import {
  conflict,
  OncePerKey,
  unknownThing,
  violatedUnique,
  type Answer,
  type DeskRequest,
} from '@shulian/service-kit';
import type { SchoolId, TitleId } from '@shulian/contracts/ids';
import { NUMBER_ONCE, SerialShelfNumbersRepository } from './shelf-numbers.repository.js';
import { shelfNumberView } from './shelving.query.js';

/** Gives a serial its number on the shelves of a school, or another one. */
@Injectable()
export class NumberSerial {
  constructor(private readonly oncePerKey: OncePerKey) {}

  /** @throws Problem 404 for a title that is no serial, 409 `serial-shelving.number-taken` */
  async execute(
    titleId: TitleId,
    number: number | null,
    schoolId: SchoolId,
    request: DeskRequest | null,
  ): Promise<Answer> {
    try {
      return await this.oncePerKey.run(request, 200, async (tx) => {
        const numbers = tx.use(SerialShelfNumbersRepository);
        if (!(await numbers.isSerial(titleId))) throw unknownThing();
        await numbers.put(schoolId, titleId, number);
        return shelfNumberView(tx.session, schoolId, titleId);
      });
    } catch (error) {
      throw violatedUnique(error) === NUMBER_ONCE ? conflict('serial-shelving.number-taken') : error;
    }
  }
}
