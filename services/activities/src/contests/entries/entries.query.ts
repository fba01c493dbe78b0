import { Injectable } from '@nestjs/common';
import { FileStore, idAfter, Lists, pageOf, statement, unknownThing, Database, type Caller, type OpenFile, type Page } from '@shulian/service-kit'; // prettier-ignore
import { entryView, PUBLISHED } from './entry.row.js';
import type { ContestEntriesAsked, ContestEntryView } from './entries.http.js';
import { reachesEntry } from './held-entry.step.js';
import { isJudgeOf } from '../judging/judges-of.facts.js';

const BY_ID = statement('contestEntries.byId', `${entryView(PUBLISHED)} where e.id = $1`);
const LIST = `${entryView(PUBLISHED)}
  where ($1::boolean or e.school_id = any($2::uuid[]) or e.class_id = any($3::uuid[]) or e.reader_id = any($4::uuid[]))
    and ($5::uuid is null or e.contest_id = $5) and ($6::uuid is null or e.class_id = $6)
    and ($7::uuid is null or e.reader_id = $7) and ($8::text is null or e.status = $8) and ($9::uuid is null or e.id < $9)
  order by e.id desc limit $10`;
const FILE = statement(
  'contestEntries.file',
  `select f.file_id as "fileId", e.school_id as "schoolId", e.class_id as "classId", e.reader_id as "readerId",
     e.contest_id as "contestId"
   from contest_entry_file f join contest_entry e on e.id = f.entry_id where f.id = $1`,
);
type FoundFile = Pick<ContestEntryView, 'schoolId' | 'classId' | 'readerId' | 'contestId'> & {
  readonly fileId: string;
};

/** Works as far as the caller reaches: the own ones, those of a class, those of a school. */
@Injectable()
export class ContestEntriesQuery {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
    private readonly files: FileStore,
  ) {}

  /** @throws Problem 404 also for one out of reach */
  async byId(caller: Caller, id: string): Promise<ContestEntryView> {
    const [entry] = await this.database.rows<ContestEntryView>(BY_ID, [id]);
    if (entry === undefined || !reachesEntry(caller, entry as never)) throw unknownThing();
    return entry;
  }

  /** The newest first. */
  async list(caller: Caller, input: ContestEntriesAsked): Promise<Page<ContestEntryView>> {
    const { county, schools, classes, readers } = caller.reach;
    const rows = await this.lists.rows<ContestEntryView>(LIST, [
      county,
      [...schools],
      [...classes.keys()],
      [...readers],
      input.contestId ?? null,
      input.classId ?? null,
      input.readerId ?? null,
      input.status ?? null,
      idAfter(input.cursor),
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (entry) => entry,
      ({ id }) => [id],
    );
  }

  /** A file, for whom the work is in reach of, and for its judges. @throws Problem 404 */
  async file(caller: Caller, id: string): Promise<OpenFile> {
    const [found] = await this.database.rows<FoundFile>(FILE, [id]);
    const mayLook =
      found !== undefined &&
      (reachesOwn(caller, found) ||
        (caller.mayWorkAt(found.schoolId) && (await isJudgeOf(this.database, caller, found.contestId))));
    const file = mayLook ? await this.files.open(found.fileId) : null;
    if (file === null) throw unknownThing();
    return file;
  }
}

/** The door lets in teachers of the school, for judges are among them: of works they see those of their classes. */
function reachesOwn({ claims, reach }: Caller, { schoolId, classId, readerId }: FoundFile): boolean {
  if (claims.kind === 'client') return reach.county || reach.schools.has(schoolId);
  return claims.grants.some(
    (grant) =>
      ((grant.role === 'librarian' || grant.role === 'school-head') && grant.schoolId === schoolId) ||
      (grant.role === 'teacher' && grant.classId !== undefined && grant.classId === classId) ||
      (grant.role === 'reader' && grant.readerId !== undefined && grant.readerId === readerId),
  );
}
