import { Controller, Get, Query, type StreamableFile, type Type } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { operationOfService, rowOf, type Operation } from '@shulian/contracts/access';
import { Does, From } from '../access/access.guard.js';
import { Caller } from '../access/caller.js';
import { Clock } from '../clock/clock.js';
import { Lists } from '../database/lists.js';
import { Documents } from '../documents/documents.js';
import { pageOrDocument, type PrintedList } from '../documents/printed-list.js';
import { ReadsIn } from '../http/language.js';
import { numberAfter, pageOf, type Page } from '../http/page.js';
import type { Language } from '../problem/problem-document.js';
import {
  OperatorEntriesAsked,
  OperatorEntriesPage,
  type OperatorEntryView,
} from './operator-entries.http.js';

const PAGE = `select n::float8 as n, at, by_id as "byId", by_name as "byName", operation, line, school_id as "schoolId"
  from operator_entry
  where ($1::bigint = 0 or n < $1) and ($2::uuid is null or school_id = $2) and ($3::text is null or by_id = $3)
    and ($4::text is null or operation = $4 or operation like $4 || '.%') and ($5::text is null or line = lower($5))
    and ($6::date is null or at >= $6::date::timestamp at time zone $8)
    and ($7::date is null or at < ($7::date + 1)::timestamp at time zone $8)
  order by n desc limit $9`;

const saysOf = (operation: string): { readonly zh: string; readonly en: string } | undefined =>
  (rowOf(operation as Operation) as ReturnType<typeof rowOf> | undefined)?.says;

const printed: PrintedList<OperatorEntryView> = {
  name: 'operator-entries',
  title: { zh: '操作登记', en: 'Who did what' },
  columns: [
    { key: 'at', title: { zh: '时间', en: 'When' }, type: 'moment' },
    {
      key: 'by',
      title: { zh: '经办', en: 'By' },
      type: 'text',
      of: ({ byName, byId }) => byName ?? byId,
    },
    { key: 'operation', title: { zh: '操作', en: 'Operation' }, type: 'text' },
    {
      key: 'what',
      title: { zh: '说明', en: 'What it does' },
      type: 'text',
      // An operation of an earlier edition is told by its name alone.
      of: ({ operation }, language) => saysOf(operation)?.[language] ?? '',
    },
    { key: 'line', title: { zh: '对象', en: 'Line' }, type: 'text' },
  ],
};

/** Who did what with one service, newest first: to the county all of it, to a head what concerns the school. */
export function operatorEntriesControllerFor(service: string): Type {
  @ApiTags('operations')
  @Controller(`operations/${service}/operator-entries`)
  class OperatorEntriesController {
    constructor(
      readonly lists: Lists,
      readonly clock: Clock,
      readonly documents: Documents,
    ) {}

    @Get()
    @Does(operationOfService(service, 'operator-entries.list'))
    @ApiOkResponse({ type: OperatorEntriesPage })
    list(
      @From() caller: Caller,
      @Query() input: OperatorEntriesAsked,
      @ReadsIn() language: Language,
    ): Promise<Page<OperatorEntryView> | StreamableFile> {
      return pageOrDocument(this.documents, printed, input, language, (page) => this.page(caller, page));
    }

    private async page(caller: Caller, input: OperatorEntriesAsked): Promise<Page<OperatorEntryView>> {
      const rows = await this.lists.rows<Omit<OperatorEntryView, 'at'> & { readonly at: Date }>(PAGE, [
        numberAfter(input.cursor),
        caller.schoolOrCounty(input.schoolId),
        input.byId ?? null,
        input.operation ?? null,
        input.line ?? null,
        input.from ?? null,
        input.to ?? null,
        this.clock.zone,
        input.limit + 1,
      ]);
      return pageOf(
        rows,
        input.limit,
        (row) => ({ ...row, at: row.at.toISOString() }),
        ({ n }) => [n],
      );
    }
  }
  return OperatorEntriesController;
}
