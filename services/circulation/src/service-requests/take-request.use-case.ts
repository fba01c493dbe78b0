import { Injectable } from '@nestjs/common';
import { reachesReader } from '@shulian/contracts/access';
import {
  Clock,
  denied,
  newId,
  OncePerKey,
  unknownReference,
  type Answer,
  type Caller,
  type DeskRequest,
  type Tx,
} from '@shulian/service-kit';
import type { CalendarDay, ReaderId, SchoolId } from '@shulian/contracts/ids';
import type { ServiceRequestAsked } from './service-requests.http.js';
import { ServiceRequestsRepository } from './service-requests.repository.js';

/** A reader asks, or somebody at the desk or of the class asks for one (CIR-020). */
@Injectable()
export class TakeRequest {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 403 for a reader out of reach, 422 for one who is unknown */
  execute(caller: Caller, input: ServiceRequestAsked, request: DeskRequest | null): Promise<Answer> {
    return this.oncePerKey.run(request, 201, async (tx) => {
      const { schoolId, readerId } = await this.askedFor(tx, caller, input);
      const requests = tx.use(ServiceRequestsRepository);
      const [id, askedOn] = [newId(), this.clock.today()];
      await requests.add({
        id,
        schoolId,
        kind: input.kind,
        subject: input.subject,
        details: input.details ?? null,
        readerId,
        askedBy: caller.id,
        askedOn,
        neededBy: (input.neededBy ?? null) as CalendarDay | null,
      });
      return requests.view(id, askedOn);
    });
  }

  /** A pupil or teacher who signs in as a reader asks for nobody else, and need not say so. */
  private async askedFor(
    tx: Tx,
    caller: Caller,
    input: ServiceRequestAsked,
  ): Promise<{ readonly schoolId: SchoolId; readonly readerId: ReaderId | null }> {
    const { reach } = caller;
    const [self] = reach.readers;
    const isOnlySelf = reach.schools.size === 0 && reach.classes.size === 0 && !reach.county;
    const id = input.readerId ?? (isOnlySelf ? self : undefined);
    if (id === undefined) return { schoolId: caller.schoolFor(input.schoolId), readerId: null };
    const reader = await tx.use(ServiceRequestsRepository).reader(id);
    if (reader === null) throw unknownReference('/readerId');
    if (!reachesReader(reach, reader)) throw denied();
    return reader;
  }
}
