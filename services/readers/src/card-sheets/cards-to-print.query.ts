import { Injectable } from '@nestjs/common';
import { Clock, invalid, Lists, Problem, unknownReference, type Caller } from '@shulian/service-kit';
import { reachesReader } from '@shulian/contracts/access';
import { nameOn, type PlaceOfClass } from '../classes/rules/school-class.js';
import { MOST_CARDS, type CardSheetsAsked, type CardToPrint } from './card-sheets.http.js';

const FOUND = `r.id as "readerId", r.school_id as "schoolId", s.name as "schoolName", r.name, r.kind, r.class_id as "classId",
    k.section, k.entry_year as "entryYear", k.class_no as "classNo"`;
const OF_READER = 'join school s on s.id = r.school_id left join school_class k on k.id = r.class_id';
const WITH_CARD = `select ${FOUND}, c.number, c.valid_until::text as "validUntil"
  from reader r join card c on c.reader_id = r.id and c.status = 'active' ${OF_READER}`;
const OF_CLASS = `${WITH_CARD} where r.class_id = $1 and r.left_on is null order by r.name, r.id limit $2`;
const OF_READERS = `${WITH_CARD} where r.id = any($1::uuid[]) order by r.name, r.id limit $2`;
const OF_BATCH = `select ${FOUND}, m.number, null::text as "validUntil"
  from card_batch b join card_batch_reader m on m.batch_id = b.id join reader r on r.id = m.reader_id ${OF_READER}
  left join card c on c.id = m.card_id
  where b.id = $1 and b.cancelled_on is null and m.number is not null and (c.id is null or c.status = 'active')
  order by r.name, r.id limit $2`;

type Found = Omit<CardToPrint, 'className'> &
  Omit<PlaceOfClass, 'section'> & {
    readonly section: PlaceOfClass['section'] | null;
    readonly classId: string | null;
  };

/** Whose cards are printed. Whoever prints them also logs that the names were seen. */
@Injectable()
export class CardsToPrintQuery {
  constructor(
    private readonly lists: Lists,
    private readonly clock: Clock,
  ) {}

  /** By name. @throws Problem 400 unless one of the three is named, 422 for what is out of reach, 409 for no card at all */
  async find(caller: Caller, { classId, readerIds, batchId }: CardSheetsAsked): Promise<CardToPrint[]> {
    const asked = (
      [
        ['/classId', OF_CLASS, classId],
        ['/readerIds', OF_READERS, readerIds],
        ['/batchId', OF_BATCH, batchId],
      ] as const
    ).flatMap(([pointer, text, value]) =>
      value === undefined || value === null ? [] : [{ pointer, text, value }],
    );
    const [only, ...others] = asked;
    if (only === undefined || others.length > 0) throw invalid({ pointer: '/classId', code: 'one-of-three' });
    const rows = await this.lists.rows<Found>(only.text, [only.value, MOST_CARDS]);
    if (!rows.every((row) => reachesReader(caller.reach, row))) throw unknownReference(only.pointer);
    if (readerIds !== undefined && rows.length < readerIds.length) throw unknownReference('/readerIds');
    if (rows.length === 0) throw new Problem(409, 'card-sheets.no-cards');
    const today = this.clock.today();
    return rows.map(({ section, entryYear, classNo, ...row }) => ({
      ...row,
      className: section === null ? null : nameOn({ section, entryYear, classNo }, today),
    }));
  }
}
