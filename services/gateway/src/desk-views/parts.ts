import { denied, Problem, type RequestOfCaller } from '@shulian/service-kit';
import type { OnBehalf, Question } from '../front-door/on-behalf.client.js';
import type { ServiceName } from '../front-door/routing-table.js';

type Page<Item> = { readonly items: readonly Item[]; readonly nextCursor?: string | null };

/** Pages of a list that are read for one screen: 2,000 rows, more than a class has on loan. */
const MOST_PAGES = 4;

/** What the parts of one screen say, and who did not answer. */
export class Parts {
  private readonly away = new Set<ServiceName>();

  constructor(
    private readonly onBehalf: OnBehalf,
    private readonly request: RequestOfCaller,
  ) {}

  /** To be spread into the answer; nothing where everybody answered. */
  missing(): { readonly missing?: readonly string[] } {
    return this.away.size === 0 ? {} : { missing: [...this.away] };
  }

  isAway(service: ServiceName): boolean {
    return this.away.has(service);
  }

  /** What a service says; null when it is away, or says that the caller may not see it. */
  async of<Body>(service: ServiceName, question: Question): Promise<Body | null> {
    const told = await this.onBehalf.ask(this.request, service, question);
    if (told === null) {
      this.away.add(service);
      return null;
    }
    if (told.status === 200) return told.body as Body;
    if (told.status === 403 || told.status === 404) return null;
    if (told.status === 401) throw new Problem(401, 'authentication.failed');
    throw denied();
  }

  /** All rows of a list. */
  async list<Item>(service: ServiceName, path: string): Promise<readonly Item[] | null> {
    const items: Item[] = [];
    let cursor = '';
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const told = await this.of<Page<Item>>(service, {
        method: 'GET',
        path: `${path}&limit=500${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
      });
      if (told === null) return null;
      items.push(...told.items);
      cursor = told.nextCursor ?? '';
      if (cursor === '') break;
    }
    return items;
  }

  /** All that a search finds. */
  async search<Item>(service: ServiceName, path: string, body: object): Promise<readonly Item[] | null> {
    return (await this.of<Page<Item>>(service, { method: 'POST', path, body }))?.items ?? null;
  }
}
