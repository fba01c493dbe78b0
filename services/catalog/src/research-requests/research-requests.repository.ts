import { statement, type Session } from '@shulian/service-kit';
import type { CalendarDay } from '@shulian/contracts/ids';
import { REQUEST_VIEW, researchRequestTable } from './research-request.row.js';
import type { RequestView } from './research-requests.http.js';
import type { Material, ResearchRequest } from './rules/request.js';

const CLEAR = statement('researchRequests.clear', 'delete from research_material where request_id = $1');
const PUT = statement(
  'researchRequests.put',
  `insert into research_material (request_id, position, title_id, words, link)
   select $1, t.at, (t.m->>'titleId')::uuid, t.m->>'words', t.m->>'link'
   from jsonb_array_elements($2::jsonb) with ordinality as t(m, at)`,
);
const VIEW = statement('researchRequests.view', `${REQUEST_VIEW} where q.id = $3`);

export class ResearchRequestsRepository {
  constructor(private readonly session: Session) {}

  async add(request: ResearchRequest): Promise<void> {
    await this.session.manager.insert(researchRequestTable, request);
  }

  locked(id: string): Promise<ResearchRequest | null> {
    return this.session.manager.findOne(researchRequestTable, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async change(request: ResearchRequest): Promise<void> {
    await this.session.manager.update(researchRequestTable, { id: request.id }, request);
  }

  /** What was found, in place of what was found before. */
  async putMaterials(id: string, materials: readonly Material[]): Promise<void> {
    await this.session.rows(CLEAR, [id]);
    if (materials.length > 0) await this.session.rows(PUT, [id, JSON.stringify(materials)]);
  }

  async view(id: string, viewer: string, today: CalendarDay): Promise<RequestView> {
    const [row] = await this.session.rows<RequestView>(VIEW, [viewer, today, id]);
    if (row === undefined) throw new Error('the request is gone');
    return row;
  }
}
