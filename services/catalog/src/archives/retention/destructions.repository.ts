import { statement, type Session } from '@shulian/service-kit';
import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import type { Occasion } from '../files/archive-files.repository.js';
import type { ArchiveFile } from '../rules/archive-file.js';
import type { Destruction, DestructionState } from '../rules/destruction.js';
import { DESTRUCTION_VIEW, HAS_EXPIRED } from './destruction.row.js';
import type { DestructionView } from './destructions.http.js';

const EXPIRED = statement(
  'archive-destructions.expired',
  `select f.id from archive_file f where f.school_id = $1 and ${HAS_EXPIRED} and f.id = any($3::uuid[])`,
);
const ADD = statement(
  'archive-destructions.add',
  `with made as (
     insert into archive_destruction (id, school_id, name, state, proposed_on, proposed_by) values ($1, $2, $3, 'proposed', $4, $5)
     returning id)
   insert into archive_destruction_file (destruction_id, file_id, open) select m.id, f, true from made m cross join unnest($6::uuid[]) f`,
);
const LOCK = statement(
  'archive-destructions.lock',
  `select id, school_id as "schoolId", state, proposed_by as "proposedBy" from archive_destruction where id = $1 for update`,
);
const DECIDE = statement(
  'archive-destructions.decide',
  `update archive_destruction set state = $2, decided_on = $3, decided_by = $4, document_number = $5, words = $6 where id = $1`,
);
const CARRY_OUT = statement(
  'archive-destructions.carryOut',
  `update archive_destruction set state = 'carried-out', carried_out_on = $2, carried_out_by = $3, witness = $4 where id = $1`,
);
const RELEASE = statement(
  'archive-destructions.release',
  'update archive_destruction_file set open = false where destruction_id = $1',
);
const FILES = statement(
  'archive-destructions.files',
  'select file_id as id from archive_destruction_file where destruction_id = $1',
);
const VIEW = statement('archive-destructions.view', `${DESTRUCTION_VIEW} where d.id = $1`);
/** The unique index that a file on two open proposals runs into. */
export const DESTROYED_ONCE = 'archive_destruction_once';

/** Proposals to destroy files. A proposal is locked before its files. */
export class DestructionsRepository {
  constructor(private readonly session: Session) {}

  /** Which of the files have run out by the day. */
  async expired(
    schoolId: SchoolId,
    day: CalendarDay,
    ids: readonly Pick<ArchiveFile, 'id'>[],
  ): Promise<ReadonlySet<string>> {
    const values = [schoolId, day, ids.map(({ id }) => id)];
    return new Set((await this.session.rows<{ id: string }>(EXPIRED, values)).map(({ id }) => id));
  }

  async add(
    { id, schoolId, name }: { readonly id: string; readonly schoolId: SchoolId; readonly name: string },
    files: readonly string[],
    { on, by }: Occasion,
  ): Promise<void> {
    await this.session.rows(ADD, [id, schoolId, name, on, by, files]);
  }

  async locked(id: string): Promise<Destruction | null> {
    return (await this.session.rows<Destruction>(LOCK, [id]))[0] ?? null;
  }

  async decide(
    id: string,
    state: DestructionState,
    how: { readonly documentNumber: string | null; readonly words: string | null },
    { on, by }: Occasion,
  ): Promise<void> {
    await this.session.rows(DECIDE, [id, state, on, by, how.documentNumber, how.words]);
  }

  async carryOut(id: string, witness: string, { on, by }: Occasion): Promise<void> {
    await this.session.rows(CARRY_OUT, [id, on, by, witness]);
  }

  /** Its files may be proposed again. */
  async release(id: string): Promise<void> {
    await this.session.rows(RELEASE, [id]);
  }

  async files(id: string): Promise<string[]> {
    return (await this.session.rows<{ id: string }>(FILES, [id])).map((row) => row.id);
  }

  async view(id: string): Promise<DestructionView> {
    const [view] = await this.session.rows<DestructionView>(VIEW, [id]);
    if (view === undefined) throw new Error('a proposal that is there is shown');
    return view;
  }
}
