import { json } from 'node:stream/consumers';
import { Controller, Get, Query, Req, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import {
  Caller,
  Does,
  From,
  Problem,
  ReadsIn,
  unknownThing,
  type Language,
  type RequestOfCaller,
} from '@shulian/service-kit';
import { Allowances } from '../limits/allowances.js';
import { listsOfReader } from './lists-of-reader.js';
import { PackLists } from './pack-lists.js';
import { ReaderPackAsked } from './reader-packs.http.js';

/** Everything that is kept of one reader, in one call. */
@Controller('reader-packs')
export class ReaderPacksController {
  constructor(
    private readonly packs: PackLists,
    private readonly allowances: Allowances,
  ) {}

  /** @throws Problem 404 for a reader who is out of reach, as for one who is none; 503 without the readers' service */
  @Get()
  @Does('reader-packs.read')
  @ApiOkResponse({ content: { 'application/zip': { schema: { type: 'string', format: 'binary' } } } })
  async read(
    @From() caller: Caller,
    @Query() { readerId, format }: ReaderPackAsked,
    @ReadsIn() language: Language,
    @Req() request: RequestOfCaller,
  ): Promise<StreamableFile> {
    this.allowances.ofCaller(caller.id);
    const { schoolId } = await this.known(request, readerId);
    return this.packs.of(request, {
      name: `reader-${readerId}`,
      lists: listsOfReader(readerId, caller.mayWorkAt(schoolId) ? schoolId : null),
      contents: { zh: '个人信息目录', en: 'Contents' },
      notes: [],
      format,
      language,
    });
  }

  /** The readers' service says who may see the reader. */
  private async known(request: RequestOfCaller, readerId: string): Promise<{ readonly schoolId: string }> {
    const told = await this.packs.ask(request, 'readers', `/api/v1/readers/${readerId}`);
    if (told.status === 200) return (await json(told.body)) as { schoolId: string };
    told.body.resume();
    if (told.status === 503) throw new Problem(503, 'service.away', { retryAfterSeconds: 2 });
    throw unknownThing();
  }
}
