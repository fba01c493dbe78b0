import { Injectable } from '@nestjs/common';
import { OncePerKey, type Answer, type Caller, type DeskRequest } from '@shulian/service-kit';
import type { StandardAsked, StandardView } from './library-standards.http.js';
import { LibraryStandardsRepository } from './library-standards.repository.js';

/** The county says what libraries are measured against; whoever said it last is right. */
@Injectable()
export class SetStandard {
  constructor(private readonly once: OncePerKey) {}

  execute(caller: Caller, input: StandardAsked, request: DeskRequest | null): Promise<Answer> {
    const { figure, schoolKind = null, asked = null, source = null } = input;
    const standard: StandardView = { figure, schoolKind, asked, source };
    return this.once.run(request, 200, async (tx) => {
      await tx.use(LibraryStandardsRepository).set(standard, caller.id);
      return standard;
    });
  }
}
