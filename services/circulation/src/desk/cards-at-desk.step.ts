import { Injectable } from '@nestjs/common';
import { reachesSchool } from '@shulian/contracts/access';
import type { SchoolId } from '@shulian/contracts/ids';
import type { Caller } from '@shulian/service-kit';
import { CardKeys } from './card-keys.adapter.js';
import { SchoolsOfCounty } from './schools.query.js';

/** Cards that are shown at a desk. */
@Injectable()
export class CardsAtDesk {
  constructor(
    private readonly cardKeys: CardKeys,
    private readonly schools: SchoolsOfCounty,
  ) {}

  /** Keys of a card at the schools the desk serves: its own first; a caller of several may scan cards of all (decision 14). */
  keysOf(caller: Caller, schoolId: SchoolId, cardNumber: string): readonly string[] {
    const others = caller.reach.county ? this.schools.known() : [...caller.reach.schools];
    const served = others.filter((other) => other !== schoolId && reachesSchool(caller.reach, other));
    return [schoolId, ...served].map((school) => this.cardKeys.of(school, cardNumber));
  }

  /** Key of a card at one school. */
  keyAt(schoolId: SchoolId, cardNumber: string): string {
    return this.cardKeys.of(schoolId, cardNumber);
  }

  /** The county may have a school more by now. */
  async refresh(caller: Caller): Promise<void> {
    if (caller.reach.county) await this.schools.read();
  }
}
