import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { SchoolChangedV1, SchoolOpenedV1 } from '@shulian/contracts/readers';
import { Digests, type Digesting } from '@shulian/service-kit';
import { knownSchoolAfter } from './known-school.projection.js';
import { KnownSchoolsRepository } from './known-schools.repository.js';

/** What the catalogue hears of schools. */
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
}
