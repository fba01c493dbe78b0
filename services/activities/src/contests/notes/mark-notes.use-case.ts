import { Injectable } from '@nestjs/common';
import { reachesReader } from '@shulian/contracts/access';
import { gradeOn } from '@shulian/contracts/readers';
import type { ContestEntryId, ContestId } from '@shulian/contracts/ids';
import {
  Clock,
  conflict,
  invalid,
  newId,
  OncePerKey,
  unknownReference,
  type Answer,
  type Caller,
  type DeskRequest,
  type Tx,
} from '@shulian/service-kit';
import { ContestsRepository } from '../contests.repository.js';
import { ContestEntriesRepository } from '../entries/entries.repository.js';
import { heldContest, refuseUnlessIn } from '../held-contest.step.js';
import type { Contest } from '../rules/contest.js';
import type { NoteMarksAsked, NoteMarksView } from './note-marks.http.js';
import { NoteMarksRepository, type NoteMark, type NoteOfRound } from './note-marks.repository.js';

/** Teachers mark the notes of a round, and name the best of them (ACT-021, ACT-022). */
@Injectable()
export class MarkNotes {
  constructor(
    private readonly once: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404, 409 where it is no round of notes, or is decided; 422 for notes out of reach or of other days */
  execute(
    caller: Caller,
    id: ContestId,
    { items }: NoteMarksAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    const ids = items.map(({ noteId }) => noteId);
    const twice = ids.findIndex((noteId, at) => ids.indexOf(noteId) < at);
    if (twice >= 0) throw invalid({ pointer: `/items/${String(twice)}/noteId`, code: 'twice' });
    return this.once.run(request, 200, async (tx): Promise<NoteMarksView> => {
      const contest = await heldContest(tx, caller, id);
      refuseUnlessIn(contest, ['open', 'closed']);
      if (contest.notes === null) throw conflict('contest.wrong-step');
      const marks = tx.use(NoteMarksRepository);
      const notes = new Map((await marks.notes(ids)).map((note) => [note.id as string, note]));
      const given = items.map(({ noteId, tenths = null, remark = null, nominated = false }, at) => {
        const note = notes.get(noteId);
        if (note === undefined || !isOfRound(contest, note) || !reachesReader(caller.reach, note))
          throw unknownReference(`/items/${String(at)}/noteId`);
        return { note, mark: { noteId, tenths, remark, nominated } satisfies NoteMark };
      });
      const entered = { on: this.clock.today(), by: caller.id };
      await marks.mark(id, given.map(({ mark }) => mark), entered); // prettier-ignore
      for (const { note, mark } of given) await this.nominate(tx, caller, contest, note, mark.nominated);
      return { marked: given.length, nominated: given.filter(({ mark }) => mark.nominated).length };
    });
  }

  /** Who is among the best takes part in the choice; who is no longer does not. */
  private async nominate(
    tx: Tx,
    caller: Caller,
    contest: Contest,
    note: NoteOfRound,
    nominated: boolean,
  ): Promise<void> {
    const entries = tx.use(ContestEntriesRepository);
    const there = await entries.ofNote(contest.id, note.id);
    if (there !== null && !nominated)
      await entries.change({ ...there, version: there.version + 1, status: 'withdrawn' });
    if (there !== null || !nominated) return;
    await entries.add({
      id: newId<ContestEntryId>(),
      version: 1,
      contestId: contest.id,
      schoolId: note.schoolId,
      number: await tx.use(ContestsRepository).nextNumber(contest.id),
      readerId: note.readerId,
      classId: note.classId,
      grade: gradeOf(note),
      title: null,
      text: null,
      onPaper: false,
      noteId: note.id,
      status: 'handed-in',
      handedInAt: this.clock.now(),
      handedInBy: caller.id,
    });
  }
}

const gradeOf = ({ section, entryYear, handedInOn }: NoteOfRound): number | null =>
  section === null || entryYear === null ? null : gradeOn({ section, entryYear }, handedInOn);

/** Whether a note is of the days, the kinds and the grades of a round. */
function isOfRound({ schoolId, notes, grades }: Contest, note: NoteOfRound): boolean {
  if (notes === null || note.schoolId !== schoolId) return false;
  if (note.handedInOn < notes.from || note.handedInOn > notes.to) return false;
  const grade = gradeOf(note);
  const isOfGrade = grades.length === 0 || (grade !== null && grades.includes(grade));
  return isOfGrade && notes.kinds.includes(note.kind);
}
