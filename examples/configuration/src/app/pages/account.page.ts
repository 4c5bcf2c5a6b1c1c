import { httpResource } from '@angular/common/http';
import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';

@Component({
  selector: 'app-account-page',
  imports: [RouterLink],
  template: `
    <h1>Account</h1>
    @if (account.hasValue()) {
      <p>Plan: {{ account.value().plan }}</p>
    } @else if (account.error()) {
      <p><a routerLink="/sign-in">Sign in first.</a></p>
    }
  `,
})
export default class AccountPage {
  protected readonly account = httpResource<{ plan: string }>(
    () => '/api/account',
  );
}
