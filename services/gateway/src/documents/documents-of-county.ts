import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { ServiceName } from '../front-door/routing-table.js';
import type { Upstreams } from '../front-door/upstream.client.js';
import { mergedOpenApi, type ApiDocument } from './merged-open-api.js';

const FRESH_MS = 60_000;
/** The same depth below the repository from `src` and from `dist`. */
const repository = fileURLToPath(new URL('../../../../', import.meta.url));

/** The documents of all services, asked for once a minute; one that is away is described by its checked-in copy. */
export class DocumentsOfCounty {
  private readonly known = new Map<string, { readonly at: number; readonly document: ApiDocument }>();
  private merged: { readonly from: readonly ApiDocument[]; readonly text: string } | undefined;

  constructor(
    private readonly upstreams: Upstreams,
    private readonly nowMs: () => number = () => performance.now(),
  ) {}

  /** The merged OpenAPI document as JSON text. @param own of the gateway itself */
  async openApi(own: ApiDocument): Promise<string> {
    const asked = [...this.upstreams.keys()].map(
      async (service) => [service, await this.documentOf(service)] as const,
    );
    const documents = new Map<string, ApiDocument>([['gateway', own]]);
    for (const [service, document] of await Promise.all(asked))
      if (document !== null) documents.set(service, document);
    const from = [...documents.values()];
    if (this.merged === undefined || from.some((document, n) => this.merged?.from[n] !== document))
      this.merged = { from, text: JSON.stringify(mergedOpenApi(documents)) };
    return this.merged.text;
  }

  /** The AsyncAPI document as JSON text, or null when this installation has none. */
  asyncApi(): Promise<string | null> {
    return readFile(`${repository}libs/contracts/asyncapi.json`, 'utf8').catch(() => null);
  }

  private async documentOf(service: ServiceName): Promise<ApiDocument | null> {
    const known = this.known.get(service);
    if (known !== undefined && this.nowMs() - known.at < FRESH_MS) return known.document;
    try {
      const document = (await this.upstreams.get(service)?.json('/openapi.json')) as ApiDocument;
      if (known !== undefined && JSON.stringify(known.document) === JSON.stringify(document)) {
        this.known.set(service, { at: this.nowMs(), document: known.document });
        return known.document;
      }
      this.known.set(service, { at: this.nowMs(), document });
      return document;
    } catch {
      return known?.document ?? this.checkedIn(service);
    }
  }

  private async checkedIn(service: string): Promise<ApiDocument | null> {
    try {
      return JSON.parse(
        await readFile(`${repository}services/${service}/openapi.json`, 'utf8'),
      ) as ApiDocument;
    } catch {
      return null;
    }
  }
}
