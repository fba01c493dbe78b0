import type { SchoolId } from '@shulian/contracts/ids';
import type { Session } from '@shulian/service-kit';
import { noteRequirementTable, type RequirementRow } from './note-requirement.row.js';

export class NoteRequirementsRepository {
  constructor(private readonly session: Session) {}

  async put(requirements: readonly RequirementRow[]): Promise<void> {
    await this.session.manager.upsert(noteRequirementTable, [...requirements], ['schoolId', 'grade']);
  }

  async remove(schoolId: SchoolId, grades: readonly number[]): Promise<void> {
    await this.session.rows('delete from note_requirement where school_id = $1 and grade = any($2::int[])', [
      schoolId,
      grades,
    ]);
  }
}
