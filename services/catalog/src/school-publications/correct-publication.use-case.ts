import { Injectable } from '@nestjs/common';
import {
  OncePerKey,
  refuseIfStale,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import type { TitleId } from '@shulian/contracts/ids';
import type { SchoolPublicationChange } from './school-publications.http.js';
import { publicationView } from './school-publications.query.js';
import { SchoolPublicationsRepository } from './school-publications.repository.js';

/** Puts right what kind of publication it is, who made it and when; its title is changed as any other. */
@Injectable()
export class CorrectPublication {
  constructor(private readonly oncePerKey: OncePerKey) {}

  /** @throws Problem 404 for a publication of another school, 412 */
  execute(
    id: TitleId,
    version: number,
    input: SchoolPublicationChange,
    caller: Caller,
    request: DeskRequest | null,
  ): Promise<Answer> {
    return this.oncePerKey.run(request, 200, async (tx) => {
      const publications = tx.use(SchoolPublicationsRepository);
      const publication = await publications.locked(id);
      if (publication === null || !caller.mayWorkAt(publication.schoolId)) throw unknownThing();
      refuseIfStale(version, publication.version);
      await publications.change({
        ...publication,
        version: version + 1,
        kind: input.kind ?? publication.kind,
        makers: input.makers ?? publication.makers,
        year: input.year ?? publication.year,
        characters: input.characters === undefined ? publication.characters : input.characters,
        note: input.note === undefined ? publication.note : input.note,
      });
      return publicationView(tx.session, id);
    });
  }
}
