import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  invalid,
  newId,
  OncePerKey,
  unknownReference,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import { BookCornersRepository } from '../book-corners/book-corners.repository.js';
import type { DonationAsked } from './corner-donations.http.js';
import { CornerDonationsRepository } from './corner-donations.repository.js';

/** A class, a pupil or somebody from outside offers books to a corner; they stand there when they were looked at (CIR-068). */
@Injectable()
export class OfferDonation {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 for a corner out of reach, 400 for two givers, 422 for one the school has not, 409 `book-corner.closed` */
  execute(
    caller: Caller,
    cornerId: string,
    input: DonationAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    const named = [input.classId, input.readerId, input.giver].filter(
      (each) => each !== undefined && each !== null,
    );
    if (named.length > 1) throw invalid({ pointer: '/giver', code: 'one-giver' });
    return this.oncePerKey.run(request, 201, async (tx) => {
      const corners = tx.use(BookCornersRepository);
      const corner = await corners.locked(cornerId);
      const { reach } = caller;
      if (corner === null || !(reach.schools.has(corner.schoolId) || reach.classes.has(corner.classId)))
        throw unknownThing();
      if (corner.closed) throw conflict('book-corner.closed');
      const donations = tx.use(CornerDonationsRepository);
      const given = named.length === 0 ? { ...input, classId: corner.classId } : input;
      if (given.classId !== undefined && !(await donations.hasClass(given.classId, corner.schoolId)))
        throw unknownReference('/classId');
      if (given.readerId !== undefined && !(await corners.hasReader(given.readerId, corner.schoolId)))
        throw unknownReference('/readerId');
      const id = newId();
      await donations.add(id, corner, given, this.clock.today());
      return donations.view(id);
    });
  }
}
