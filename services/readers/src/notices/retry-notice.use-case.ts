import { Injectable } from '@nestjs/common';
import type { ReaderId, SchoolClassId, SchoolId } from '@shulian/contracts/ids';
import {
  Clock,
  conflict,
  OncePerKey,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import { hasMail } from '../notice-settings/notice-settings.query.js';
import { NoticeSettingsRepository } from '../notice-settings/notice-settings.repository.js';
import { AudienceFacts } from './audience.facts.js';
import { NoticesRepository } from './notices.repository.js';
import { mayRetry, type About } from './rules/notice.js';
import type { NoticeView } from './notices.http.js';

/** A person sends a notice once more: the mail server is there now, or somebody has entered where to send it. */
@Injectable()
export class RetryNotice {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 out of reach, 409 `notice.not-now`, `notice.too-late`, `notice.no-channel` */
  execute(caller: Caller, id: string, request: DeskRequest | null): Promise<Answer> {
    return this.oncePerKey.run(request, 200, async (tx) => {
      const notices = tx.use(NoticesRepository);
      const notice = await notices.locked(id);
      if (notice === null || !caller.mayWorkAt(notice.schoolId)) throw unknownThing();
      if (!mayRetry(notice.state)) throw conflict('notice.not-now');
      const today = this.clock.today();
      if (notice.untilOn < today) throw conflict('notice.too-late');
      const again = { id, at: this.clock.now(), by: caller.id };
      if (notice.channel === 'webhook') {
        const settings = tx.use(NoticeSettingsRepository);
        const schoolId = notice.schoolId as SchoolId;
        if ((await settings.webhook(schoolId)) === null) throw conflict('notice.no-channel');
        await notices.queueAgain({ ...again, recipientId: schoolId, language: notice.language });
      } else {
        const { reachable } = await tx.use(AudienceFacts).of(aboutOf(notice), today, again.at);
        const to = reachable.filter(({ recipient }) => recipient === notice.recipient);
        const same = to.find((reached) => reached.id === notice.recipientId);
        // The class may have another teacher by now, or one who can be reached; a person is nobody else.
        const one = same ?? (notice.recipient === 'class-teacher' ? to[0] : undefined);
        if (one === undefined || !hasMail()) throw conflict('notice.no-channel');
        const isFree = await notices.queueAgain({ ...again, recipientId: one.id, language: one.language });
        // That teacher has a notice of the same cause already.
        if (!isFree) throw conflict('notice.not-now');
      }
      return notices.view(id);
    });
  }
}

/** Whom the notice is about. */
const aboutOf = ({ schoolId, readerId, classId }: NoticeView): About => ({
  schoolId: schoolId as SchoolId,
  readerId: readerId as ReaderId | null,
  classId: classId as SchoolClassId | null,
});
