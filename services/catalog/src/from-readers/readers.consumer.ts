import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import {
  CalendarChangedV1,
  SchoolChangedV1,
  SchoolOpenedV1,
  TermChangedV1,
  TermOpenedV1,
} from '@shulian/contracts/readers';
import { Digests, PassesOver, type Digesting } from '@shulian/service-kit';
import { knownSchoolAfter } from './known-school.projection.js';
import { KnownSchoolsRepository } from './known-schools.repository.js';
import { KnownTermsRepository } from './known-terms.repository.js';

/** What the catalogue hears of schools and their terms; on which days they are closed is nothing to it. */
@PassesOver('from-readers', CalendarChangedV1)
@Controller()
export class ReadersConsumer {
  @Digests('from-readers', SchoolOpenedV1)
  opened(@Payload() event: SchoolOpenedV1, @Ctx() { tx }: Digesting): Promise<void> {
    return tx
      .use(KnownSchoolsRepository)
      .change(event.data.schoolId, (known) => knownSchoolAfter(event, known));
  }

  @Digests('from-readers', SchoolChangedV1)
  changed(@Payload() event: SchoolChangedV1, @Ctx() { tx }: Digesting): Promise<void> {
    return tx
      .use(KnownSchoolsRepository)
      .change(event.data.schoolId, (known) => knownSchoolAfter(event, known));
  }

  @Digests('from-readers', TermOpenedV1)
  termOpened(@Payload() event: TermOpenedV1, @Ctx() { tx }: Digesting): Promise<void> {
    return tx.use(KnownTermsRepository).know(event);
  }

  @Digests('from-readers', TermChangedV1)
  termChanged(@Payload() event: TermChangedV1, @Ctx() { tx }: Digesting): Promise<void> {
    return tx.use(KnownTermsRepository).know(event);
  }
}
