import { httpResource } from '@angular/common/http';
import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';

@Component({
  selector: 'app-home-page',
  imports: [RouterLink],
  template: `
    <h1>{{ title }}</h1>
    @if (time.hasValue()) {
      <p>
        Time of the server: <time>{{ time.value().now }}</time>
      </p>
    }
    <p>
      <a routerLink="/account">Account</a>
      <a routerLink="/about">About</a>
    </p>
  `,
})
export default class HomePage {
  // #region title
  // Replaced by its value when the app is built.
  protected readonly title = import.meta.env.VITE_TITLE;
  // #endregion title
  protected readonly time = httpResource<{ now: string }>(() => '/api/time');
}
