import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  invalid,
  newId,
  OncePerKey,
  refuseIfStale,
  sql,
  unknownReference,
  unknownThing,
  violatedUnique,
  type Answer,
  type Caller,
  type DeskRequest,
  type Tx,
} from '@shulian/service-kit';
import type { SchoolId } from '@shulian/contracts/ids';
import { KnownSchoolsQuery } from '../../from-readers/known-schools.query.js';
import { ScopesRepository } from '../units/scopes.repository.js';
import type { Retention } from '../rules/archive-file.js';
import { archiveFileViews } from './archive-file.row.js';
import type {
  ArchiveFileAsked,
  ArchiveFileChangeAsked,
  ArchiveFilesEntered,
  ArchiveFileView,
} from './archive-files.http.js';
import { ArchiveFilesRepository, type NewArchiveFile } from './archive-files.repository.js';

/** The unique constraint that a second file with the same 档号 runs into. */
export const CODE_ONCE = 'archive_file_code_once';

/** Enters files into the catalogue of an archive, and puts right what is said of them (CAT-096). */
@Injectable()
export class KeepArchiveFiles {
  constructor(
    private readonly once: OncePerKey,
    private readonly schools: KnownSchoolsQuery,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 422 for an unknown school, unit or scope, 400 without a retention, 409 `archive-file.code-taken` */
  async enter(
    caller: Caller,
    schoolId: SchoolId,
    asked: readonly ArchiveFileAsked[],
    request: DeskRequest | null,
  ): Promise<Answer> {
    if ((await this.schools.awaited(schoolId)) === null) throw unknownReference('/schoolId');
    const occasion = { on: this.clock.today(), by: caller.id };
    try {
      return await this.once.run(request, 201, async (tx): Promise<ArchiveFilesEntered> => {
        await refuseUnknown(tx, schoolId, asked);
        const retentions = await tx.use(ScopesRepository).retentions(schoolId);
        const files = asked.map((file, at) => newFile(file, at, retentions, occasion.on));
        const made = await tx.use(ArchiveFilesRepository).add(schoolId, files, occasion);
        const ids = made.map(({ id }) => id);
        const views = await viewsOf(tx, ids);
        return { items: ids.flatMap((id) => views.filter((view) => view.id === id)) };
      });
    } catch (error) {
      throw codeTaken(error);
    }
  }

  /** @throws Problem 404 for a file of another school, 412, 422 for an unknown unit or scope */
  change(
    caller: Caller,
    id: string,
    version: number,
    asked: ArchiveFileChangeAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    return this.once.run(request, 200, async (tx) => {
      const files = tx.use(ArchiveFilesRepository);
      const file = await files.one(id);
      if (file === null || !caller.mayWorkAt(file.schoolId)) throw unknownThing();
      refuseIfStale(version, file.version);
      await refuseUnknown(tx, file.schoolId, [asked]);
      const { unitId = file.unitId, scopeId = file.scopeId, readerId = file.readerId } = asked;
      const { pages = file.pages, note = file.note } = asked;
      const ofScope =
        scopeId === null || scopeId === file.scopeId
          ? undefined
          : await retentionOf(tx, file.schoolId, scopeId);
      const retention = asked.retention ?? ofScope ?? file.retention;
      const said = { title: asked.title ?? file.title, unitId, scopeId, readerId, pages, note, retention };
      await files.change({ ...file, ...said, version: file.version + 1 });
      return (await viewsOf(tx, [id]))[0];
    });
  }
}

export const viewsOf = (tx: Tx, ids: readonly string[]): Promise<ArchiveFileView[]> =>
  tx.session.rows<ArchiveFileView>(...archiveFileViews(sql`f.id = any(${ids}::uuid[])`).numbered());

const retentionOf = async (tx: Tx, schoolId: SchoolId, scopeId: string): Promise<Retention | undefined> =>
  (await tx.use(ScopesRepository).retentions(schoolId)).get(scopeId);

/** The violated constraint of the database, translated once. */
const codeTaken = (error: unknown): unknown =>
  violatedUnique(error) === CODE_ONCE ? conflict('archive-file.code-taken') : error;

/** @throws Problem 422 */
async function refuseUnknown(
  tx: Tx,
  schoolId: SchoolId,
  asked: readonly { readonly unitId?: string | null; readonly scopeId?: string | null }[],
): Promise<void> {
  const named = asked.map(({ unitId = null, scopeId = null }) => ({ unitId, scopeId }));
  const { units, scopes } = await tx.use(ArchiveFilesRepository).unknownOf(schoolId, named);
  if (units) throw unknownReference('/unitId');
  if (scopes) throw unknownReference('/scopeId');
}

/** @throws Problem 400 where nothing says how long it is kept */
function newFile(
  asked: ArchiveFileAsked,
  at: number,
  retentions: ReadonlyMap<string, Retention>,
  today: string,
): NewArchiveFile {
  const { class: kind, year, title, code = null, unitId = null, scopeId = null, readerId = null } = asked;
  const { pages = null, place = null, note = null, state = 'received' } = asked;
  const retention = asked.retention ?? (scopeId === null ? undefined : retentions.get(scopeId));
  if (retention === undefined)
    throw invalid({ pointer: `/items/${String(at)}/retention`, code: 'is-defined' });
  const isFiled = state === 'filed' || state === 'shelved';
  const filedOn = isFiled ? (asked.filedOn ?? today) : null;
  const said = { class: kind, year, title, code, unitId, scopeId, readerId, pages, place, note };
  return { id: newId(), ...said, state, retention, filedOn };
}
