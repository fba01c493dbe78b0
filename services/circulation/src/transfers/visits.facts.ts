import type { CalendarDay, CopyId, CopyTransferId, SchoolId, TitleId } from '@shulian/contracts/ids';
import { statement, type Rows } from '@shulian/service-kit';
import { waitsFor } from '../desk/queues.repository.js';

const MAY_STAY = statement(
  'visit.may-stay',
  `select s.open and not exists (
     select from hold h where ${waitsFor({ title: '$2::uuid', school: 's.school_id', id: '$3::uuid' })}) as may
   from lending_share s where s.school_id = $1`,
);
const IS_OUT = statement(
  'visit.is-out',
  'select exists (select from away_copy where copy_id = $1 and for_hold) as may',
);
const IS_NEW = statement(
  'visit.is-new',
  `select k.accessioned_on + s.new_stay_days > $2::date as may
   from known_copy k join lending_share s on s.school_id = k.school_id where k.copy_id = $1`,
);
const TAKES_BACK = statement(
  'visit.takes-back',
  'select takes_back as may from lending_share where school_id = $1',
);
const IS_EXPECTED = statement(
  'visit.is-expected',
  `select exists (select from copy_transfer t where t.copy_id = $1 and t.to_school_id = $2 and t.status in ('requested', 'packed'))
     or exists (select from away_copy a where a.copy_id = $1 and a.at_school_id = $2) as may`,
);

const LENT_SINCE = statement(
  'visit.lent-since',
  'select exists (select from loan l where l.copy_id = $1 and l.id > $2) as may',
);

/** What may be done at a school with a copy of another one. */
export class VisitsFacts {
  constructor(private readonly rows: Rows) {}

  /** A copy that is here may serve another reader here: its school still lends, and nobody waits for it there. */
  mayStay(copy: {
    readonly schoolId: SchoolId;
    readonly titleId: TitleId;
    readonly copyId: CopyId;
  }): Promise<boolean> {
    return this.may(MAY_STAY, [copy.schoolId, copy.titleId, copy.copyId]);
  }

  /** Its school counts it among what it has out for others already. */
  isOut(copyId: CopyId): Promise<boolean> {
    return this.may(IS_OUT, [copyId]);
  }

  /** It stays with the readers of its school for a while. */
  isNew(copyId: CopyId, today: CalendarDay): Promise<boolean> {
    return this.may(IS_NEW, [copyId, today]);
  }

  /** The school lets others take back what it owns. */
  takesBack(schoolId: SchoolId): Promise<boolean> {
    return this.may(TAKES_BACK, [schoolId]);
  }

  /** The copy was sent to the school, or lies there. */
  isExpected(copyId: CopyId, schoolId: SchoolId): Promise<boolean> {
    return this.may(IS_EXPECTED, [copyId, schoolId]);
  }

  /** The copy was lent after the transfer began: while one is on its way it cannot be. */
  wasLentSince(copyId: CopyId, transferId: CopyTransferId): Promise<boolean> {
    return this.may(LENT_SINCE, [copyId, transferId]);
  }

  private async may(what: typeof MAY_STAY, values: readonly unknown[]): Promise<boolean> {
    const [row] = await this.rows.rows<{ may: boolean }>(what, values);
    return row?.may === true;
  }
}
