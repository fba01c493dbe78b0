import { readFile } from 'node:fs/promises';
import type { ServiceName } from '../front-door/routing-table.js';
import type { Upstreams } from '../front-door/upstream.client.js';
import { withEventPositions } from '../event-feed/event-position-in-document.js';
import { withNamedReaders } from '../named-readers/named-readers-in-document.js';
import { checkedIn, repository } from '../front-door/checked-in.js';
import type { ApiDocument } from '../api-documents/api-document.js';
import { mergedOpenApi } from './merged-open-api.js';

const FRESH_MS = 60_000;
/** How long a service that did not answer is not asked again. */
const AWAY_MS = 5_000;

type Known = { readonly until: number; readonly document: ApiDocument };

/**
 * The documents of all services, asked for once a minute, whoever and however many want to see them; one that is away is
 * described by what it said last, or its checked-in copy.
 */
export class DocumentsOfCounty {
  private readonly known = new Map<ServiceName, Known>();
  private readonly asking = new Map<ServiceName, Promise<ApiDocument>>();
  private merged: { readonly from: readonly ApiDocument[]; readonly text: string } | undefined;

  constructor(
    private readonly upstreams: Upstreams,
    private readonly nowMs: () => number = () => performance.now(),
  ) {}

  /** The merged OpenAPI document as JSON text. @param own of the gateway itself */
  async openApi(own: ApiDocument): Promise<string> {
    const answers = [...this.upstreams.keys()].map(
      async (service) => [service, await this.documentOf(service)] as const,
    );
    const documents = new Map<string, ApiDocument>([['gateway', own]]);
    for (const [service, document] of await Promise.all(answers)) documents.set(service, document);
    const from = [...documents.values()];
    if (this.merged === undefined || from.some((document, n) => this.merged?.from[n] !== document))
      this.merged = {
        from,
        text: JSON.stringify(withEventPositions(withNamedReaders(mergedOpenApi(documents)))),
      };
    return this.merged.text;
  }

  /** The AsyncAPI document as JSON text, or null when this installation has none. */
  asyncApi(): Promise<string | null> {
    return readFile(`${repository}libs/contracts/asyncapi.json`, 'utf8').catch(() => null);
  }

  private documentOf(service: ServiceName): Promise<ApiDocument> {
    const known = this.known.get(service);
    if (known !== undefined && this.nowMs() < known.until) return Promise.resolve(known.document);
    let asking = this.asking.get(service);
    if (asking === undefined) {
      asking = this.ask(service, known?.document ?? null).finally(() => this.asking.delete(service));
      this.asking.set(service, asking);
    }
    return asking;
  }

  /** @param before what is known of it, which stays the same object as long as it says the same: it is merged once */
  private async ask(service: ServiceName, before: ApiDocument | null): Promise<ApiDocument> {
    const told = (await this.upstreams
      .get(service)
      ?.json('/openapi.json')
      .catch(() => null)) as ApiDocument | null | undefined;
    const found = told ?? before ?? checkedIn(service);
    const document = before !== null && JSON.stringify(found) === JSON.stringify(before) ? before : found;
    const fresh = told === null || told === undefined ? AWAY_MS : FRESH_MS;
    this.known.set(service, { until: this.nowMs() + fresh, document });
    return document;
  }
}
