import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  newId,
  OncePerKey,
  unknownReference,
  violatedUnique,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import type { WriteOffAsked } from './write-offs.http.js';
import { ASKED_ONCE, WriteOffsRepository } from './write-offs.repository.js';

/** A compensation shall not be paid, and the head is asked (CIR-062). */
@Injectable()
export class AskWriteOff {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 422 out of reach, 409 `write-off.not-owed`, `write-off.asked-already` */
  async execute(caller: Caller, input: WriteOffAsked, request: DeskRequest | null): Promise<Answer> {
    try {
      return await this.oncePerKey.run(request, 201, async (tx) => {
        const { compensationId, reason } = input;
        const writeOffs = tx.use(WriteOffsRepository);
        const compensation = await writeOffs.compensation(compensationId);
        if (compensation === null || !caller.mayWorkAt(compensation.schoolId))
          throw unknownReference('/compensationId');
        if (compensation.status !== 'owed') throw conflict('write-off.not-owed');
        const { schoolId } = compensation;
        const id = newId();
        await writeOffs.add({ id, schoolId, compensationId, reason, on: this.clock.today(), by: caller.id });
        return writeOffs.view(id);
      });
    } catch (error) {
      if (violatedUnique(error) === ASKED_ONCE) throw conflict('write-off.asked-already');
      throw error;
    }
  }
}
