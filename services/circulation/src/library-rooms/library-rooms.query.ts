import { Injectable } from '@nestjs/common';
import type { CalendarDay, ReaderId, SchoolId } from '@shulian/contracts/ids';
import type { ReaderKind } from '@shulian/contracts/words';
import { Clock, idAfter, Lists, pageOf, unknownThing, type Caller, type Page, type Rows } from '@shulian/service-kit'; // prettier-ignore
import { CardsAtDesk } from '../desk/cards-at-desk.step.js';
import { ROOM_VIEW } from './library-room.row.js';
import { shelfAccessView, type LibraryRoomsAsked, type LibraryRoomView, type ShelfAccessView, type ShelfStepAsked } from './library-rooms.http.js'; // prettier-ignore

const LIST = `${ROOM_VIEW}
  where m.school_id = $1 and ($2::boolean is true or m.retired_on is null) and ($3::uuid is null or m.id > $3)
  order by m.id limit $4`;
const STEPS = `select reader_kind as "readerKind", grades, access, begins_on::text as "beginsOn"
  from shelf_access_step where room_id = $1 order by place`;
const READER = `select r.reader_id as "readerId", r.school_id as "schoolId", r.kind, r.class_id as "classId",
    coalesce(k.section, r.section) as section, coalesce(k.entry_year, r.entry_year) as "entryYear"
  from known_reader r left join known_class k on k.class_id = r.class_id
  where r.standing = 'active' and r.school_id = $1 and r.reader_id = coalesce($2::uuid,
    (select c.reader_id from known_card c where c.card_key = $3 and c.school_id = $1 and c.status = 'active' limit 1))`;

/** A reader of the school who stands at the door. */
export type ReaderAtDoor = {
  readonly readerId: ReaderId;
  readonly schoolId: SchoolId;
  readonly kind: ReaderKind;
  readonly classId: string | null;
  readonly section: 'primary' | 'junior' | 'senior' | null;
  readonly entryYear: number | null;
};

/** The rooms of a school. */
@Injectable()
export class LibraryRoomsQuery {
  constructor(
    private readonly lists: Lists,
    private readonly cards: CardsAtDesk,
    private readonly clock: Clock,
  ) {}

  async list(schoolId: SchoolId, input: LibraryRoomsAsked): Promise<Page<LibraryRoomView>> {
    const values = [schoolId, input.retired ?? null, idAfter(input.cursor), input.limit + 1];
    return pageOf(
      await this.lists.rows<LibraryRoomView>(LIST, values),
      input.limit,
      (row) => row,
      (row) => [row.id],
    );
  }

  /** @throws Problem 404 out of reach */
  async ownRoom(
    caller: Caller,
    id: string,
    rows: Rows = this.lists,
  ): Promise<LibraryRoomView & { readonly schoolId: SchoolId }> {
    const [room] = await rows.rows<LibraryRoomView & { schoolId: SchoolId }>(`${ROOM_VIEW} where m.id = $1`, [
      id,
    ]);
    if (room === undefined || !caller.mayWorkAt(room.schoolId)) throw unknownThing();
    return room;
  }

  /** @throws Problem 404 out of reach */
  async shelfAccess(
    caller: Caller,
    id: string,
    on: CalendarDay = this.clock.today(),
  ): Promise<ShelfAccessView> {
    await this.ownRoom(caller, id);
    return shelfAccessView(id, await this.steps(id), on);
  }

  steps(roomId: string): Promise<ShelfStepAsked[]> {
    return this.lists.rows<ShelfStepAsked>(STEPS, [roomId]);
  }

  /** Who is named by id or shows a card of the school; null: nobody there. */
  async readerAtDoor(
    caller: Caller,
    schoolId: SchoolId,
    who: { readonly readerId?: string; readonly cardNumber?: string },
    rows: Rows = this.lists,
  ): Promise<ReaderAtDoor | null> {
    const [key] = who.cardNumber === undefined ? [] : this.cards.keysOf(caller, schoolId, who.cardNumber);
    const [reader] = await rows.rows<ReaderAtDoor>(READER, [schoolId, who.readerId ?? null, key ?? null]);
    return reader ?? null;
  }
}
