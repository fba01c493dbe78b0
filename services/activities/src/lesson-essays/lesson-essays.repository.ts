import { statement, type Session } from '@shulian/service-kit';
import { ESSAY_VIEW, lessonEssayTable } from './lesson-essay.row.js';
import type { EssayView } from './lesson-essays.http.js';
import type { LessonEssay } from './rules/lesson-essay.js';

const VIEW = statement('lessonEssays.view', `${ESSAY_VIEW} where e.id = $1`);

export class LessonEssaysRepository {
  constructor(private readonly session: Session) {}

  async add(essay: LessonEssay): Promise<void> {
    await this.session.manager.insert(lessonEssayTable, essay);
  }

  locked(id: string): Promise<LessonEssay | null> {
    return this.session.manager.findOne(lessonEssayTable, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async withdraw(id: string): Promise<void> {
    await this.session.manager.update(lessonEssayTable, { id }, { status: 'withdrawn' });
  }

  async view(id: string): Promise<EssayView> {
    const [view] = await this.session.rows<EssayView>(VIEW, [id]);
    if (view === undefined) throw new Error('an essay that is there is shown');
    return view;
  }
}
