import { Injectable } from '@nestjs/common';
import { rowOf } from '@shulian/contracts/access';
import { Problem, type JobsPage, type RequestOfCaller } from '@shulian/service-kit';
import { OnBehalf, type ServiceAnswer } from '../front-door/on-behalf.client.js';
import { serviceNamed, type ServiceName } from '../front-door/routing-table.js';
import { newestOf, type PageOfService } from './newest-jobs.js';

/** How many a service lists where it was not said. */
const USUAL = 50;

/** The jobs of all services in one list, each of what the service shows to whoever asks. */
@Injectable()
export class JobsOfCounty {
  private readonly services: readonly ServiceName[];

  constructor(private readonly onBehalf: OnBehalf) {
    const row = rowOf('jobs.list');
    this.services = Object.keys('of' in row ? row.of : {}).flatMap((name) => serviceNamed(name) ?? []);
  }

  /**
   * Newest first; `missing` names the services that are away.
   * @throws Problem 503 `service.away` when all are; what they refuse with, when all of them refuse
   */
  async list(request: RequestOfCaller): Promise<JobsPage> {
    const [, input = ''] = request.url.split('?', 2);
    const { limit } = request.query as { readonly limit?: string };
    const told = await Promise.all(
      this.services.map(async (service) => ({
        service,
        told: await this.onBehalf.ask(request, service, { method: 'GET', path: `jobs?${input}` }),
      })),
    );
    const pages = told.flatMap(({ told }) => (told?.status === 200 ? [told.body as PageOfService] : []));
    const missing = told.flatMap(({ service, told }) => (told === null ? [service] : []));
    if (pages.length === 0) throw refusalOf(told.flatMap(({ told }) => told ?? []));
    return { ...newestOf(pages, Number(limit ?? USUAL)), ...(missing.length === 0 ? {} : { missing }) };
  }
}

/** The same of all of them, or of those that do not know the caller at all the first. */
function refusalOf(told: readonly ServiceAnswer[]): Problem {
  const [first] = told;
  if (first === undefined) return new Problem(503, 'service.away', { retryAfterSeconds: 2 });
  const { code, errors } = first.body as Pick<Problem, 'code'> & Problem['extras'];
  return new Problem(first.status, code, errors === undefined ? {} : { errors });
}
