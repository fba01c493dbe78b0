import { statement, type Session } from '@shulian/service-kit';
import { PROJECT_VIEW, retrospectiveProjectTable } from './project.row.js';
import type { CountedProject } from './projects.http.js';
import type { RetrospectiveProject } from './rules/progress.js';

const VIEW = statement('retrospectiveProjects.view', `${PROJECT_VIEW} where p.id = $1`);

export class ProjectsRepository {
  constructor(private readonly session: Session) {}

  async add(project: RetrospectiveProject): Promise<void> {
    await this.session.manager.insert(retrospectiveProjectTable, project);
  }

  locked(id: string): Promise<RetrospectiveProject | null> {
    return this.session.manager.findOne(retrospectiveProjectTable, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async change(project: RetrospectiveProject): Promise<void> {
    await this.session.manager.update(retrospectiveProjectTable, { id: project.id }, project);
  }

  async counted(id: string): Promise<CountedProject> {
    const [row] = await this.session.rows<CountedProject>(VIEW, [id]);
    if (row === undefined) throw new Error('the project is gone');
    return row;
  }
}
