import { Injectable } from '@nestjs/common';
import { Clock, OncePerKey, type Answer, type Caller, type DeskRequest } from '@shulian/service-kit';
import type { IntroductionAsked, IntroductionView } from './library-pages.http.js';
import { LibraryPagesRepository } from './library-pages.repository.js';

/** Says who the library of a school is, in place of what was said before. */
@Injectable()
export class PutIntroduction {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 403 for another school */
  execute(caller: Caller, input: IntroductionAsked, request: DeskRequest | null): Promise<Answer> {
    const schoolId = caller.schoolFor(input.schoolId);
    return this.oncePerKey.run(request, 200, async (tx): Promise<IntroductionView> => {
      const pages = tx.use(LibraryPagesRepository);
      const before = await pages.introduction(schoolId);
      const { zh, en = null, hours = null } = input;
      const words = { schoolId, version: (before?.version ?? 0) + 1, zh, en, hours };
      await pages.putIntroduction({ ...words, changedOn: this.clock.today(), changedBy: caller.id });
      return { ...words, changedOn: this.clock.today() };
    });
  }
}
