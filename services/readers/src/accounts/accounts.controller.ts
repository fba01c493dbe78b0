import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Does, Once, pathId, type Answer, type DeskRequest } from '@shulian/service-kit';
import { AccountView, CreateAccountAsked } from './accounts.http.js';
import { Accounts } from './accounts.query.js';
import { CreateAccount } from './create-account.use-case.js';

@ApiTags('accounts')
@Controller('accounts')
export class AccountsController {
  constructor(
    private readonly createAccount: CreateAccount,
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
  read(@Param('id') id: string): Promise<AccountView> {
    return this.accounts.byId(pathId(id));
  }
}
