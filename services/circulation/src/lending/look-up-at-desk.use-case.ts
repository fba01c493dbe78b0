import { Injectable } from '@nestjs/common';
import { overridableBy, reachesReader, reachesSchool } from '@shulian/contracts/access';
import type { ReaderId, SchoolId } from '@shulian/contracts/ids';
import { Arrivals, Clock, Database, denied, type Caller } from '@shulian/service-kit';
import { CardKeys } from './card-keys.adapter.js';
import { CheckOutFactsReader, type DeskLookUp } from './check-out.facts.js';
import type { GatheredForCheckOut } from './check-out.row.js';
import type { CheckOutAsked } from './loans.http.js';
import type { AskedAtDesk, Moment } from './rules/check-out.js';
import { SchoolsOfCounty } from './schools.query.js';

/** What is scanned at a desk, and what its caller may see of it. */
@Injectable()
export class DeskLookUps {
  constructor(
    private readonly cardKeys: CardKeys,
    private readonly schools: SchoolsOfCounty,
    private readonly database: Database,
    private readonly arrivals: Arrivals,
    private readonly clock: Clock,
  ) {}

  moment(): Moment {
    return { at: this.clock.instant(), on: this.clock.today(), zone: this.clock.zone };
  }

  /** @throws Problem 403 for a desk of a school out of reach */
  of(caller: Caller, asked: CheckOutAsked): DeskLookUp {
    const schoolId = caller.schoolFor(asked.schoolId);
    const { cardNumber } = asked;
    return {
      schoolId,
      barcode: barcodeAs(asked.copyBarcode),
      cardKeys:
        cardNumber === undefined
          ? null
          : this.schoolsServed(caller, schoolId).map((school) => this.cardKeys.of(school, cardNumber)),
      readerId: cardNumber === undefined ? (asked.readerId?.toLowerCase() as ReaderId) : null,
    };
  }

  /** Waits, outside any transaction, for what may be on its way (decision 9). */
  async arrival(caller: Caller, asked: CheckOutAsked): Promise<void> {
    if (caller.reach.county) await this.schools.read();
    const look = this.of(caller, asked);
    const facts = new CheckOutFactsReader(this.database);
    await this.arrivals.wait(async () => ((await facts.areKnown(look)) ? true : null));
  }

  async arrivalOfCopy(barcode: string): Promise<void> {
    const facts = new CheckOutFactsReader(this.database);
    await this.arrivals.wait(async () => ((await facts.copyIsKnown(barcode)) ? true : null));
  }

  /**
   * What the caller may know of: a reader of another school is unknown here, one of another class of the school is
   * none of the caller's business. @throws Problem 403 for the latter
   */
  asSeenBy(caller: Caller, asked: CheckOutAsked, found: GatheredForCheckOut): AskedAtDesk {
    const { reader } = found;
    const visible = reader !== null && reachesReader(caller.reach, { ...reader, readerId: reader.id });
    if (reader !== null && !visible && caller.mayWorkAt(reader.schoolId)) throw denied();
    return {
      scanned: found.scanned,
      reader: visible ? reader : null,
      overrides: asked.overrides ?? [],
      overridable: overridableFor(caller),
    };
  }

  /** The desk's own school first; a caller of several schools may scan cards of all of them (decision 14). */
  private schoolsServed(caller: Caller, schoolId: SchoolId): readonly string[] {
    const others = caller.reach.county ? this.schools.known() : [...caller.reach.schools];
    return [schoolId, ...others.filter((other) => other !== schoolId && reachesSchool(caller.reach, other))];
  }
}

/** As the catalogue keeps barcodes: NFKC, without blanks, upper case. */
export const barcodeAs = (scanned: string): string =>
  scanned.normalize('NFKC').replace(/\s+/gu, '').toUpperCase();

const overridable = new WeakMap<Caller, ReadonlySet<string>>();

/** The codes a caller may override; a client counts as a device of the school. */
function overridableFor(caller: Caller): ReadonlySet<string> {
  let codes = overridable.get(caller);
  if (codes === undefined) {
    const roles = caller.claims.kind === 'client' ? new Set(['device']) : caller.reach.roles;
    codes = new Set(
      Object.entries(overridableBy).flatMap(([code, by]) =>
        by.some((role) => roles.has(role)) ? [code] : [],
      ),
    );
    overridable.set(caller, codes);
  }
  return codes;
}
