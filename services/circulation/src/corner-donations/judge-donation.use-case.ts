import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  invalid,
  OncePerKey,
  refuseIfStale,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
  type Tx,
} from '@shulian/service-kit';
import type { DonationView, VerdictAsked } from './corner-donations.http.js';
import { CornerDonationsRepository, type LockedDonation } from './corner-donations.repository.js';

/** The library looks at what is given: sound in ideas, science and interest, or refused with the reason. A verdict may be put right. */
@Injectable()
export class JudgeDonation {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 out of reach, 412, 400 for a refusal without a reason, 409 `corner-donation.removed` */
  judge(
    caller: Caller,
    id: string,
    version: number,
    input: VerdictAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    const taken = input.sound && input.scientific && input.interesting;
    if (!taken && (input.why ?? null) === null) throw invalid({ pointer: '/why', code: 'required' });
    return this.of(caller, id, request, async (tx, donation) => {
      refuseIfStale(version, donation.version);
      if (donation.state === 'removed') throw conflict('corner-donation.removed');
      const how = { on: this.clock.today(), by: caller.id };
      await tx.use(CornerDonationsRepository).judge(id, taken ? 'accepted' : 'refused', input, how);
    });
  }

  /** What was given stands there no more: worn out, or taken back. @throws Problem 404, 409 `corner-donation.not-accepted` */
  remove(caller: Caller, id: string, request: DeskRequest | null): Promise<Answer> {
    return this.of(caller, id, request, async (tx, { state }) => {
      if (state !== 'accepted') throw conflict('corner-donation.not-accepted');
      await tx.use(CornerDonationsRepository).remove(id);
    });
  }

  private of(
    caller: Caller,
    id: string,
    request: DeskRequest | null,
    work: (tx: Tx, donation: LockedDonation) => Promise<void>,
  ): Promise<Answer> {
    return this.oncePerKey.run(request, 200, async (tx): Promise<DonationView> => {
      const donations = tx.use(CornerDonationsRepository);
      const donation = await donations.locked(id);
      if (donation === null || !caller.reach.schools.has(donation.schoolId)) throw unknownThing();
      await work(tx, donation);
      return donations.view(id);
    });
  }
}
