import { Injectable } from '@nestjs/common';
import { reachesSchool } from '@shulian/contracts/access';
import { idAfter, Lists, pageOf, type Caller, type Page } from '@shulian/service-kit';
import { DONATION_VIEW } from './corner-donation.row.js';
import type { DonationsAsked, DonationView } from './corner-donations.http.js';

const LIST = `${DONATION_VIEW}
  where d.school_id = $1 and ($2::uuid[] is null or c.class_id = any($2)) and ($3::uuid is null or d.corner_id = $3)
    and ($4::text is null or d.state = $4)
    and d.offered_on between coalesce($5::date, '-infinity') and coalesce($6::date, 'infinity')
    and ($7::uuid is null or d.id < $7)
  order by d.id desc limit $8`;

/** What was given to the corners of a school, newest first. */
@Injectable()
export class CornerDonationsQuery {
  constructor(private readonly lists: Lists) {}

  /** @throws Problem 403 for a school out of reach */
  async list(caller: Caller, input: DonationsAsked): Promise<Page<DonationView>> {
    const schoolId = caller.schoolFor(input.schoolId);
    const rows = await this.lists.rows<DonationView>(LIST, [
      schoolId,
      reachesSchool(caller.reach, schoolId) ? null : [...caller.reach.classes.keys()],
      input.cornerId ?? null,
      input.state ?? null,
      input.from ?? null,
      input.to ?? null,
      idAfter(input.cursor),
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      ({ id }) => [id],
    );
  }
}
