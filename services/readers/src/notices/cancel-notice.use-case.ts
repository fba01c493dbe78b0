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
import { NoticesRepository } from './notices.repository.js';
import { mayCancel } from './rules/notice.js';

/** What has not left yet does not leave: the book came back a minute ago. */
@Injectable()
export class CancelNotice {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 out of reach, 409 `notice.not-now` */
  execute(caller: Caller, id: string, request: DeskRequest | null): Promise<Answer> {
    return this.oncePerKey.run(request, 200, async (tx) => {
      const notices = tx.use(NoticesRepository);
      const notice = await notices.locked(id);
      if (notice === null || !caller.mayWorkAt(notice.schoolId)) throw unknownThing();
      if (!mayCancel(notice.state)) throw conflict('notice.not-now');
      await notices.cancel(id, this.clock.now(), caller.id);
      return notices.view(id);
    });
  }
}
