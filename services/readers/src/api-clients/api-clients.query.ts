import { Injectable } from '@nestjs/common';
import { afterCursor, invalid, Lists, pageOf, type PageAsked } from '@shulian/service-kit';
import { textOfCursor } from '../plain-text.http.js';
import { toKeptClientView, type ApiClientPage } from './api-clients.http.js';
import { keptClients } from './api-clients.repository.js';

/** Clients without their secrets. */
@Injectable()
export class ApiClients {
  constructor(private readonly lists: Lists) {}

  /** Newest first, the revoked among them. @throws Problem 400 for a cursor that is not ours */
  async page({ limit, cursor }: PageAsked): Promise<ApiClientPage> {
    const [createdAt, id] = afterCursor(cursor, 2)?.map(textOfCursor) ?? [];
    if (createdAt !== undefined && Number.isNaN(Date.parse(createdAt)))
      throw invalid({ pointer: '?cursor', code: 'malformed' });
    const after = createdAt === undefined || id === undefined ? null : { createdAt, id };
    return pageOf(await keptClients(this.lists, after, limit + 1), limit, toKeptClientView, (client) => [
      client.createdAt.toISOString(),
      client.id,
    ]);
  }
}
