import { Module } from '@nestjs/common';
import { AccountsController } from './accounts.controller.js';
import { Accounts } from './accounts.query.js';
import { ChangeAccount } from './change-account.use-case.js';
import { CreateAccount } from './create-account.use-case.js';
import { CreateFirstAccount } from './create-first-account.use-case.js';

@Module({
  controllers: [AccountsController],
  providers: [ChangeAccount, CreateAccount, CreateFirstAccount, Accounts],
})
export class AccountsModule {}
