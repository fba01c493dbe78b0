import { Body, Controller, Get, HttpCode, Param, Patch, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Does, etagOf, IfMatch, Once, pathId, type Answer, type DeskRequest } from '@shulian/service-kit';
import { tagged, type Headers } from '../entity-tag.http.js';
import { AccountView, ChangeAccountAsked, CreateAccountAsked } from './accounts.http.js';
import { Accounts } from './accounts.query.js';
import { ChangeAccount } from './change-account.use-case.js';
import { CreateAccount } from './create-account.use-case.js';

@ApiTags('accounts')
@Controller('accounts')
export class AccountsController {
  constructor(
    private readonly createAccount: CreateAccount,
    private readonly changeAccount: ChangeAccount,
    private readonly accounts: Accounts,
  ) {}

  @Post()
  @HttpCode(201)
  @Does('accounts.create', 'A person or device may sign in, with its grants.')
  @ApiCreatedResponse({ type: AccountView })
  create(@Once() request: DeskRequest | null, @Body() asked: CreateAccountAsked): Promise<Answer> {
    return this.createAccount.execute(request, asked);
  }

  @Get(':id')
  @Does('accounts.read', 'One account with its grants.')
  @ApiOkResponse({ type: AccountView })
  async read(@Param('id') id: string, @Res({ passthrough: true }) reply: Headers): Promise<AccountView> {
    const account = await this.accounts.byId(pathId(id));
    void reply.header('etag', etagOf(account.version));
    return account;
  }

  @Patch(':id')
  @Does('accounts.change', 'Closes or opens an account, or sets its password; needs If-Match.')
  @ApiOkResponse({ type: AccountView })
  async change(
    @Once() request: DeskRequest | null,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() asked: ChangeAccountAsked,
    @Res({ passthrough: true }) reply: Headers,
  ): Promise<Answer> {
    return tagged(reply, await this.changeAccount.execute(request, pathId(id), version, asked));
  }
}
