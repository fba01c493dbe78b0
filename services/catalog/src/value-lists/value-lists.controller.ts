import { Body, Controller, Get, Param, Put, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import {
  Documents,
  Does,
  IfMatch,
  pageOrDocument,
  ReadsIn,
  unknownThing,
  Versioned,
  type Language,
  type Page,
  type PrintedList,
} from '@shulian/service-kit';
import {
  OffListAsked,
  OffListPage,
  VALUE_LISTS,
  ValueListAsked,
  ValueListView,
  type OffListValue,
  type ValueListName,
} from './value-lists.http.js';
import { ValueListsQuery } from './value-lists.query.js';
import { WriteValueList } from './write-value-list.use-case.js';

const printedOffList: PrintedList<OffListValue> = {
  name: 'off-list-values',
  title: { zh: '不在规范表中的取值', en: 'Values that are in no list' },
  columns: [
    { key: 'value', title: { zh: '取值', en: 'Value' }, type: 'text' },
    { key: 'titles', title: { zh: '种数', en: 'Titles' }, type: 'integer' },
  ],
};

/** @throws Problem 404 */
const listOf = (name: string): ValueListName => {
  const found = VALUE_LISTS.find((each) => each === name);
  if (found === undefined) throw unknownThing();
  return found;
};

@ApiTags('value lists')
@Controller()
export class ValueListsController {
  constructor(
    private readonly lists: ValueListsQuery,
    private readonly writeList: WriteValueList,
    private readonly documents: Documents,
  ) {}

  @Get('value-lists/:name')
  @Versioned()
  @Does('value-lists.read')
  @ApiParam({ name: 'name', enum: VALUE_LISTS })
  @ApiOkResponse({ type: ValueListView })
  read(@Param('name') name: string): Promise<ValueListView> {
    return this.lists.read(listOf(name));
  }

  @Put('value-lists/:name')
  @Versioned()
  @Does('value-lists.write')
  @ApiParam({ name: 'name', enum: VALUE_LISTS })
  @ApiOkResponse({ type: ValueListView })
  write(
    @Param('name') name: string,
    @IfMatch() version: number,
    @Body() input: ValueListAsked,
  ): Promise<ValueListView> {
    return this.writeList.execute(listOf(name), version, input.values);
  }

  @Get('off-list-values')
  @Does('value-lists.off-list')
  @ApiOkResponse({ type: OffListPage })
  offList(
    @Query() input: OffListAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<OffListValue> | StreamableFile> {
    return pageOrDocument(this.documents, printedOffList, input, language, (page) =>
      this.lists.offList(page),
    );
  }
}
