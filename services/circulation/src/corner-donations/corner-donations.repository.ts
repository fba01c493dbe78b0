import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import { statement, type Session } from '@shulian/service-kit';
import { DONATION_VIEW } from './corner-donation.row.js';
import type { DonationAsked, DonationState, DonationView, VerdictAsked } from './corner-donations.http.js';

const ADD = statement(
  'corner-donation.add',
  `insert into corner_donation (id, school_id, corner_id, class_id, reader_id, giver, title, author, occasion, volumes, offered_on)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
);
const LOCK = statement(
  'corner-donation.lock',
  `select school_id as "schoolId", state, version from corner_donation where id = $1 for update`,
);
const JUDGE = statement(
  'corner-donation.judge',
  `update corner_donation set state = $2, sound = $3, scientific = $4, interesting = $5, why = $6, vetted_on = $7,
     vetted_by = $8, version = version + 1 where id = $1`,
);
const REMOVE = statement(
  'corner-donation.remove',
  `update corner_donation set state = 'removed', version = version + 1 where id = $1`,
);
const VIEW = statement('corner-donation.view', `${DONATION_VIEW} where d.id = $1`);
const CLASS = statement(
  'corner-donation.class',
  'select from known_class where class_id = $1 and school_id = $2',
);

export type LockedDonation = {
  readonly schoolId: SchoolId;
  readonly state: DonationState;
  readonly version: number;
};

export class CornerDonationsRepository {
  constructor(private readonly session: Session) {}

  async hasClass(classId: string, schoolId: SchoolId): Promise<boolean> {
    return (await this.session.rows(CLASS, [classId, schoolId])).length > 0;
  }

  async add(
    id: string,
    corner: { readonly id: string; readonly schoolId: SchoolId },
    given: DonationAsked,
    offeredOn: CalendarDay,
  ): Promise<void> {
    await this.session.rows(ADD, [
      id,
      corner.schoolId,
      corner.id,
      given.classId ?? null,
      given.readerId ?? null,
      given.giver ?? null,
      given.title,
      given.author ?? null,
      given.occasion ?? null,
      given.volumes,
      offeredOn,
    ]);
  }

  async locked(id: string): Promise<LockedDonation | null> {
    const [found] = await this.session.rows<LockedDonation>(LOCK, [id]);
    return found ?? null;
  }

  async judge(
    id: string,
    state: DonationState,
    { sound, scientific, interesting, why }: VerdictAsked,
    how: { readonly on: CalendarDay; readonly by: string },
  ): Promise<void> {
    await this.session.rows(JUDGE, [id, state, sound, scientific, interesting, why ?? null, how.on, how.by]);
  }

  async remove(id: string): Promise<void> {
    await this.session.rows(REMOVE, [id]);
  }

  async view(id: string): Promise<DonationView> {
    const [view] = await this.session.rows<DonationView>(VIEW, [id]);
    if (view === undefined) throw new Error('the donation is gone');
    return view;
  }
}
