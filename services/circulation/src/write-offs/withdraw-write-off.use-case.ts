import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  OncePerKey,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import { WriteOffsRepository } from './write-offs.repository.js';

/** It is asked for no more. */
@Injectable()
export class WithdrawWriteOff {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 out of reach, 409 `write-off.decided` */
  execute(caller: Caller, id: string, request: DeskRequest | null): Promise<Answer> {
    return this.oncePerKey.run(request, 200, async (tx) => {
      const writeOffs = tx.use(WriteOffsRepository);
      const asked = await writeOffs.locked(id);
      if (asked === null || !caller.mayWorkAt(asked.schoolId)) throw unknownThing();
      if (asked.state !== 'asked') throw conflict('write-off.decided');
      await writeOffs.decide(id, 'withdrawn', { on: this.clock.today(), by: caller.id, note: null });
      return writeOffs.view(id);
    });
  }
}
