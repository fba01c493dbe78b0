import { Injectable } from '@nestjs/common';
import {
  Clock,
  newId,
  OncePerKey,
  unknownReference,
  type Answer,
  type DeskRequest,
} from '@shulian/service-kit';
import type { SchoolId, TitleId } from '@shulian/contracts/ids';
import { accessionCopies, type NewCopy } from '../accession/accession-copies.use-case.js';
import { KnownSchoolsQuery } from '../from-readers/known-schools.query.js';
import { describedAs } from '../titles/describe-title.use-case.js';
import { describedOnlyBy, type Title } from '../titles/rules/title.js';
import { writeTitles } from '../titles/write-titles.use-case.js';
import type { SchoolPublicationAsked } from './school-publications.http.js';
import { publicationView } from './school-publications.query.js';
import { SchoolPublicationsRepository } from './school-publications.repository.js';

/** Enters what a school has made itself: the title, what it is, and its copies, in one step. */
@Injectable()
export class EnterPublication {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly schools: KnownSchoolsQuery,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 422 for an unknown school, 400 for a class number that is none */
  async execute(
    input: SchoolPublicationAsked,
    schoolId: SchoolId,
    by: string,
    request: DeskRequest | null,
  ): Promise<Answer> {
    const school = await this.schools.awaited(schoolId);
    if (school === null) throw unknownReference('/schoolId');
    const title: Title = {
      ...describedAs(describedOnlyBy(input.title), {
        kind: 'school-publication',
        statement: input.makers,
        publisher: school.name,
        publishedYear: input.year,
        clc: input.clc ?? null,
        priceFen: input.priceFen ?? null,
      }),
      id: newId<TitleId>(),
      version: 1,
    };
    return this.oncePerKey.run(request, 201, async (tx) => {
      await writeTitles(tx, { added: [title], changed: [] }, this.clock.now());
      await tx.use(SchoolPublicationsRepository).add({
        titleId: title.id,
        version: 1,
        schoolId,
        kind: input.kind,
        makers: input.makers,
        year: input.year,
        characters: input.characters ?? null,
        note: input.note ?? null,
      });
      const entry = {
        day: this.clock.today(),
        source: 'school-publication',
        documentNumber: null,
        importId: null,
        by,
      } as const;
      const copy = newCopyOf(title);
      await accessionCopies(
        tx,
        school,
        entry,
        Array.from({ length: input.copies }, () => copy),
      );
      return publicationView(tx.session, title.id);
    });
  }
}

const newCopyOf = ({ id, clc, priceFen }: Title): NewCopy => ({
  titleId: id,
  barcode: null,
  clc,
  bookNumber: null,
  callNumber: null,
  kind: 'book',
  volume: null,
  location: null,
  priceFen,
  stockState: null,
  formerNumber: null,
  foundAs: null,
});
