import { statement, type Session } from '@shulian/service-kit';
import type { CalendarDay, TitleId } from '@shulian/contracts/ids';
import { FROM_SERIAL, SERIAL_COLUMNS } from './serial.row.js';
import type { FieldChange, Serial } from './rules/serial.js';
import { asSerialView, type StoredSerial } from './serials.query.js';
import type { SerialView } from './serials.http.js';

const COLUMNS = `title_id as "titleId", version, kind, issn, postal_code as "postalCode", cn_number as "cnNumber", pattern,
  price_fen as "priceFen", audience, core_subjects as "coreSubjects"`;
const ADD = statement(
  'serials.add',
  `insert into serial (title_id, version, kind, issn, postal_code, cn_number, pattern, price_fen, audience, core_subjects)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
);
const LOCK = statement('serials.lock', `select ${COLUMNS} from serial where title_id = $1 for update`);
const CHANGE = statement(
  'serials.change',
  `update serial set version = $2, kind = $3, issn = $4, postal_code = $5, cn_number = $6, pattern = $7, price_fen = $8,
     audience = $9, core_subjects = $10 where title_id = $1`,
);
const NOTE = statement(
  'serials.note',
  `insert into serial_change (title_id, version, on_day, by_whom, seen_in, changes) values ($1, $2, $3, $4, $5, $6)`,
);
const VIEW = statement('serials.view', `select ${SERIAL_COLUMNS} ${FROM_SERIAL} where s.title_id = $1`);

/** The constraints that a second serial with the same number runs into, with the code of the refusal. */
export const TAKEN = {
  serial_pkey: 'serial.described-already',
  serial_issn_once: 'serial.issn-taken',
  serial_postal_code_once: 'serial.postal-code-taken',
} as const;

const valuesOf = (serial: Serial): unknown[] => [
  serial.titleId,
  serial.version,
  serial.kind,
  serial.issn,
  serial.postalCode,
  serial.cnNumber,
  JSON.stringify(serial.pattern),
  serial.priceFen,
  serial.audience,
  serial.coreSubjects,
];

/** Serials of the county. A serial is locked after its title. */
export class SerialsRepository {
  constructor(private readonly session: Session) {}

  async add(serial: Serial): Promise<void> {
    await this.session.rows(ADD, valuesOf(serial));
  }

  async locked(id: TitleId): Promise<Serial | null> {
    return (await this.session.rows<Serial>(LOCK, [id]))[0] ?? null;
  }

  async change(
    serial: Serial,
    how: {
      readonly on: CalendarDay;
      readonly by: string;
      readonly seenIn: string | null;
      readonly changes: readonly FieldChange[];
    },
  ): Promise<void> {
    await this.session.rows(CHANGE, valuesOf(serial));
    const { on, by, seenIn, changes } = how;
    await this.session.rows(NOTE, [serial.titleId, serial.version, on, by, seenIn, JSON.stringify(changes)]);
  }

  async view(id: TitleId, today: CalendarDay): Promise<SerialView> {
    const [row] = await this.session.rows<StoredSerial>(VIEW, [id]);
    if (row === undefined) throw new Error('the serial is gone');
    return asSerialView(row, today);
  }
}
