import { Injectable } from '@nestjs/common';
import {
  OncePerKey,
  unknownReference,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import type { TitleId } from '@shulian/contracts/ids';
import { askedExternalId } from '../accession/accession-copy.use-case.js';
import { mergedInto } from '../titles/merged-title.step.js';
import type { TitleNamedAsked } from './title-external-ids.http.js';
import { TitleExternalIdsRepository } from './title-external-ids.repository.js';

/** The system of a school says which title of the county it means by an id of its own; said again it means another. */
@Injectable()
export class NameTitle {
  constructor(private readonly oncePerKey: OncePerKey) {}

  /** @throws Problem 400 for what is no id or no title, 403 for another school, 409 `title.merged`, 422 `external-id.looks-personal` */
  execute(
    caller: Caller,
    externalId: string,
    input: TitleNamedAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    const schoolId = caller.schoolFor(input.schoolId);
    const wished = askedExternalId(externalId) ?? externalId;
    const titleId = input.titleId as TitleId;
    return this.oncePerKey.run(request, 200, async (tx) => {
      const ids = tx.use(TitleExternalIdsRepository);
      const standing = await ids.standing(titleId);
      if (standing === null) throw unknownReference('/titleId');
      if (standing.mergedInto !== null) throw mergedInto(standing.mergedInto, 409);
      return ids.put(schoolId, wished, titleId);
    });
  }
}
