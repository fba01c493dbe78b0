import { Module } from '@nestjs/common';
import { AccountsController } from './accounts.controller.js';
import { Accounts } from './accounts.query.js';
import { ChangeAccount } from './change-account.use-case.js';
import { CreateAccount } from './create-account.use-case.js';
import { SetPassword } from './set-password.use-case.js';
import { CreateFirstAccount } from './create-first-account.use-case.js';
import { SigningModule } from '../signing/signing.module.js';

@Module({
  imports: [SigningModule],
  controllers: [AccountsController],
  providers: [ChangeAccount, CreateAccount, SetPassword, CreateFirstAccount, Accounts],
})
export class AccountsModule {}
