import { Body, Controller, Get, HttpCode, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Caller,
  Does,
  From,
  IfMatch,
  Once,
  pathId,
  type Answer,
  type DeskRequest,
  Versioned,
} from '@shulian/service-kit';
import {
  AccountPage,
  AccountsAsked,
  AccountView,
  ChangeAccountAsked,
  CreateAccountAsked,
  SetPasswordAsked,
} from './accounts.http.js';
import { Accounts } from './accounts.query.js';
import { ChangeAccount } from './change-account.use-case.js';
import { CreateAccount } from './create-account.use-case.js';
import { SetPassword } from './set-password.use-case.js';

@ApiTags('accounts')
@Controller('accounts')
export class AccountsController {
  constructor(
    private readonly createAccount: CreateAccount,
    private readonly changeAccount: ChangeAccount,
    private readonly setPassword: SetPassword,
    private readonly accounts: Accounts,
  ) {}

  @Post()
  @HttpCode(201)
  @Versioned()
  @Does('accounts.create')
  @ApiCreatedResponse({ type: AccountView })
  create(
    @Once() request: DeskRequest | null,
    @From() caller: Caller,
    @Body() input: CreateAccountAsked,
  ): Promise<Answer> {
    return this.createAccount.execute(request, caller, input);
  }

  @Get()
  @Does('accounts.list')
  @ApiOkResponse({ type: AccountPage })
  list(@From() caller: Caller, @Query() input: AccountsAsked): Promise<AccountPage> {
    return this.accounts.page(caller, input);
  }

  @Get(':id')
  @Versioned()
  @Does('accounts.read')
  @ApiOkResponse({ type: AccountView })
  read(@Param('id') id: string): Promise<AccountView> {
    return this.accounts.byId(pathId(id));
  }

  @Put(':id/password')
  @HttpCode(200)
  @Does('accounts.set-password')
  @ApiOkResponse({ type: AccountView })
  resetPassword(
    @Once() request: DeskRequest | null,
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() { newPassword }: SetPasswordAsked,
  ): Promise<Answer> {
    return this.setPassword.execute(request, caller, pathId(id), newPassword);
  }

  @Patch(':id')
  @Versioned()
  @Does('accounts.change')
  @ApiOkResponse({ type: AccountView })
  change(
    @Once() request: DeskRequest | null,
    @From() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() input: ChangeAccountAsked,
  ): Promise<Answer> {
    return this.changeAccount.execute(request, caller, pathId(id), version, input);
  }
}
