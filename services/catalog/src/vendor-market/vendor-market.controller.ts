import { Controller, Delete, Get, HttpCode, Param, Post, Query, Req, StreamableFile } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiTags,
} from '@nestjs/swagger';
import {
  Caller,
  Documents,
  Does,
  fileOfForm,
  From,
  pageOrDocument,
  pathId,
  ReadsIn,
  type Language,
  type Page,
  type RequestOfCaller,
} from '@shulian/service-kit';
import type { IssueListId, VendorId } from '@shulian/contracts/ids';
import { Readable } from 'node:stream';
import { SchoolNameQuery } from '../registers/school-name.query.js';
import { KeepIssueList } from './keep-issue-list.use-case.js';
import { printedIssueLists, printedMarketShares } from './vendor-market.format.js';
import {
  IssueListAsked,
  IssueListFile,
  IssueListsAsked,
  IssueListsPage,
  IssueListView,
  MarketSharesAsked,
  MarketSharesPage,
  type MarketShareView,
} from './vendor-market.http.js';
import { VendorMarketQuery } from './vendor-market.query.js';

const MOST_BYTES_SENT = 10 * 1024 * 1024;
type PageOrDocument<Item> = Promise<Page<Item> | StreamableFile>;

@ApiTags('vendors')
@Controller()
export class VendorMarketController {
  constructor(
    private readonly market: VendorMarketQuery,
    private readonly keepList: KeepIssueList,
    private readonly schools: SchoolNameQuery,
    private readonly documents: Documents,
  ) {}

  @Post('vendors/:id/issue-lists')
  @HttpCode(201)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: IssueListFile })
  @Does('vendor-market.keep-list')
  @ApiCreatedResponse({ type: IssueListView })
  async keep(
    @From() caller: Caller,
    @Param('id') id: string,
    @Query() { name }: IssueListAsked,
    @Req() request: RequestOfCaller,
  ): Promise<IssueListView> {
    const vendorId = pathId<VendorId>(id);
    return this.keepList.keep(caller, vendorId, name, await fileOfForm(request, MOST_BYTES_SENT));
  }

  @Get('vendors/:id/issue-lists')
  @Does('vendor-market.lists')
  @ApiOkResponse({ type: IssueListsPage })
  async lists(
    @From() caller: Caller,
    @Param('id') id: string,
    @Query() input: IssueListsAsked,
    @ReadsIn() language: Language,
  ): PageOrDocument<IssueListView> {
    const vendorId = pathId<VendorId>(id);
    const vendor = await this.market.vendor(caller, vendorId);
    return pageOrDocument(
      this.documents,
      printedIssueLists,
      input,
      language,
      (page) => this.market.issueLists(page, vendorId),
      [vendor],
    );
  }

  @Get('issue-lists/:id/file')
  @Does('vendor-market.file')
  @ApiOkResponse({
    content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
  })
  async file(@From() caller: Caller, @Param('id') id: string): Promise<StreamableFile> {
    const { bytes, mediaType, size } = await this.market.open(caller, pathId<IssueListId>(id));
    // Whatever a vendor sent is never shown as a page of ours.
    return new StreamableFile(Readable.from(bytes), {
      type: mediaType,
      length: size,
      disposition: 'attachment',
    });
  }

  @Delete('issue-lists/:id')
  @HttpCode(204)
  @Does('vendor-market.throw-away')
  @ApiNoContentResponse()
  remove(@From() caller: Caller, @Param('id') id: string): Promise<void> {
    return this.keepList.remove(caller, pathId<IssueListId>(id));
  }

  @Get('market-shares')
  @Does('vendor-market.shares')
  @ApiOkResponse({ type: MarketSharesPage })
  async shares(
    @From() caller: Caller,
    @Query() input: MarketSharesAsked,
    @ReadsIn() language: Language,
  ): PageOrDocument<MarketShareView> {
    const schoolId = caller.schoolFor(input.schoolId);
    const notes = input.format === 'json' ? [] : [await this.schools.of(schoolId)];
    return pageOrDocument(
      this.documents,
      printedMarketShares,
      input,
      language,
      (page) => this.market.shares(page, schoolId),
      notes,
    );
  }
}
