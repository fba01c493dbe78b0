import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Post,
  Put,
  Query,
  type StreamableFile,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Caller,
  Documents,
  Does,
  From,
  Once,
  pageOrDocument,
  pathId,
  ReadsIn,
  unknownThing,
  type Answer,
  type DeskRequest,
  type Language,
  type Page,
} from '@shulian/service-kit';
import type { CentralPurchaseId } from '@shulian/contracts/ids';
import {
  printedCentralLines,
  printedCentralPurchases,
  printedSchools,
  printedShares,
} from './central-purchases.format.js';
import {
  CentralLinesAsked,
  CentralLinesPage,
  CentralListAsked,
  CentralPurchaseAsked,
  CentralPurchasesAsked,
  CentralPurchasesPage,
  CentralPurchaseView,
  CentralReasonAsked,
  SchoolsOfPurchasePage,
  SharesAsked,
  SharesPage,
  SplitAsked,
  type CentralLineView,
  type SchoolProgressView,
  type ShareView,
} from './central-purchases.http.js';
import { CentralPurchasesQuery } from './central-purchases.query.js';
import { PrepareCentralPurchase } from './prepare-central-purchase.use-case.js';
import { SendOutCentralPurchase } from './send-out-central-purchase.use-case.js';

type Request = DeskRequest | null;
type PageOrDocument<Item> = Promise<Page<Item> | StreamableFile>;
const purchaseId = (id: string): CentralPurchaseId => pathId<CentralPurchaseId>(id);
const lineNumber = (text: string): number => {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw unknownThing();
  return Number(text);
};

@ApiTags('central-purchases')
@Controller('central-purchases')
export class CentralPurchasesController {
  constructor(
    private readonly purchases: CentralPurchasesQuery,
    private readonly prepare: PrepareCentralPurchase,
    private readonly sendOut: SendOutCentralPurchase,
    private readonly documents: Documents,
  ) {}

  @Post()
  @HttpCode(201)
  @Does('central-purchases.create')
  @ApiCreatedResponse({ type: CentralPurchaseView })
  create(
    @From() caller: Caller,
    @Body() input: CentralPurchaseAsked,
    @Once() request: Request,
  ): Promise<Answer> {
    return this.prepare.draft(caller, input, request);
  }

  @Get()
  @Does('central-purchases.list')
  @ApiOkResponse({ type: CentralPurchasesPage })
  list(
    @Query() input: CentralPurchasesAsked,
    @ReadsIn() language: Language,
  ): PageOrDocument<CentralPurchaseView> {
    return pageOrDocument(this.documents, printedCentralPurchases, input, language, (page) =>
      this.purchases.find(page),
    );
  }

  @Get(':id')
  @Does('central-purchases.read')
  @ApiOkResponse({ type: CentralPurchaseView })
  read(@Param('id') id: string): Promise<CentralPurchaseView> {
    return this.purchases.byId(purchaseId(id));
  }

  @Get(':id/lines')
  @Does('central-purchases.lines')
  @ApiOkResponse({ type: CentralLinesPage })
  async lines(
    @Param('id') id: string,
    @Query() input: CentralListAsked,
    @ReadsIn() language: Language,
  ): PageOrDocument<CentralLineView> {
    const purchase = await this.purchases.byId(purchaseId(id));
    return pageOrDocument(
      this.documents,
      printedCentralLines,
      input,
      language,
      (page) => this.purchases.lines(page, purchase.id),
      notesOf(purchase),
    );
  }

  @Get(':id/shares')
  @Does('central-purchases.shares')
  @ApiOkResponse({ type: SharesPage })
  async shares(
    @Param('id') id: string,
    @Query() input: CentralListAsked,
    @ReadsIn() language: Language,
  ): PageOrDocument<ShareView> {
    const purchase = await this.purchases.byId(purchaseId(id));
    return pageOrDocument(
      this.documents,
      printedShares,
      input,
      language,
      (page) => this.purchases.shares(page, purchase.id),
      notesOf(purchase),
    );
  }

  @Get(':id/schools')
  @Does('central-purchases.schools')
  @ApiOkResponse({ type: SchoolsOfPurchasePage })
  async schools(
    @Param('id') id: string,
    @Query() input: CentralListAsked,
    @ReadsIn() language: Language,
  ): PageOrDocument<SchoolProgressView> {
    const purchase = await this.purchases.byId(purchaseId(id));
    return pageOrDocument(
      this.documents,
      printedSchools,
      input,
      language,
      (page) => this.purchases.schools(page, purchase.id),
      notesOf(purchase),
    );
  }

  @Post(':id/lines')
  @HttpCode(200)
  @Does('central-purchases.add-lines')
  @ApiOkResponse({ type: CentralPurchaseView })
  addLines(
    @Param('id') id: string,
    @Body() input: CentralLinesAsked,
    @Once() request: Request,
  ): Promise<Answer> {
    return this.prepare.addLines(purchaseId(id), input, request);
  }

  @Delete(':id/lines/:number')
  @HttpCode(200)
  @Does('central-purchases.remove-line')
  @ApiOkResponse({ type: CentralPurchaseView })
  removeLine(
    @Param('id') id: string,
    @Param('number') number: string,
    @Once() request: Request,
  ): Promise<Answer> {
    return this.prepare.removeLine(purchaseId(id), lineNumber(number), request);
  }

  @Put(':id/lines/:number/shares')
  @Does('central-purchases.share')
  @ApiOkResponse({ type: CentralPurchaseView })
  share(
    @Param('id') id: string,
    @Param('number') number: string,
    @Body() input: SharesAsked,
    @Once() request: Request,
  ): Promise<Answer> {
    return this.prepare.shareByHand(purchaseId(id), lineNumber(number), input, request);
  }

  @Post(':id/split')
  @HttpCode(200)
  @Does('central-purchases.split')
  @ApiOkResponse({ type: CentralPurchaseView })
  split(@Param('id') id: string, @Body() input: SplitAsked, @Once() request: Request): Promise<Answer> {
    return this.prepare.split(purchaseId(id), input, request);
  }

  @Post(':id/dispatch')
  @HttpCode(200)
  @Does('central-purchases.dispatch')
  @ApiOkResponse({ type: CentralPurchaseView })
  dispatch(@From() caller: Caller, @Param('id') id: string, @Once() request: Request): Promise<Answer> {
    return this.sendOut.dispatch(caller, purchaseId(id), request);
  }

  @Post(':id/recall')
  @HttpCode(200)
  @Does('central-purchases.recall')
  @ApiOkResponse({ type: CentralPurchaseView })
  recall(
    @Param('id') id: string,
    @Body() { reason }: CentralReasonAsked,
    @Once() request: Request,
  ): Promise<Answer> {
    return this.sendOut.recall(purchaseId(id), reason, request);
  }

  @Post(':id/end')
  @HttpCode(200)
  @Does('central-purchases.end')
  @ApiOkResponse({ type: CentralPurchaseView })
  end(
    @Param('id') id: string,
    @Body() { reason }: CentralReasonAsked,
    @Once() request: Request,
  ): Promise<Answer> {
    return this.sendOut.end(purchaseId(id), reason, request);
  }

  @Post(':id/resumption')
  @HttpCode(200)
  @Does('central-purchases.resume')
  @ApiOkResponse({ type: CentralPurchaseView })
  resume(@Param('id') id: string, @Once() request: Request): Promise<Answer> {
    return this.sendOut.resume(purchaseId(id), request);
  }
}

const notesOf = ({ name, vendor, documentNumber }: CentralPurchaseView): string[] =>
  [name, vendor, documentNumber ?? ''].filter((note) => note !== '');
