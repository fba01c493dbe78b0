import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Patch,
  Post,
  Query,
  type StreamableFile,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Caller,
  Documents,
  Does,
  From,
  IfMatch,
  ListAsked,
  Once,
  pageOrDocument,
  pathId,
  ReadsIn,
  Versioned,
  type Answer,
  type DeskRequest,
  type Language,
  type Page,
} from '@shulian/service-kit';
import { ChangeYearlyAccount } from './change-yearly-account.use-case.js';
import { WriteAccount } from './write-account.use-case.js';
import { printedAccount } from './yearly-accounts.format.js';
import {
  AccountAsked,
  AccountChange,
  AccountLinesPage,
  YearlyAccountsAsked,
  AccountsPage,
  YearlyAccountView,
  type AccountLine,
} from './yearly-accounts.http.js';
import { YearlyAccountsQuery } from './yearly-accounts.query.js';

@ApiTags('yearly-accounts')
@Controller('yearly-accounts')
export class YearlyAccountsController {
  constructor(
    private readonly accounts: YearlyAccountsQuery,
    private readonly writeAccount: WriteAccount,
    private readonly changeAccount: ChangeYearlyAccount,
    private readonly documents: Documents,
  ) {}

  @Post()
  @HttpCode(201)
  @Versioned()
  @Does('yearly-accounts.create')
  @ApiCreatedResponse({ type: YearlyAccountView })
  create(
    @From() caller: Caller,
    @Body() input: AccountAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.writeAccount.execute(caller, input, request);
  }

  @Get()
  @Does('yearly-accounts.list')
  @ApiOkResponse({ type: AccountsPage })
  list(@From() caller: Caller, @Query() input: YearlyAccountsAsked): Promise<Page<YearlyAccountView>> {
    return this.accounts.page(caller, input);
  }

  @Get(':id')
  @Versioned()
  @Does('yearly-accounts.read')
  @ApiOkResponse({ type: YearlyAccountView })
  read(@From() caller: Caller, @Param('id') id: string): Promise<YearlyAccountView> {
    return this.accounts.byId(caller, pathId(id));
  }

  @Get(':id/lines')
  @Does('yearly-accounts.print')
  @ApiOkResponse({ type: AccountLinesPage })
  async lines(
    @From() caller: Caller,
    @Param('id') id: string,
    @Query() input: ListAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<AccountLine> | StreamableFile> {
    const account = await this.accounts.byId(caller, pathId(id));
    return pageOrDocument(this.documents, printedAccount(account), input, language, (page) =>
      Promise.resolve(this.accounts.lines(account, page)),
    );
  }

  @Patch(':id')
  @Versioned()
  @Does('yearly-accounts.change')
  @ApiOkResponse({ type: YearlyAccountView })
  change(
    @From() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() input: AccountChange,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.changeAccount.execute(caller, pathId(id), version, input, request);
  }
}
